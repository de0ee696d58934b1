// django-cors-headers' CorsMiddleware and its system checks. 3.14 is run by the tests; 4.0 to 4.9
// are written from the source (src/corsheaders/middleware.py and checks.py at 18aeff4 and 06a3649)
// and the changelog: 4.0 brought private networks and dropped three default headers, 4.3 stopped
// sending credentials to refused origins.
//
// The checks run with every manage.py command, runserver and migrate among them; a server that
// imports the WSGI application does without. An entry and the Origin are the same if
// `urllib.parse.urlsplit` finds the same scheme and the same host with port in both, so that `null`
// in the list admits every Origin that has neither. One string where a list belongs is taken for
// the list of its characters.

#include <algorithm>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/python_values.h"

namespace corslint {
namespace {

enum class Version { from_3_0, from_4_0, from_4_3 };

constexpr int status_internal_error = 500;
constexpr std::int64_t usual_max_age = 86400;

EntryMeaning meaning_of_entry(std::string_view entry, const Policy& /*policy*/) {
  if (entry == "null") return {.kind = EntryMeaning::Kind::origin, .text = "null"};
  const auto url = python_urlsplit(entry);
  if (!url || url->scheme.empty()) return {};
  return {.kind = EntryMeaning::Kind::origin, .text = url->scheme + "://" + url->netloc};
}

bool is_listed(const Policy& policy, const PythonUrl& origin) {
  const auto entries = python_items(policy.origins);
  return std::any_of(entries.begin(), entries.end(), [&](const std::string& entry) {
    const auto url = python_urlsplit(entry);
    return url && url->scheme == origin.scheme && url->netloc == origin.netloc;
  });
}

/// Whether the Origin is let in; nothing where a pattern that does not compile is reached, which
/// raises.
std::optional<bool> admits_origin(const Exchange& exchange, const std::string& origin,
                                  const PythonUrl& url) {
  const auto& [policy, enforcer, request, matchers] = exchange;
  if (is_on(policy.any_origin) || is_listed(policy, url)) return true;
  for (const auto& pattern : python_items(policy.origin_patterns)) {
    if (!python_compiles(pattern, LetterCase::sensitive)) return std::nullopt;
    if (admits(meaning_of_pattern_entry(pattern, policy, enforcer), origin, matchers)) return true;
  }
  return false;
}

std::string allowed_methods(const Policy& policy) {
  return is_set(policy.methods) ? joined(python_items(policy.methods), ", ")
                                : "DELETE, GET, OPTIONS, PATCH, POST, PUT";
}

std::string allowed_headers(const Policy& policy, Version version) {
  if (is_set(policy.headers)) return joined(python_items(policy.headers), ", ");
  if (version >= Version::from_4_0)
    return "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with";
  return "accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, "
         "x-csrftoken, x-requested-with";
}

void add_credentials(const Policy& policy, Response& response) {
  if (is_on(policy.credentials))
    response.headers.push_back({"access-control-allow-credentials", "true"});
}

void answer_admitted(const Exchange& exchange, const std::string& origin, Version version,
                     Response& response) {
  const Policy& policy = exchange.policy;
  const bool any = is_on(policy.any_origin) && !is_on(policy.credentials);
  response.headers.push_back({"access-control-allow-origin", any ? "*" : origin});
  if (version >= Version::from_4_3) add_credentials(policy, response);
  const auto exposed = python_items(policy.exposed_headers);
  if (!exposed.empty())
    response.headers.push_back({"access-control-expose-headers", joined(exposed, ", ")});
  if (exchange.request.method == "OPTIONS") {
    response.headers.push_back({"access-control-allow-headers", allowed_headers(policy, version)});
    response.headers.push_back({"access-control-allow-methods", allowed_methods(policy)});
    const auto max_age = policy.max_age.value.value_or(usual_max_age);
    if (max_age != 0)
      response.headers.push_back({"access-control-max-age", std::to_string(max_age)});
  }
  if (version >= Version::from_4_0 && is_on(policy.private_network) &&
      request_header(exchange, "access-control-request-private-network") == "true")
    response.headers.push_back({"access-control-allow-private-network", "true"});
}

template <Version version>
Response answer_as(const Exchange& exchange) {
  Response response;
  add_to_vary(response, "origin");
  const auto origin = request_header(exchange, "origin").value_or("");
  if (origin.empty()) return response;
  const auto url = python_urlsplit(origin);
  if (!url) return response;
  if (version < Version::from_4_3) add_credentials(exchange.policy, response);
  const auto admitted = admits_origin(exchange, origin, *url);
  if (!admitted) return {.status = status_internal_error, .headers = {}};
  if (*admitted) answer_admitted(exchange, origin, version, response);
  return response;
}

/// What the system checks say about an entry; empty where they accept it.
std::string objection_to(const std::string& entry) {
  if (entry == "null" || entry == "file://") return {};
  const auto url = python_urlsplit(entry);
  if (!url) return "ValueError: " + python_repr(entry) + " has brackets around no IPv6 address";
  const std::string subject = "Origin " + python_repr(entry) + " in CORS_ALLOWED_ORIGINS ";
  if (url->scheme.empty() || url->netloc.empty())
    return "(corsheaders.E013) " + subject + "is missing scheme or netloc";
  const std::string refused = "(corsheaders.E014) " + subject + "should not have ";
  if (!url->path.empty()) return refused + "path";
  if (!url->query.empty()) return refused + "query";
  if (!url->fragment.empty()) return refused + "fragment";
  return {};
}

std::optional<StartFailure> first_failed_check(const Policy& policy) {
  if (policy.max_age.value.value_or(0) < 0)
    return StartFailure{.message =
                            "(corsheaders.E004) CORS_PREFLIGHT_MAX_AGE should be an integer "
                            "greater than or equal to zero.",
                        .span = policy.max_age.span};
  const auto entries = python_items(policy.origins);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto objection = objection_to(entries[i]);
    if (objection.empty()) continue;
    const bool is_single = policy.origins.form == ListForm::single;
    return StartFailure{.message = std::move(objection),
                        .span = policy.origins.entries[is_single ? 0 : i].span};
  }
  return std::nullopt;
}

constexpr Enforcer django_since_4_3{
    .name = "django-cors-headers",
    .since = "4.3",
    .title = "django-cors-headers",
    .summary = "CORS_* of the Django settings",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::python,
    .pattern_mode = MatchMode::prefix,
    .wildcard_with_credentials = WildcardWithCredentials::reflects,
    .wildcard_with_credentials_text =
        "With CORS_ALLOW_ALL_ORIGINS, django-cors-headers answers every origin with its own name "
        "and `Access-Control-Allow-Credentials: true`, so any website reads with the user's "
        "cookies; `*` in CORS_ALLOWED_ORIGINS fails its system check",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "django-cors-headers then admits nobody",
    .string_as_list_text =
        "django-cors-headers takes one string for the list of its characters, so its system check "
        "stops every manage.py command with corsheaders.E013",
    .has_origin_switch = true,
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .entry_meaning = meaning_of_entry,
    .start_failure = first_failed_check,
    .answer = answer_as<Version::from_4_3>,
    .comparison_text = "forgives the letter case of the scheme and nothing else",
    .evidence = "3.14 was run; 4.0 to 4.9 were read",
};

constexpr Enforcer before_4_3(std::string_view since, Enforcer::AnswerFunction answer) {
  Enforcer enforcer = django_since_4_3;
  enforcer.since = since;
  enforcer.answer = answer;
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::django_cors_headers_4_3 = django_since_4_3;
constinit const Enforcer enforcer::django_cors_headers_4_0 =
    before_4_3("4.0", answer_as<Version::from_4_0>);
constinit const Enforcer enforcer::django_cors_headers_3_0 =
    before_4_3("3.0", answer_as<Version::from_3_0>);

}  // namespace corslint
