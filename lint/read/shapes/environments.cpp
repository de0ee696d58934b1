#include "lint/read/shapes/environments.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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

std::size_t entry_count(const Policy& policy) {
  return policy.origins.entries.size() + policy.origin_patterns.entries.size() +
         policy.methods.entries.size() + policy.headers.entries.size() +
         policy.exposed_headers.entries.size();
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

std::size_t inherit_from_defaults(std::vector<Policy>& policies) {
  std::unordered_map<std::string_view, const Policy*> bases;
  for (const auto& policy : policies)
    if (policy.environment == Environment::unknown) bases.try_emplace(policy.name, &policy);
  std::size_t entries = 0;
  for (std::size_t i = 0; i < policies.size(); ++i) {
    auto& policy = policies[i];
    const auto base = bases.find(policy.name);
    if (policy.environment != Environment::unknown && base != bases.end())
      inherit(policy, *base->second);
    entries += entry_count(policy);
    if (entries > most_entries_in_all) return i;
  }
  return policies.size();
}

}  // namespace corslint
