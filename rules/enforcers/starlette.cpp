// Starlette's CORSMiddleware, which FastAPI re-exports. 0.26.1 is run by the tests; the other
// versions are written from the source of starlette/middleware/cors.py (encode/starlette at
// d8e7059, of 2020, and 0012249; Kludex/starlette pull requests 880, 1111, 1112, 1113, 3065 and
// 3137) and from runs of 0.12.0, 0.13.0, 0.14.2, 0.15.0, 0.27.0, 0.46.0, 0.52.1, 1.0.0 and 1.3.1.
// No version raises for `*` with credentials. Not in here: pull request 3517, merged after 1.4.0,
// which lets preflights vary by everything that they ask for.
//
// Python's `in` decides: in a list it compares, in one string it finds substrings. What is joined
// or sorted of one string are its characters. A policy with several patterns stands for their
// alternation, since Starlette takes one.

#include <algorithm>
#include <set>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/python_values.h"
#include "rules/pattern/parser.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

enum class Version { from_0_0, from_0_13_3, from_0_15, from_0_51, from_1_0 };

constexpr int status_refused = 400;
constexpr std::string_view usual_max_age = "600";

/// The switch is not Starlette's own: whoever reads such a policy hands it over as `*`.
bool admits_everyone(const Policy& policy) {
  return python_contains(policy.origins, "*");
}

bool admits_origin(const Exchange& exchange, std::string_view origin) {
  return admits_everyone(exchange.policy) || python_contains(exchange.policy.origins, origin) ||
         entry_admits(exchange, origin);
}

std::vector<std::string> allowed_methods(const Policy& policy, Version version) {
  if (!is_set(policy.methods)) return {"GET"};
  if (!python_contains(policy.methods, "*")) return python_items(policy.methods);
  if (version < Version::from_0_15) return {"DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"};
  return {"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"};
}

bool permits_method(const Policy& policy, const std::string& method, Version version) {
  if (policy.methods.form == ListForm::single && !python_contains(policy.methods, "*"))
    return python_contains(policy.methods, method);
  const auto methods = allowed_methods(policy, version);
  return std::find(methods.begin(), methods.end(), method) != methods.end();
}

std::vector<std::string> allowed_headers(const Policy& policy, Version version) {
  auto listed = python_items(policy.headers);
  if (version < Version::from_0_13_3) return listed;
  std::set<std::string> sorted{"Accept", "Accept-Language", "Content-Language", "Content-Type"};
  sorted.insert(listed.begin(), listed.end());
  return {sorted.begin(), sorted.end()};
}

bool permits_headers(std::string_view requested, const std::vector<std::string>& allowed) {
  std::set<std::string> lowered;
  for (const auto& name : allowed) lowered.insert(ascii_lowered(name));
  while (true) {
    const auto comma = requested.find(',');
    const auto name = ascii_lowered(stripped(requested.substr(0, comma)));
    if (!lowered.contains(name)) return false;
    if (comma == std::string_view::npos) return true;
    requested.remove_prefix(comma + 1);
  }
}

void admit_by_name(Response& response, const std::string& origin) {
  set(response.headers, "access-control-allow-origin", origin);
  add_to_vary(response, "Origin");
}

void add_credentials(const Policy& policy, Response& response) {
  if (is_on(policy.credentials))
    response.headers.push_back({"access-control-allow-credentials", "true"});
}

void answer_requested_headers(const Exchange& exchange, Version version, Response& response) {
  const auto requested = request_header(exchange, "access-control-request-headers");
  const auto allowed = allowed_headers(exchange.policy, version);
  if (python_contains(exchange.policy.headers, "*")) {
    if (requested) response.headers.push_back({"access-control-allow-headers", *requested});
    return;
  }
  if (!allowed.empty())
    response.headers.push_back({"access-control-allow-headers", joined(allowed, ", ")});
  if (requested && !permits_headers(*requested, allowed)) response.status = status_refused;
}

void answer_private_network(const Exchange& exchange, Version version, Response& response) {
  if (version < Version::from_0_51) return;
  if (!request_header(exchange, "access-control-request-private-network")) return;
  if (is_on(exchange.policy.private_network)) {
    response.headers.push_back({"access-control-allow-private-network", "true"});
  } else {
    response.status = status_refused;
  }
}

Response answer_preflight(const Exchange& exchange, const std::string& origin, Version version) {
  const Policy& policy = exchange.policy;
  Response response;
  const bool by_name =
      !admits_everyone(policy) || (version >= Version::from_0_15 && is_on(policy.credentials));
  if (!by_name) {
    response.headers.push_back({"access-control-allow-origin", "*"});
  } else if (admits_origin(exchange, origin)) {
    admit_by_name(response, origin);
  } else {
    add_to_vary(response, "Origin");
    response.status = status_refused;
  }
  const auto method = request_header(exchange, "access-control-request-method").value_or("");
  if (!permits_method(policy, method, version)) response.status = status_refused;
  response.headers.push_back(
      {"access-control-allow-methods", joined(allowed_methods(policy, version), ", ")});
  response.headers.push_back({"access-control-max-age", policy.max_age.value
                                                            ? std::to_string(*policy.max_age.value)
                                                            : std::string(usual_max_age)});
  add_credentials(policy, response);
  answer_requested_headers(exchange, version, response);
  answer_private_network(exchange, version, response);
  return response;
}

/// With `*`, a cookie in the request decides whether the answer names the origin, and credentials
/// in the policy since 1.0.
bool names_origin_despite_wildcard(const Exchange& exchange, Version version) {
  if (version >= Version::from_1_0) return is_on(exchange.policy.credentials);
  return request_header(exchange, "cookie").has_value();
}

Response answer_request(const Exchange& exchange, const std::string& origin, Version version) {
  const Policy& policy = exchange.policy;
  Response response;
  if (!admits_everyone(policy)) {
    if (admits_origin(exchange, origin)) admit_by_name(response, origin);
  } else if (!names_origin_despite_wildcard(exchange, version)) {
    response.headers.push_back({"access-control-allow-origin", "*"});
  } else if (version >= Version::from_0_15) {
    admit_by_name(response, origin);
  } else {
    response.headers.push_back({"access-control-allow-origin", origin});
  }
  add_credentials(policy, response);
  const auto exposed = python_items(policy.exposed_headers);
  if (!exposed.empty())
    response.headers.push_back({"access-control-expose-headers", joined(exposed, ", ")});
  return response;
}

template <Version version>
Response answer_as(const Exchange& exchange) {
  const auto origin = request_header(exchange, "origin");
  if (!origin) return {};
  if (asks_for_preflight(exchange)) return answer_preflight(exchange, *origin, version);
  return answer_request(exchange, *origin, version);
}

std::optional<StartFailure> failure_to_compile(const Policy& policy) {
  for (const auto& entry : policy.origin_patterns.entries) {
    const auto parsed = pattern::parse(entry.value, Syntax::python, LetterCase::sensitive);
    if (parsed.status == pattern::ParseStatus::rejected)
      return StartFailure{.message = "re.error: " + parsed.message, .span = entry.span};
  }
  return std::nullopt;
}

constexpr Enforcer starlette_since_1_0{
    .name = "starlette",
    .since = "1.0",
    .title = "Starlette / FastAPI",
    .summary = "CORSMiddleware's arguments, from the application's settings",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::python,
    .pattern_mode = MatchMode::full,
    .wildcard_with_credentials = WildcardWithCredentials::reflects,
    .wildcard_with_credentials_text =
        "Starlette since 1.0 does not refuse this: it answers every origin with its own name and "
        "`Access-Control-Allow-Credentials: true`, so any website reads with the user's cookies",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "Starlette then admits nobody",
    .string_as_list_text =
        "Starlette tests whether the request's origin is a substring of it, so "
        "`\"https://app.example.com\"` admits `https://app.example.co`",
    .method_wildcard = NameWildcard::everything,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .adds_safelisted_headers = true,
    .start_failure = failure_to_compile,
    .answer = answer_as<Version::from_1_0>,
    .evidence = "0.26.1 was run, also within FastAPI; 0.12 to 1.3.1 were run and read before",
};

constexpr Enforcer reflecting_in_part(std::string_view since, Enforcer::AnswerFunction answer) {
  Enforcer enforcer = starlette_since_1_0;
  enforcer.since = since;
  enforcer.answer = answer;
  enforcer.wildcard_with_credentials = WildcardWithCredentials::reflects_in_part;
  enforcer.wildcard_with_credentials_text =
      "Starlette 0.15 to 0.52 does not refuse this: preflights, and every request that carries a "
      "cookie, are answered with the "
      "request's own origin and credentials, so any website reads with the user's cookies; the "
      "first call without a cookie gets "
      "`*`, which browsers refuse";
  return enforcer;
}

constexpr Enforcer before_0_15(std::string_view since, Enforcer::AnswerFunction answer) {
  Enforcer enforcer = reflecting_in_part(since, answer);
  enforcer.wildcard_with_credentials_text =
      "Starlette before 0.15 does not refuse this: preflights get `*`, which browsers refuse with "
      "credentials, and every request "
      "that carries a cookie is answered with the request's own origin, so any website reads with "
      "the user's cookies";
  return enforcer;
}

constexpr Enforcer before_0_13_3(std::string_view since, MatchMode mode) {
  Enforcer enforcer = before_0_15(since, answer_as<Version::from_0_0>);
  enforcer.pattern_mode = mode;
  enforcer.adds_safelisted_headers = false;
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::starlette_1_0 = starlette_since_1_0;
constinit const Enforcer enforcer::starlette_0_51 =
    reflecting_in_part("0.51", answer_as<Version::from_0_51>);
constinit const Enforcer enforcer::starlette_0_15 =
    reflecting_in_part("0.15", answer_as<Version::from_0_15>);
constinit const Enforcer enforcer::starlette_0_13_3 =
    before_0_15("0.13.3", answer_as<Version::from_0_13_3>);
constinit const Enforcer enforcer::starlette_0_13_1 = before_0_13_3("0.13.1", MatchMode::full);
constinit const Enforcer enforcer::starlette_0_0 = before_0_13_3("0.0", MatchMode::prefix);

}  // namespace corslint
