#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace corslint {

/// One way in which a text is not the serialization of an origin. After most of them the origin
/// that is meant is still known; those marked *fatal* leave none.
enum class OriginProblem : std::uint8_t {
  /// Nothing but blanks, or nothing at all. Fatal.
  empty,
  /// Several entries in one text, see `split_joined_origins`. Fatal.
  several_origins,
  /// `NULL` or `Null`: browsers send `null` in lower case.
  null_wrong_case,
  /// No `scheme://` in front: `app.example.com`, `localhost:3000`, `//cdn.example.com`,
  /// `*.example.com`. Fatal.
  missing_scheme,
  /// What stands before `://` is not a scheme. Fatal.
  invalid_scheme,
  /// A known scheme is followed by something else than `://`: `https:/a.com`, `https//a.com`,
  /// `https:\\a.com`.
  malformed_separator,
  /// A scheme whose pages have the opaque origin, so that browsers send `null`: `file://`, `data:`,
  /// `blob:`.
  opaque_scheme,
  uppercase_scheme,
  uppercase_host,
  /// Blanks or line breaks. Fatal where they stand inside scheme, host or port, except for tabs and
  /// line breaks, which
  /// browsers drop.
  whitespace,
  /// Characters that show nothing: zero-width characters, byte order marks, soft hyphens, direction
  /// marks.
  invisible_character,
  /// A comma, semicolon or bar before or after the one entry there is.
  stray_separator,
  /// The path is a single `/`, and nothing follows it.
  trailing_slash,
  path,
  query,
  fragment,
  user_info,
  default_port,
  /// A colon without digits after it.
  empty_port,
  /// Not a number, or above 65535. Fatal.
  invalid_port,
  /// Leading zeros.
  non_canonical_port,
  /// Fatal.
  empty_host,
  /// Characters outside ASCII; browsers send the host in punycode.
  unicode_host,
  /// Browsers decode `%61` in a host.
  percent_encoded_host,
  /// A character that no host may hold (https://url.spec.whatwg.org/#forbidden-domain-code-point).
  /// Fatal.
  forbidden_host_code_point,
  /// IDNA refuses the name. Fatal.
  invalid_domain,
  /// The last label is a number, and the whole is not an address. Fatal.
  invalid_ipv4,
  non_canonical_ipv4,
  /// Fatal.
  invalid_ipv6,
  non_canonical_ipv6,
};

/// A problem and the bytes of the text that it concerns. The length is zero where something is
/// missing at that place.
struct OriginNote {
  OriginProblem problem = OriginProblem::empty;
  std::size_t offset = 0;
  std::size_t length = 0;

  friend bool operator==(const OriginNote&, const OriginNote&) = default;
};

/// A noun phrase for a report: "a trailing slash", "an upper-case host".
std::string_view phrase_of(OriginProblem problem);

}  // namespace corslint
