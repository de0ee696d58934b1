#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/enforcers/enforcer.h"
#include "rules/policy/policy.h"

namespace corslint::tests {

/// The entries of a list of a policy; not set where it is made from nothing.
struct Entries {
  bool set = false;
  std::vector<std::string> values;

  Entries() = default;
  Entries(std::initializer_list<std::string> entries) : set{true}, values{entries} {}

  /// A list that is there and has no entry.
  static Entries none();
};

/// A policy in as few words as a table of answers has room for.
struct PolicyInBrief {
  Entries origins = {};
  Entries patterns = {};
  Entries methods = {};
  Entries headers = {};
  Entries exposed = {};
  bool any_origin = false;
  bool credentials = false;
  bool globs = false;
  bool private_network = false;
  std::optional<std::int64_t> max_age = {};
};

/// What an enforcer answers to one request. `source` says where that stands. A request is written
/// `OPTIONS origin=https://a.com method=PUT headers=x-a,x-b network=true`, an answer `200`, then
/// each header in alphabetical order on a line of its own: `vary: Origin`.
struct ExpectedAnswer {
  std::string_view source;
  PolicyInBrief policy;
  std::string_view request;
  std::vector<std::string> answer;
};

/// The policy, written out.
Policy policy_of(const PolicyInBrief& brief);

/// Fails the test for each row that the dialect's enforcer answers otherwise.
void check_answers(std::string_view dialect, const std::vector<ExpectedAnswer>& rows);

/// What the dialect's program says as it refuses the policy; empty where it takes it.
std::string refusal(std::string_view dialect, const PolicyInBrief& policy);

/// Whether an entry of the dialect's policy admits the origin, by what entries mean and not by what
/// is answered.
bool entries_admit(std::string_view dialect, const PolicyInBrief& policy, std::string_view origin);

}  // namespace corslint::tests
