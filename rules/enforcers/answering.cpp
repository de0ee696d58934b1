#include "rules/enforcers/answering.h"

#include <algorithm>

#include "rules/enforcers/entry_meaning.h"

namespace corslint {

std::optional<std::string> request_header(const Exchange& exchange, std::string_view name) {
  return get(exchange.request.headers, name);
}

bool asks_for_preflight(const Exchange& exchange) {
  return exchange.request.method == "OPTIONS" &&
         request_header(exchange, "access-control-request-method");
}

std::vector<std::string> values_of(const TextList& list) {
  std::vector<std::string> values;
  values.reserve(list.entries.size());
  for (const auto& entry : list.entries) values.push_back(entry.value);
  return values;
}

std::string joined(const std::vector<std::string>& values, std::string_view separator) {
  std::string result;
  for (const auto& value : values) {
    if (&value != &values.front()) result += separator;
    result += value;
  }
  return result;
}

bool holds(const TextList& list, std::string_view value) {
  return std::any_of(list.entries.begin(), list.entries.end(),
                     [&](const Text& entry) { return entry.value == value; });
}

bool entry_admits(const Exchange& exchange, std::string_view origin) {
  const Policy& policy = exchange.policy;
  const Enforcer& enforcer = exchange.enforcer;
  PatternMatchers& matchers = exchange.matchers;
  const auto by_entry = [&](const Text& entry) {
    return admits(meaning_of_origin_entry(entry.value, policy, enforcer), origin, matchers);
  };
  const auto by_pattern = [&](const Text& entry) {
    return admits(meaning_of_pattern_entry(entry.value, policy, enforcer), origin, matchers);
  };
  return std::any_of(policy.origins.entries.begin(), policy.origins.entries.end(), by_entry) ||
         std::any_of(policy.origin_patterns.entries.begin(), policy.origin_patterns.entries.end(),
                     by_pattern);
}

void add_to_vary(Response& response, std::string_view element) {
  const auto before = get(response.headers, "vary");
  set(response.headers, "vary",
      before ? *before + ", " + std::string(element) : std::string(element));
}

}  // namespace corslint
