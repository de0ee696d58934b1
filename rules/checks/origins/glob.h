#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/enforcers/enforcer.h"
#include "rules/policy/policy.h"

namespace corslint {

/// A glob with one `*`, cut at it. The views point into the entry's value.
struct Glob {
  std::string_view before;  ///< what stands before the `*`
  std::string_view tail;    ///< what stands between the `*` and the port: `.acme.io`
  std::string_view port;    ///< `:8443`, or nothing
};

/// Cuts an entry of the kind `glob` at its `*`; `value` holds at least one.
Glob glob_of(std::string_view value);

/// Whether a glob whose `*` stands for any run of characters admits the origin. Letter case counts.
bool glob_matches(std::string_view glob, std::string_view origin);

/// Where a glob lets foreign sites in.
enum class GlobBreadth {
  bounded,               ///< only hosts below a domain that one party registered, or one host
  any_host,              ///< every host: `https://*`
  open_ended,            ///< any host that begins so: `https://app.*`
  glued,                 ///< other names that end so: `https://*acme.io`
  under_public_suffix,   ///< names that anyone may register: `https://*.github.io`
  under_unlisted_suffix  ///< names below a single label that no registry has: `https://*.corp`
};

/// How far a glob reaches that stands for any run of characters.
GlobBreadth breadth_of(const Glob& glob);

/// An origin that somebody else can hold and that the glob admits; for globs that are not bounded.
std::string attacker_of(const Glob& glob);

/// The domain under which the glob admits hosts (`acme.io` of `https://*.acme.io`); nothing where
/// the `*` is not a whole label in front.
std::optional<std::string_view> domain_under(const Glob& glob);

}  // namespace corslint
