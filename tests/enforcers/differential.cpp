// One line of JSON for each policy goes to the script, one comes back:
//   {"policy": {"origins": ["https://a.com"], "credentials": true},
//    "requests": [{"method": "OPTIONS", "headers": [["origin", "https://a.com"]]}]}
//   {"start_failure": null, "responses": [{"status": 200, "headers": [["vary", "Origin"]]}]}
// A policy has only the keys that are set: origins, patterns, methods, headers, exposed_headers
// (lists, or a string where the policy has one string), any_origin, credentials, private_network,
// vary, send_wildcard, origin_globs, max_age, preflight_status. Behind the real program stands an
// application that answers everything with 200 and no header. Headers come back with lowered
// names, access-control-* and vary only. Their order does not count, and Vary is a set of names.

#include "tests/enforcers/differential.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/exchange.h"
#include "rules/policy/ascii.h"
#include "tests/enforcers/generated.h"
#include "tests/places.h"
#include "tests/process.h"

namespace corslint::tests {
namespace {

using nlohmann::json;

constexpr std::size_t usual_pairs = 20'000;
constexpr std::size_t differences_shown = 5;
constexpr std::size_t one_left_out_in = 10;
constexpr std::size_t one_admitted_in = 20;
constexpr int status_not_installed = 77;
constexpr int status_not_found = 127;
constexpr int longest_seconds = 600;

std::size_t number_from_environment(const char* name, std::size_t otherwise) {
  const char* const text = std::getenv(name);
  return text != nullptr ? std::stoul(text) : otherwise;
}

void put(json& policy, const char* key, const TextList& list) {
  if (!is_set(list)) return;
  if (list.form == ListForm::single) {
    policy[key] = list.entries.front().value;
    return;
  }
  policy[key] = json::array();
  for (const Text& entry : list.entries) policy[key].push_back(entry.value);
}

template <typename T>
void put(json& policy, const char* key, const Setting<T>& setting) {
  if (setting.value) policy[key] = *setting.value;
}

json as_json(const Policy& policy) {
  json result = json::object();
  put(result, "origins", policy.origins);
  put(result, "patterns", policy.origin_patterns);
  put(result, "methods", policy.methods);
  put(result, "headers", policy.headers);
  put(result, "exposed_headers", policy.exposed_headers);
  put(result, "any_origin", policy.any_origin);
  put(result, "credentials", policy.credentials);
  put(result, "private_network", policy.private_network);
  put(result, "vary", policy.vary);
  put(result, "send_wildcard", policy.send_wildcard);
  put(result, "origin_globs", policy.origin_globs);
  put(result, "max_age", policy.max_age);
  put(result, "preflight_status", policy.preflight_status);
  return result;
}

json as_json(const HeaderList& headers) {
  json result = json::array();
  for (const Header& header : headers) result.push_back({header.name, header.value});
  return result;
}

json as_json(const ServerRequest& request) {
  return {{"method", request.method}, {"headers", as_json(request.headers)}};
}

/// An answer as it is compared and printed.
struct Answer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;
  std::set<std::string> vary;

  bool operator==(const Answer&) const = default;

  void add(const std::string& name, const std::string& value) {
    const std::string lowered = ascii_lowered(name);
    if (lowered != "vary") {
      headers.emplace_back(lowered, value);
      std::sort(headers.begin(), headers.end());
      return;
    }
    std::istringstream elements(ascii_lowered(value));
    for (std::string element; std::getline(elements, element, ',');)
      if (!stripped(element).empty()) vary.emplace(stripped(element));
  }

  bool admits() const {
    return std::any_of(headers.begin(), headers.end(), [](const auto& header) {
      return header.first == "access-control-allow-origin";
    });
  }

  std::string text() const {
    return json({{"status", status}, {"headers", headers}, {"vary", vary}}).dump();
  }
};

Answer as_answer(const Response& response) {
  Answer answer{.status = response.status, .headers = {}, .vary = {}};
  for (const Header& header : response.headers) answer.add(header.name, header.value);
  return answer;
}

Answer as_answer(const json& response) {
  Answer answer{.status = response.at("status"), .headers = {}, .vary = {}};
  for (const auto& header : response.at("headers")) answer.add(header.at(0), header.at(1));
  return answer;
}

/// Whether the pattern engine can tell for every entry of the policy what it matches.
bool is_decidable(const Policy& policy, const Enforcer& enforcer, PatternMatchers& matchers) {
  const auto tells = [&](const EntryMeaning& meaning) {
    return meaning.kind != EntryMeaning::Kind::pattern || matchers.can_match(meaning.pattern);
  };
  const auto tells_origin = [&](const Text& entry) {
    return tells(meaning_of_origin_entry(entry.value, policy, enforcer));
  };
  const auto tells_pattern = [&](const Text& entry) {
    return tells(meaning_of_pattern_entry(entry.value, policy, enforcer));
  };
  const auto& patterns = policy.origin_patterns.entries;
  return std::all_of(policy.origins.entries.begin(), policy.origins.entries.end(), tells_origin) &&
         std::all_of(patterns.begin(), patterns.end(), tells_pattern);
}

struct Case {
  Policy policy;
  std::vector<ServerRequest> requests;
};

class Comparison {
 public:
  Comparison(const RealProgram& program, const Enforcer& enforcer)
      : program_{program}, enforcer_{enforcer} {}

  void generate(std::uint32_t seed, std::size_t pairs) {
    Chance chance{seed};
    std::size_t accepted = 0;
    while (accepted < pairs) {
      Case next{.policy = random_policy(chance, program_.pool), .requests = {}};
      if (!is_decidable(next.policy, enforcer_, matchers_)) {
        ++left_out_;
        continue;
      }
      next.requests = random_requests(chance, program_.pool, next.policy, enforcer_);
      if (!start_failure(next.policy, enforcer_)) accepted += next.requests.size();
      cases_.push_back(std::move(next));
    }
  }

  std::string lines() const {
    std::string text;
    for (const Case& each : cases_) {
      json requests = json::array();
      for (const ServerRequest& request : each.requests) requests.push_back(as_json(request));
      text += json({{"policy", as_json(each.policy)}, {"requests", requests}}).dump() + "\n";
    }
    return text;
  }

  void compare(const std::vector<std::string>& lines) {
    REQUIRE(lines.size() == cases_.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const json real = json::parse(lines[i]);
      if (compare_start(cases_[i].policy, real.at("start_failure")))
        compare_answers(cases_[i], real.at("responses"));
    }
  }

  void report() const {
    CHECK(left_out_ * one_left_out_in < cases_.size());
    // A comparison of refusals alone would tell little.
    CHECK(admitted_ * one_admitted_in > pairs_);
    UNSCOPED_INFO(cases_.size() << " policies, " << refused_ << " of them refused at the start, "
                                << left_out_ << " left out; " << pairs_ << " pairs, in "
                                << admitted_ << " of them the origin is admitted");
    for (const auto& difference : differences_) UNSCOPED_INFO(difference);
    CHECK(difference_count_ == 0);
  }

 private:
  /// Whether both take the policy, so that answers can be compared.
  bool compare_start(const Policy& policy, const json& real) {
    const auto ours = start_failure(policy, enforcer_);
    if (ours) {
      ++refused_;
      CHECK(ours->span != Span{});
      CHECK(contains(policy.span, ours->span));
      CHECK_FALSE(ours->message.empty());
    }
    const bool same_words = program_.start_failure_words == StartFailureWords::free || !ours ||
                            real.is_null() || real == ours->message;
    if (ours.has_value() == real.is_null() || !same_words)
      differ(policy, "start", real.dump(), ours ? json(ours->message).dump() : "null");
    return !ours && real.is_null();
  }

  void compare_answers(const Case& each, const json& real) {
    REQUIRE(real.size() == each.requests.size());
    for (std::size_t i = 0; i < each.requests.size(); ++i) {
      const Answer theirs = as_answer(real[i]);
      const Answer ours = as_answer(answer({each.policy, enforcer_, each.requests[i], matchers_}));
      ++pairs_;
      if (theirs.admits()) ++admitted_;
      if (ours != theirs)
        differ(each.policy, as_json(each.requests[i]).dump(), theirs.text(), ours.text());
    }
  }

  void differ(const Policy& policy, const std::string& request, const std::string& theirs,
              const std::string& ours) {
    if (++difference_count_ > differences_shown) return;
    differences_.push_back("policy:   " + as_json(policy).dump() + "\nrequest:  " + request +
                           "\nprogram:  " + theirs + "\ncorslint: " + ours);
  }

  const RealProgram& program_;
  const Enforcer& enforcer_;
  PatternMatchers matchers_;
  std::vector<Case> cases_;
  std::vector<std::string> differences_;
  std::size_t difference_count_ = 0;
  std::size_t left_out_ = 0;
  std::size_t refused_ = 0;
  std::size_t pairs_ = 0;
  std::size_t admitted_ = 0;
};

}  // namespace

std::vector<std::string> answers_of(const std::vector<std::string>& command,
                                    const std::string& lines) {
  std::vector<std::string> arguments = command;
  if (command.front().find('/') == std::string::npos)
    arguments.insert(arguments.begin(), "/usr/bin/env");
  const std::string program = arguments.front();
  arguments.erase(arguments.begin());
  const auto result = test::run_process(program, arguments,
                                        {.stdin_text = lines,
                                         .working_directory = CORSLINT_SOURCE_DIR,
                                         .timeout_seconds = longest_seconds});
  std::vector<std::string> answers;
  if (result.status == status_not_installed || result.status == status_not_found) {
    const std::string reason =
        "not installed: what " + json(command).dump() + " needs: " + result.standard_error;
    const char* const required = std::getenv("CORSLINT_REQUIRE_PROGRAMS");
    if (required != nullptr && std::string_view(required) == "1") FAIL(reason);
    WARN(reason);
    return answers;
  }
  INFO(result.standard_error);
  REQUIRE(result.status == 0);
  std::istringstream output(result.standard_output);
  for (std::string line; std::getline(output, line);) answers.push_back(line);
  return answers;
}

void compare_with(const RealProgram& program) {
  const Enforcer* const enforcer = find_enforcer(program.dialect);
  REQUIRE(enforcer != nullptr);
  REQUIRE(enforcer->answer != nullptr);
  const auto seed = number_from_environment("CORSLINT_ENFORCER_SEED", 20260801);
  Comparison comparison(program, *enforcer);
  comparison.generate(static_cast<std::uint32_t>(seed),
                      number_from_environment("CORSLINT_ENFORCER_CASES", usual_pairs));
  const auto answers = answers_of(program.command, comparison.lines());
  if (answers.empty()) return;
  comparison.compare(answers);
  comparison.report();
}

}  // namespace corslint::tests
