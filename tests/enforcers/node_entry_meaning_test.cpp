#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/fetch/cors_check.h"
#include "tests/enforcers/generated.h"
#include "tests/enforcers/node_pool.h"

namespace corslint::tests {
namespace {

constexpr int policies_each = 400;

bool is_default(const Policy& policy) {
  return is_on(policy.any_origin) || (!is_set(policy.origins) && !is_set(policy.origin_patterns));
}

bool some_entry_admits(const Policy& policy, const Enforcer& enforcer, std::string_view origin,
                       PatternMatchers& matchers) {
  const auto by_entry = [&](const Text& entry) {
    return admits(meaning_of_origin_entry(entry.value, policy, enforcer), origin, matchers);
  };
  const auto by_pattern = [&](const Text& entry) {
    return admits(meaning_of_pattern_entry(entry.value, policy, enforcer), origin, matchers);
  };
  const auto& origins = policy.origins.entries;
  const auto& patterns = policy.origin_patterns.entries;
  return std::any_of(origins.begin(), origins.end(), by_entry) ||
         std::any_of(patterns.begin(), patterns.end(), by_pattern);
}

void compare(const Policy& policy, const Enforcer& enforcer, const std::string& origin,
             PatternMatchers& matchers) {
  const ServerRequest request{.method = "GET", .headers = {{"origin", origin}}};
  const Response response = answer({policy, enforcer, request, matchers});
  const bool reads = !cors_check({.origin = origin, .headers = {}}, response);
  const bool named = is_default(policy) || some_entry_admits(policy, enforcer, origin, matchers);
  CAPTURE(enforcer.name, enforcer.since, origin, response.status);
  for (const Text& entry : policy.origins.entries) UNSCOPED_INFO("origin entry: " << entry.value);
  CHECK(reads == named);
}

Pool origins_of(Pool pool, const Enforcer& enforcer) {
  pool.exposed_headers.clear();
  pool.max_ages.clear();
  if (!enforcer.pattern_syntax) pool.patterns.clear();
  return pool;
}

TEST_CASE("browsers let those origins read that an entry means on Node") {
  for (const Enforcer* enforcer : enforcers()) {
    constexpr std::array<std::string_view, 4> names{"express", "fastify", "hono", "koa"};
    if (std::find(names.begin(), names.end(), enforcer->name) == names.end()) continue;
    const Pool pool = origins_of(regexp_pool(), *enforcer);
    Chance chance{20260801};
    PatternMatchers matchers;
    for (int i = 0; i < policies_each; ++i) {
      const Policy policy = random_policy(chance, pool);
      if (start_failure(policy, *enforcer)) continue;
      for (const auto& request : random_requests(chance, pool, policy, *enforcer)) {
        const auto origin = get(request.headers, "origin").value_or("");
        if (!origin.empty() && origin != "*") compare(policy, *enforcer, origin, matchers);
      }
    }
  }
}

}  // namespace
}  // namespace corslint::tests
