#include "lint/run/policy_difference.h"

#include <algorithm>
#include <utility>

#include "rules/checks/any_origin.h"
#include "rules/enforcers/admitted_origins.h"
#include "rules/enforcers/enforcer.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

const Enforcer& enforcer_of(const Policy& policy) {
  const Enforcer* enforcer = policy.dialect.empty() ? nullptr : find_enforcer(policy.dialect);
  return enforcer == nullptr ? generic_enforcer() : *enforcer;
}

/// A policy that admits nobody, for the side where there is none.
Policy nothing() {
  Policy policy;
  policy.enabled.value = false;
  return policy;
}

/// What the first set has and the second lacks; undecided where the bounds are reached.
std::optional<OriginChange> surplus(const OriginSet& set, const OriginSet& other, bool& decided) {
  const auto rest = set.without(other);
  const auto empty = rest ? rest->empty() : std::nullopt;
  if (!empty) {
    decided = false;
    return std::nullopt;
  }
  if (*empty) return std::nullopt;
  return OriginChange{.witness = rest->most_telling().value_or(""), .sites = rest->sites()};
}

enum class NameCase { counts, does_not_count };

std::vector<std::string> missing_from(const TextList& list, const TextList& other,
                                      NameCase name_case) {
  std::vector<std::string> missing;
  for (const auto& entry : list.entries) {
    const bool there =
        std::any_of(other.entries.begin(), other.entries.end(), [&](const Text& candidate) {
          return name_case == NameCase::counts ? candidate.value == entry.value
                                               : equal_ignoring_case(candidate.value, entry.value);
        });
    if (!there) missing.push_back(entry.value);
  }
  return missing;
}

NameChange change_of(const TextList& before, const TextList& after, NameCase name_case) {
  return {.gained = missing_from(after, before, name_case),
          .lost = missing_from(before, after, name_case)};
}

PolicyDifference compared(const Policy& before, const Policy& after) {
  PolicyDifference difference;
  const auto old_origins = admitted_origins(before, enforcer_of(before));
  const auto new_origins = admitted_origins(after, enforcer_of(after));
  difference.decided = old_origins.complete && new_origins.complete;
  difference.gained = surplus(new_origins.set, old_origins.set, difference.decided);
  difference.lost = surplus(old_origins.set, new_origins.set, difference.decided);
  difference.methods = change_of(before.methods, after.methods, NameCase::counts);
  difference.headers = change_of(before.headers, after.headers, NameCase::does_not_count);
  difference.exposed_headers =
      change_of(before.exposed_headers, after.exposed_headers, NameCase::does_not_count);
  const bool credentials_before = allows_credentials(before, enforcer_of(before));
  const bool credentials_after = allows_credentials(after, enforcer_of(after));
  if (credentials_before != credentials_after) difference.credentials_turned_on = credentials_after;
  return difference;
}

bool is_same(const Policy& left, const Policy& right) {
  return left.name == right.name && left.environment == right.environment;
}

const Policy* counterpart(const Policy& policy, const std::vector<Policy>& own,
                          const std::vector<Policy>& others) {
  if (own.size() == 1 && others.size() == 1) return &others.front();
  const auto found = std::find_if(others.begin(), others.end(),
                                  [&](const Policy& other) { return is_same(policy, other); });
  return found == others.end() ? nullptr : &*found;
}

bool is_empty(const NameChange& change) {
  return change.gained.empty() && change.lost.empty();
}

bool is_empty(const PolicyDifference& difference) {
  return difference.presence == PolicyDifference::Presence::both && difference.decided &&
         !difference.gained && !difference.lost && is_empty(difference.methods) &&
         is_empty(difference.headers) && is_empty(difference.exposed_headers) &&
         !difference.credentials_turned_on;
}

}  // namespace

std::vector<PolicyDifference> differences(const std::vector<Policy>& before,
                                          const std::vector<Policy>& after) {
  std::vector<PolicyDifference> result;
  const auto add = [&](PolicyDifference difference, const Policy& named,
                       PolicyDifference::Presence presence) {
    difference.name = named.name;
    difference.environment = named.environment;
    difference.presence = presence;
    if (!is_empty(difference)) result.push_back(std::move(difference));
  };
  for (const auto& policy : after) {
    const Policy* old = counterpart(policy, after, before);
    if (old == nullptr) {
      add(compared(nothing(), policy), policy, PolicyDifference::Presence::only_new);
    } else {
      add(compared(*old, policy), policy, PolicyDifference::Presence::both);
    }
  }
  for (const auto& policy : before) {
    if (counterpart(policy, before, after) == nullptr)
      add(compared(policy, nothing()), policy, PolicyDifference::Presence::only_old);
  }
  return result;
}

bool gains_access(const PolicyDifference& difference) {
  if (difference.presence == PolicyDifference::Presence::only_old) return false;
  return !difference.decided || difference.gained || !difference.methods.gained.empty() ||
         !difference.headers.gained.empty() || !difference.exposed_headers.gained.empty() ||
         difference.credentials_turned_on.value_or(false);
}

}  // namespace corslint
