#include "rules/origin/origin_problem.h"

namespace corslint {

std::string_view phrase_of(OriginProblem problem) {
  switch (problem) {
    case OriginProblem::empty:
      return "no text";
    case OriginProblem::several_origins:
      return "several origins in one text";
    case OriginProblem::null_wrong_case:
      return "null in upper case";
    case OriginProblem::missing_scheme:
      return "no scheme";
    case OriginProblem::invalid_scheme:
      return "an invalid scheme";
    case OriginProblem::malformed_separator:
      return "a malformed \"://\"";
    case OriginProblem::opaque_scheme:
      return "a scheme whose origin is null";
    case OriginProblem::uppercase_scheme:
      return "an upper-case scheme";
    case OriginProblem::uppercase_host:
      return "an upper-case host";
    case OriginProblem::whitespace:
      return "whitespace";
    case OriginProblem::invisible_character:
      return "an invisible character";
    case OriginProblem::stray_separator:
      return "a stray separator";
    case OriginProblem::trailing_slash:
      return "a trailing slash";
    case OriginProblem::path:
      return "a path";
    case OriginProblem::query:
      return "a query";
    case OriginProblem::fragment:
      return "a fragment";
    case OriginProblem::user_info:
      return "user information";
    case OriginProblem::default_port:
      return "the default port";
    case OriginProblem::empty_port:
      return "an empty port";
    case OriginProblem::invalid_port:
      return "an invalid port";
    case OriginProblem::non_canonical_port:
      return "a port with leading zeros";
    case OriginProblem::empty_host:
      return "an empty host";
    case OriginProblem::unicode_host:
      return "a host in Unicode";
    case OriginProblem::percent_encoded_host:
      return "a percent-encoded host";
    case OriginProblem::forbidden_host_code_point:
      return "a character that no host may hold";
    case OriginProblem::invalid_domain:
      return "an invalid domain name";
    case OriginProblem::invalid_ipv4:
      return "an invalid IPv4 address";
    case OriginProblem::non_canonical_ipv4:
      return "a non-canonical IPv4 address";
    case OriginProblem::invalid_ipv6:
      return "an invalid IPv6 address";
    case OriginProblem::non_canonical_ipv6:
      return "a non-canonical IPv6 address";
  }
  return {};
}

}  // namespace corslint
