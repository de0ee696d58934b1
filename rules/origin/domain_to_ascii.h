#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace corslint {

/// The ASCII form that a browser gives a domain name: lower case, non-ASCII labels in punycode, by
/// non-transitional UTS #46 without the checks for hyphens, for lengths and for
/// letters-digits-hyphen (https://url.spec.whatwg.org/#concept-domain-to-ascii). Nothing where the
/// name is not valid, or where a label with non-ASCII characters does not fit into the 63 bytes
/// that DNS allows.
std::optional<std::string> domain_to_ascii(std::string_view domain);

}  // namespace corslint
