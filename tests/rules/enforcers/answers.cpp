#include "tests/rules/enforcers/answers.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/exchange.h"
#include "rules/policy/ascii.h"

namespace corslint::tests {
namespace {

/// A place of its own for each entry, inside the policy's.
class Places {
 public:
  Span next() {
    end_ += 2;
    return {.begin = end_ - 2, .end = end_ - 1};
  }
  Span all() const { return {.begin = 0, .end = end_}; }

 private:
  std::uint32_t end_ = 0;
};

TextList list_of(const Entries& entries, Places& places) {
  TextList list;
  if (!entries.set) return list;
  list.form = ListForm::list;
  list.span = places.next();
  for (const auto& value : entries.values)
    list.entries.push_back({.value = value, .span = places.next(), .content = {}, .removal = {}});
  return list;
}

Flag flag_of(bool value, Places& places) {
  if (!value) return {};
  return {.value = true, .key = {}, .key_span = {}, .span = places.next()};
}

std::string header_of_word(std::string_view word) {
  if (word == "method" || word == "headers") return "Access-Control-Request-" + std::string(word);
  if (word == "network") return "Access-Control-Request-Private-Network";
  return std::string(word);
}

ServerRequest request_of(std::string_view text) {
  std::istringstream words{std::string(text)};
  ServerRequest request;
  words >> request.method;
  for (std::string word; words >> word;) {
    const auto equals = word.find('=');
    request.headers.push_back({header_of_word(word.substr(0, equals)), word.substr(equals + 1)});
  }
  return request;
}

std::vector<std::string> lines_of(const Response& response) {
  std::vector<std::string> lines;
  for (const auto& header : response.headers)
    lines.push_back(ascii_lowered(header.name) + ": " + header.value);
  std::sort(lines.begin(), lines.end());
  lines.insert(lines.begin(), std::to_string(response.status));
  return lines;
}

const Enforcer& enforcer_of(std::string_view dialect) {
  const Enforcer* const enforcer = find_enforcer(dialect);
  REQUIRE(enforcer != nullptr);
  return *enforcer;
}

}  // namespace

Entries Entries::none() {
  Entries entries;
  entries.set = true;
  return entries;
}

Policy policy_of(const PolicyInBrief& brief) {
  Places places;
  Policy policy;
  policy.origins = list_of(brief.origins, places);
  policy.origin_patterns = list_of(brief.patterns, places);
  policy.methods = list_of(brief.methods, places);
  policy.headers = list_of(brief.headers, places);
  policy.exposed_headers = list_of(brief.exposed, places);
  policy.any_origin = flag_of(brief.any_origin, places);
  policy.credentials = flag_of(brief.credentials, places);
  policy.origin_globs = flag_of(brief.globs, places);
  policy.private_network = flag_of(brief.private_network, places);
  if (brief.max_age)
    policy.max_age = {.value = brief.max_age, .key = {}, .key_span = {}, .span = places.next()};
  policy.span = places.all();
  return policy;
}

void check_answers(std::string_view dialect, const std::vector<ExpectedAnswer>& rows) {
  const Enforcer& enforcer = enforcer_of(dialect);
  PatternMatchers matchers;
  for (const auto& row : rows) {
    const Policy policy = policy_of(row.policy);
    INFO(row.source << "\n" << row.request);
    CHECK_FALSE(start_failure(policy, enforcer).has_value());
    CHECK(lines_of(answer({policy, enforcer, request_of(row.request), matchers})) == row.answer);
  }
}

std::string refusal(std::string_view dialect, const PolicyInBrief& policy) {
  const Policy written = policy_of(policy);
  const auto failure = start_failure(written, enforcer_of(dialect));
  if (!failure) return {};
  CHECK(contains(written.span, failure->span));
  return failure->message;
}

bool entries_admit(std::string_view dialect, const PolicyInBrief& policy, std::string_view origin) {
  const Enforcer& enforcer = enforcer_of(dialect);
  const Policy written = policy_of(policy);
  PatternMatchers matchers;
  const auto& entries = written.origins.entries;
  const auto& patterns = written.origin_patterns.entries;
  return std::any_of(entries.begin(), entries.end(),
                     [&](const Text& entry) {
                       return admits(meaning_of_origin_entry(entry.value, written, enforcer),
                                     origin, matchers);
                     }) ||
         std::any_of(patterns.begin(), patterns.end(), [&](const Text& entry) {
           return admits(meaning_of_pattern_entry(entry.value, written, enforcer), origin,
                         matchers);
         });
}

}  // namespace corslint::tests
