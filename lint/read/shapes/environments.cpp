#include "lint/read/shapes/environments.h"

#include <algorithm>
#include <array>

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool stands_for_any(std::string_view key) {
  static constexpr std::array<std::string_view, 5> words{"default", "defaults", "env",
                                                         "environments", "base"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return equal_ignoring_case(key, word); });
}

template <typename T>
void inherit(Setting<T>& own, const Setting<T>& from) {
  if (own.key.empty()) own = from;
}

void inherit(TextList& own, const TextList& from) {
  if (!is_set(own)) own = from;
}

void inherit(Policy& policy, const Policy& base) {
  inherit(policy.origins, base.origins);
  inherit(policy.origin_patterns, base.origin_patterns);
  inherit(policy.methods, base.methods);
  inherit(policy.headers, base.headers);
  inherit(policy.exposed_headers, base.exposed_headers);
  inherit(policy.any_origin, base.any_origin);
  inherit(policy.credentials, base.credentials);
  inherit(policy.private_network, base.private_network);
  inherit(policy.enabled, base.enabled);
  inherit(policy.vary, base.vary);
  inherit(policy.max_age, base.max_age);
  if (policy.dialect.empty()) policy.dialect = base.dialect;
}

}  // namespace

Environment environment_of_place(const Place& place) {
  for (const Place* at = &place; at != nullptr; at = at->parent) {
    if (const auto environment = environment_named(key_of(*at))) return *environment;
  }
  return Environment::unknown;
}

std::string name_without_environment(const Place& place, const SourceFile& file) {
  std::string name;
  for (const Place* at = &place; at->parent != nullptr; at = at->parent) {
    if (at->index) return path_name(place, file);
    const auto key = key_of(*at);
    if (environment_named(key) || stands_for_any(key)) continue;
    if (!name.empty()) name.insert(0, 1, '.');
    name.insert(0, key);
  }
  return name.empty() ? path_name(place, file) : name;
}

void inherit_from_defaults(std::vector<Policy>& policies) {
  for (auto& policy : policies) {
    if (policy.environment == Environment::unknown) continue;
    const auto base = std::find_if(policies.begin(), policies.end(), [&](const Policy& other) {
      return other.environment == Environment::unknown && other.name == policy.name;
    });
    if (base != policies.end()) inherit(policy, *base);
  }
}

}  // namespace corslint
