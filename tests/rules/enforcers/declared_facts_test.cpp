// What an enforcer declares is what rules believe; what it answers is compared with the real
// program. Here the two are held against each other, for every enforcer.

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/simulation.h"
#include "rules/fetch/preflight.h"
#include "rules/policy/ascii.h"
#include "rules/policy/policy.h"

namespace corslint {
namespace {

constexpr const char* stranger = "https://attacker.example";
constexpr const char* listed = "https://app.acme.io";

TextList list_of(const std::vector<std::string>& values) {
  TextList list;
  list.form = ListForm::list;
  for (const auto& value : values) {
    Text text;
    text.value = value;
    list.entries.push_back(text);
  }
  return list;
}

Flag switched(bool value) {
  Flag flag;
  flag.value = value;
  return flag;
}

/// A policy that every enforcer takes: origins and methods that are known everywhere.
Policy policy_for(const std::vector<std::string>& origins) {
  Policy policy;
  policy.origins = list_of(origins);
  policy.methods = list_of({"GET", "PUT"});
  return policy;
}

/// The policy that says `everybody` in the enforcer's own way.
Policy everybody(const Enforcer& enforcer) {
  Policy policy = policy_for({"*"});
  // Where one string is what the enforcer reads, `*` is written so.
  if (enforcer.string_as_list_text.empty()) policy.origins.form = ListForm::single;
  const auto is_wildcard = [&] {
    return meaning_of_origin_entry("*", policy, enforcer).kind == EntryMeaning::Kind::every_origin;
  };
  if (!is_wildcard()) policy.origins.form = ListForm::single;
  if (!is_wildcard()) {
    policy.origins = {};
    policy.any_origin = switched(true);
  }
  return policy;
}

Request request_of(const std::string& origin, const std::string& method,
                   CredentialsMode credentials) {
  Request request;
  request.origin = origin;
  request.method = method;
  request.credentials_mode = credentials;
  return request;
}

std::optional<std::string> allowed_origin(const Response& response) {
  return get(response.headers, "access-control-allow-origin");
}

bool is_admitted(const Policy& policy, const Enforcer& enforcer, const std::string& origin) {
  PatternMatchers matchers;
  const auto simulation =
      simulate(policy, enforcer, request_of(origin, "GET", CredentialsMode::omit), matchers);
  return !simulation.reason;
}

WildcardWithCredentials wildcard_outcome(const Enforcer& enforcer) {
  Policy policy = everybody(enforcer);
  policy.credentials = switched(true);
  PatternMatchers matchers;
  const auto with =
      simulate(policy, enforcer, request_of(stranger, "PUT", CredentialsMode::include), matchers);
  const auto without =
      simulate(policy, enforcer, request_of(stranger, "PUT", CredentialsMode::omit), matchers);
  if (with.start_failure) return WildcardWithCredentials::refuses_to_start;
  const auto names_stranger = [](const Response& response) {
    return allowed_origin(response) == stranger;
  };
  const std::vector<const Response*> answers{&*with.preflight_response, &with.response,
                                             &without.response};
  const auto count = std::count_if(answers.begin(), answers.end(), [&](const Response* response) {
    return names_stranger(*response);
  });
  if (count == 3) return WildcardWithCredentials::reflects;
  if (count > 0) return WildcardWithCredentials::reflects_in_part;
  return get(with.response.headers, "access-control-allow-credentials")
             ? WildcardWithCredentials::sends_wildcard
             : WildcardWithCredentials::credentials_dropped;
}

EmptyOrigins empty_outcome(const Enforcer& enforcer) {
  const Policy policy = policy_for({});
  if (start_failure(policy, enforcer)) return EmptyOrigins::refused;
  return is_admitted(policy, enforcer, stranger) ? EmptyOrigins::everybody : EmptyOrigins::nobody;
}

Response preflight_answer(const Policy& policy, const Enforcer& enforcer, const HeaderList& extra,
                          const std::string& method) {
  PatternMatchers matchers;
  ServerRequest request{.method = "OPTIONS", .headers = extra};
  request.headers.push_back({"origin", listed});
  request.headers.push_back({"access-control-request-method", method});
  return answer({policy, enforcer, request, matchers});
}

/// What a list `*` becomes in the header of that name, where the preflight asks for `asked`.
NameWildcard name_wildcard(const std::optional<std::string>& with_credentials,
                           const std::optional<std::string>& without, const std::string& asked) {
  const auto holds_asked = [&](const std::optional<std::string>& value) {
    return value && ascii_lowered(*value).find(ascii_lowered(asked)) != std::string::npos;
  };
  if (holds_asked(with_credentials) && holds_asked(without))
    return with_credentials->find(',') == std::string::npos ? NameWildcard::mirrored
                                                            : NameWildcard::everything;
  if (holds_asked(with_credentials)) return NameWildcard::mirrored_with_credentials;
  if (without == "*" && with_credentials == "*") return NameWildcard::literal;
  if (without == "*") return NameWildcard::dropped_with_credentials;
  return NameWildcard::not_supported;
}

std::string id_of(const Enforcer& enforcer) {
  return std::string(enforcer.name) +
         (enforcer.since.empty() ? std::string() : '@' + std::string(enforcer.since));
}

/// Runs `judge` for every enforcer, as a section of its own.
template <typename Judge>
void for_every_enforcer(const Judge& judge) {
  for (const Enforcer* enforcer : enforcers()) {
    DYNAMIC_SECTION(id_of(*enforcer)) {
      REQUIRE(enforcer->answer != nullptr);
      judge(*enforcer);
    }
  }
}

}  // namespace

TEST_CASE("what an enforcer declares of `*` with credentials is what it answers") {
  for_every_enforcer([](const Enforcer& enforcer) {
    CHECK(wildcard_outcome(enforcer) == enforcer.wildcard_with_credentials);
  });
}

TEST_CASE("what an enforcer declares of an empty list is what it answers") {
  for_every_enforcer(
      [](const Enforcer& enforcer) { CHECK(empty_outcome(enforcer) == enforcer.empty_origins); });
}

TEST_CASE("an enforcer admits everybody without a list of origins where it declares so") {
  for_every_enforcer([](const Enforcer& enforcer) {
    Policy policy = policy_for({});
    policy.origins = {};
    if (start_failure(policy, enforcer)) return;
    CHECK(is_admitted(policy, enforcer, stranger) == enforcer.everyone_by_default);
  });
}

TEST_CASE("an enforcer allows credentials without being told where it declares so") {
  for_every_enforcer([](const Enforcer& enforcer) {
    if (!enforcer.has_credentials) return;
    PatternMatchers matchers;
    const auto simulation = simulate(policy_for({listed}), enforcer,
                                     request_of(listed, "GET", CredentialsMode::include), matchers);
    CHECK(!simulation.reason == enforcer.credentials_by_default);
  });
}

TEST_CASE("an enforcer admits the origin that is listed, and no other") {
  for_every_enforcer([](const Enforcer& enforcer) {
    CHECK(is_admitted(policy_for({listed}), enforcer, listed));
    CHECK_FALSE(is_admitted(policy_for({listed}), enforcer, stranger));
    CHECK_FALSE(is_admitted(policy_for({listed}), enforcer, "http://app.acme.io"));
    CHECK_FALSE(is_admitted(policy_for({listed}), enforcer, "https://app.acme.io:8443"));
  });
}

TEST_CASE("an enforcer forgives letter case in an entry where it declares so") {
  for_every_enforcer([](const Enforcer& enforcer) {
    if (!enforcer.comparison_text.empty()) return;
    const bool forgives = enforcer.comparison != OriginComparison::exact;
    CHECK(is_admitted(policy_for({"HTTPS://App.acme.io"}), enforcer, listed) == forgives);
  });
}

TEST_CASE("an enforcer reads `*` inside an entry where it declares so") {
  for_every_enforcer([](const Enforcer& enforcer) {
    Policy policy = policy_for({"https://*.acme.io"});
    policy.origin_globs = switched(true);
    const bool reads = enforcer.glob != GlobSupport::none;
    CHECK(is_admitted(policy, enforcer, listed) == reads);
    CHECK(is_admitted(policy, enforcer, "https://a.b.acme.io") ==
          (reads && enforcer.glob != GlobSupport::one_label));
    policy.origin_globs = {};
    CHECK(is_admitted(policy, enforcer, listed) == (reads && !enforcer.globs_are_optional));
  });
}

TEST_CASE("what an enforcer declares of `*` among header names is what it answers") {
  for_every_enforcer([](const Enforcer& enforcer) {
    Policy policy = policy_for({listed});
    policy.headers = list_of({"*"});
    const HeaderList asked{{"access-control-request-headers", "x-asked"}};
    const auto value = [&](bool credentials) {
      policy.credentials = switched(credentials);
      return get(preflight_answer(policy, enforcer, asked, "PUT").headers,
                 "access-control-allow-headers");
    };
    if (!start_failure(policy, enforcer))
      CHECK(name_wildcard(value(true), value(false), "x-asked") == enforcer.header_wildcard);
  });
}

TEST_CASE("what an enforcer declares of `*` among methods is what it answers") {
  for_every_enforcer([](const Enforcer& enforcer) {
    Policy policy = policy_for({listed});
    policy.methods = list_of({"*"});
    const auto value = [&](bool credentials) {
      policy.credentials = switched(credentials);
      return get(preflight_answer(policy, enforcer, {}, "PATCH").headers,
                 "access-control-allow-methods");
    };
    if (!start_failure(policy, enforcer))
      CHECK(name_wildcard(value(true), value(false), "PATCH") == enforcer.method_wildcard);
  });
}

TEST_CASE("an enforcer sends `Vary: Origin` where it declares so") {
  for_every_enforcer([](const Enforcer& enforcer) {
    Policy policy = policy_for({listed, "https://www.acme.io"});
    const auto varies = [&] {
      PatternMatchers matchers;
      const auto simulation =
          simulate(policy, enforcer, request_of(listed, "GET", CredentialsMode::omit), matchers);
      return get(simulation.response.headers, "vary").has_value();
    };
    CHECK(varies() == (enforcer.vary == VaryBehaviour::always));
    policy.vary = switched(true);
    CHECK(varies() == (enforcer.vary != VaryBehaviour::never));
  });
}

TEST_CASE("an enforcer compares the method of requests with its list where it declares so") {
  for_every_enforcer([](const Enforcer& enforcer) {
    Policy policy = policy_for({listed});
    policy.methods = list_of({"PUT"});
    if (start_failure(policy, enforcer)) return;
    const bool refuses_get = !is_admitted(policy, enforcer, listed);
    CHECK(refuses_get == (enforcer.method_check == MethodCheck::actual_requests_too));
  });
}

TEST_CASE("an enforcer compares what a preflight asks for with its lists where it declares so") {
  for_every_enforcer([](const Enforcer& enforcer) {
    Policy policy = policy_for({listed});
    policy.headers = list_of({"X-Listed"});
    const auto listed_method = preflight_answer(policy, enforcer, {}, "PUT");
    const auto other_method = preflight_answer(policy, enforcer, {}, "DELETE");
    const HeaderList asked{{"access-control-request-headers", "x-other"}};
    const auto other_header = preflight_answer(policy, enforcer, asked, "PUT");
    const auto differs = [&](const Response& response) {
      return response.status != listed_method.status ||
             allowed_origin(response) != allowed_origin(listed_method) ||
             get(response.headers, "access-control-allow-methods").has_value() !=
                 get(listed_method.headers, "access-control-allow-methods").has_value();
    };
    CHECK((differs(other_method) || differs(other_header)) ==
          (enforcer.name_check == NameCheck::compared));
  });
}

TEST_CASE("an enforcer permits the safelisted header names unasked where it declares so") {
  for_every_enforcer([](const Enforcer& enforcer) {
    Policy policy = policy_for({listed});
    policy.headers = list_of({"X-Listed"});
    const HeaderList asked{{"access-control-request-headers", "content-type"}};
    const auto response = preflight_answer(policy, enforcer, asked, "PUT");
    const auto names =
        extract_header_list_values("access-control-allow-headers", response.headers).names;
    const bool permits = std::any_of(names.begin(), names.end(), [](const std::string& name) {
      return equal_ignoring_case(name, "content-type");
    });
    CHECK(permits == enforcer.adds_safelisted_headers);
  });
}

}  // namespace corslint
