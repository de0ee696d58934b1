#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rules/origin/host.h"

namespace corslint {

/// Why a name is a public suffix, or that it is none.
enum class SuffixKind : std::uint8_t {
  /// Not a public suffix.
  none,
  /// The list's half of registries: `com`, `co.uk`.
  icann,
  /// The list's half of hosts handed out by the owners of domains: `github.io`, `vercel.app`.
  private_use,
  /// A top-level domain that the list does not name, which its rule `*` takes for a suffix.
  unlisted,
};

/// What kind of public suffix a domain name is, under which anyone may get a name
/// (https://publicsuffix.org/list/). The name is in ASCII form and may end with a dot. As in
/// libpsl, the name under a wildcard rule is a suffix itself:
/// `*.kobe.jp` makes `kobe.jp` one.
SuffixKind suffix_kind(std::string_view domain);

/// Whether `suffix_kind` is other than `none`.
bool is_public_suffix(std::string_view domain);

/// The public suffix and the label before it: the name that somebody registered (`example.co.uk` of
/// `a.b.example.co.uk`). A final dot stays (https://url.spec.whatwg.org/#host-registrable-domain).
/// Nothing for a name that is a public suffix itself, for one with an empty label, and for one
/// whose last label is a number, which no registry has.
std::optional<std::string> registrable_domain(std::string_view domain);

/// The same for a host; nothing for an address.
std::optional<std::string> registrable_domain(const Host& host);

}  // namespace corslint
