#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace corslint::tests {

/// What random policies and requests are made of. A list that is left empty, and a switch that is
/// left false, is never set in a policy.
struct Pool {
  std::vector<std::string> origins;
  std::vector<std::string> patterns;
  std::vector<std::string> methods;
  std::vector<std::string> headers;
  std::vector<std::string> exposed_headers;
  std::vector<std::int64_t> max_ages;
  std::vector<std::int64_t> preflight_statuses;
  bool any_origin = false;
  bool credentials = false;
  bool private_network = false;
  bool vary = false;
  bool send_wildcard = false;
  bool origin_globs = false;

  /// Whether a list may be one string instead (`ListForm::single`).
  bool single_strings = false;

  /// How many patterns a policy of this program can hold.
  std::size_t patterns_at_most = 3;

  /// Origins that requests are sent with, besides those made from the entries of their policy.
  /// Printable ASCII.
  std::vector<std::string> request_origins;
  std::vector<std::string> requested_methods;
  std::vector<std::string> requested_headers;

  /// Whether preflights ask for access to a private network, too.
  bool asks_for_private_network = true;
};

/// Realistic and awkward entries of every kind, without any switch: exact origins, other case,
/// ports, slashes, paths, stars, `null`, the empty string, IDN, and patterns that every engine
/// reads.
Pool usual_pool();

/// Patterns that Python's `re` reads and other engines may not, and some that it refuses.
std::vector<std::string> python_patterns();
std::vector<std::string> broken_python_patterns();

}  // namespace corslint::tests
