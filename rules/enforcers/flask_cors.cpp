// Flask-CORS's CORS extension. Debian's 3.0.10-2+deb12u1 is run by the tests: it is 3.0.10 with the
// matching of 6.0. The other versions are written from the source of flask_cors/core.py (1e8ee1e,
// 05cd732, and that of 6.0.2) and the release notes of 4.0, 5.0 and 6.0. Not in here: the
// main branch after 6.0, which refuses entries that do not compile when it starts.
//
// An entry that holds any of nine characters is taken for a regular expression, matched from the
// first character on without regard to case; any other is compared without regard to case. `*`
// alone becomes `.*`. Letters beyond ASCII are compared as bytes here, where Python folds them.

#include <algorithm>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/python_values.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

enum class Version { from_3_0, from_4_0, from_5_0, from_6_0 };

constexpr int status_internal_error = 500;
constexpr std::string_view every_method = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

bool looks_like_pattern(std::string_view entry) {
  return entry.find_first_of("*\\]?$^[()") != std::string_view::npos;
}

EntryMeaning meaning_of_entry(std::string_view entry, const Policy& /*policy*/) {
  if (entry == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  if (!looks_like_pattern(entry))
    return {.kind = EntryMeaning::Kind::origin,
            .text = std::string(entry),
            .letter_case = LetterCase::insensitive};
  return {.kind = EntryMeaning::Kind::pattern,
          .text = std::string(entry),
          .letter_case = LetterCase::insensitive,
          .pattern = {.pattern = std::string(entry),
                      .syntax = Syntax::python,
                      .mode = MatchMode::prefix,
                      .letter_case = LetterCase::insensitive}};
}

bool has_wildcard(const Policy& policy) {
  return !is_set(policy.origins) ? policy.origin_patterns.entries.empty()
                                 : holds(policy.origins, "*") || holds(policy.origins, ".*");
}

/// What matching a value with a list of entries comes to; before 6.0 an entry that does not compile
/// raises when it is reached.
enum class Match { no, yes, raises };

Match match_entries(const Exchange& exchange, const TextList& list, std::string_view value,
                    Version version) {
  for (const auto& entry : list.entries) {
    const auto meaning = meaning_of_entry(entry.value, exchange.policy);
    const bool rejected = meaning.kind == EntryMeaning::Kind::pattern &&
                          !python_compiles(entry.value, LetterCase::insensitive);
    if (rejected && version < Version::from_6_0) return Match::raises;
    if (!rejected && admits(meaning, value, exchange.matchers)) return Match::yes;
  }
  return Match::no;
}

Match match_origin(const Exchange& exchange, std::string_view origin, Version version) {
  if (!is_set(exchange.policy.origins) && has_wildcard(exchange.policy)) return Match::yes;
  const Match match = match_entries(exchange, exchange.policy.origins, origin, version);
  if (match != Match::no) return match;
  const auto& patterns = exchange.policy.origin_patterns.entries;
  const bool matched = std::any_of(patterns.begin(), patterns.end(), [&](const Text& entry) {
    return admits(meaning_of_pattern_entry(entry.value, exchange.policy, exchange.enforcer), origin,
                  exchange.matchers);
  });
  return matched ? Match::yes : Match::no;
}

/// The origins that a request without an Origin is answered with.
std::vector<std::string> origins_for_nobody(const Policy& policy) {
  if (has_wildcard(policy)) {
    if (is_on(policy.credentials)) return {};
    return {"*"};
  }
  auto origins = values_of(policy.origins);
  std::erase_if(origins, looks_like_pattern);
  std::sort(origins.begin(), origins.end());
  return origins;
}

std::string sorted_and_joined(const TextList& list) {
  auto values = values_of(list);
  std::sort(values.begin(), values.end());
  return joined(values, ", ");
}

std::string allowed_methods(const Policy& policy) {
  if (!is_set(policy.methods)) return std::string(every_method);
  return ascii_uppered(sorted_and_joined(policy.methods));
}

/// The header that Flask-CORS drops where it is empty.
void add_filled(Response& response, std::string_view name, std::string value) {
  if (!value.empty()) response.headers.push_back({std::string(name), std::move(value)});
}

/// The requested names that the policy permits, sorted; nothing where an entry raises.
std::optional<std::string> permitted_headers(const Exchange& exchange, std::string_view requested,
                                             Version version) {
  std::vector<std::string> permitted;
  for (bool more = !requested.empty(); more;) {
    const auto comma = requested.find(',');
    const std::string name(stripped(requested.substr(0, comma)));
    more = comma != std::string_view::npos;
    if (more) requested.remove_prefix(comma + 1);
    const Match match = is_set(exchange.policy.headers)
                            ? match_entries(exchange, exchange.policy.headers, name, version)
                            : Match::yes;
    if (match == Match::raises) return std::nullopt;
    if (match == Match::yes) permitted.push_back(name);
  }
  std::sort(permitted.begin(), permitted.end());
  return joined(permitted, ", ");
}

/// False where an entry raises.
bool answer_preflight(const Exchange& exchange, Version version, Response& response) {
  const Policy& policy = exchange.policy;
  const auto method =
      ascii_uppered(request_header(exchange, "access-control-request-method").value_or(""));
  const auto methods = allowed_methods(policy);
  if (method.empty() || methods.find(method) == std::string::npos) return true;
  const auto requested = request_header(exchange, "access-control-request-headers").value_or("");
  auto headers = permitted_headers(exchange, requested, version);
  if (!headers) return false;
  add_filled(response, "access-control-allow-headers", std::move(*headers));
  if (policy.max_age.value.value_or(0) != 0)
    add_filled(response, "access-control-max-age", std::to_string(*policy.max_age.value));
  add_filled(response, "access-control-allow-methods", methods);
  return true;
}

void answer_private_network(const Exchange& exchange, Version version, Response& response) {
  if (version < Version::from_4_0) return;
  if (request_header(exchange, "access-control-request-private-network") != "true") return;
  const bool otherwise = version < Version::from_5_0;
  const bool allowed = exchange.policy.private_network.value.value_or(otherwise);
  add_filled(response, "access-control-allow-private-network", allowed ? "true" : "false");
}

bool may_vary(const Policy& policy, const std::vector<std::string>& answered) {
  if (!policy.vary.value.value_or(true) || answered.front() == "*") return false;
  const auto& entries = policy.origins.entries;
  const auto& patterns = policy.origin_patterns.entries;
  return has_wildcard(policy) || !patterns.empty() || entries.size() > 1 ||
         std::any_of(entries.begin(), entries.end(),
                     [](const Text& entry) { return looks_like_pattern(entry.value); });
}

template <Version version>
Response answer_as(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  const auto origin = request_header(exchange, "origin").value_or("");
  std::vector<std::string> answered;
  if (origin.empty()) {
    answered = origins_for_nobody(policy);
  } else if (has_wildcard(policy) && is_on(policy.send_wildcard)) {
    answered = {"*"};
  } else {
    const Match match = match_origin(exchange, origin, version);
    if (match == Match::raises) return {.status = status_internal_error, .headers = {}};
    if (match == Match::yes) answered = {origin};
  }
  Response response;
  if (answered.empty()) return response;
  add_filled(response, "access-control-allow-origin", answered.front());
  add_filled(response, "access-control-expose-headers", sorted_and_joined(policy.exposed_headers));
  if (is_on(policy.credentials)) add_filled(response, "access-control-allow-credentials", "true");
  answer_private_network(exchange, version, response);
  if (exchange.request.method == "OPTIONS" && !answer_preflight(exchange, version, response))
    return {.status = status_internal_error, .headers = {}};
  if (may_vary(policy, answered)) add_to_vary(response, "Origin");
  return response;
}

std::optional<StartFailure> value_error(const Policy& policy) {
  for (const auto& entry : policy.origin_patterns.entries) {
    if (!python_compiles(entry.value, LetterCase::sensitive))
      return StartFailure{.message = "re.error: " + entry.value, .span = entry.span};
  }
  if (!has_wildcard(policy) || !is_on(policy.credentials) || !is_on(policy.send_wildcard))
    return std::nullopt;
  return StartFailure{
      .message =
          "ValueError: Cannot use supports_credentials in conjunction withan origin string "
          "of '*'. See: http://www.w3.org/TR/cors/#resource-requests",
      .span = policy.send_wildcard.span};
}

constexpr Enforcer flask_cors_since_6_0{
    .name = "flask-cors",
    .since = "6.0",
    .title = "Flask-CORS",
    .summary = "CORS_* of the application's config, or the arguments of CORS()",
    .comparison = OriginComparison::both_lowered,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::python,
    .pattern_mode = MatchMode::prefix,
    .wildcard_with_credentials = WildcardWithCredentials::reflects,
    .wildcard_with_credentials_text =
        "Flask-CORS refuses this only together with CORS_SEND_WILDCARD; otherwise it answers every "
        "origin with its own name and `Access-Control-Allow-Credentials: true`, so any website "
        "reads with the user's cookies",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "Flask-CORS then admits nobody; without the key it admits everybody",
    .string_as_list_text =
        "Flask-CORS takes one string for one entry, so a string that joins several origins with "
        "commas equals none of them",
    .string_is_one_entry = true,
    .joins_names = true,
    .method_wildcard = NameWildcard::not_supported,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .header_patterns = true,
    .entry_meaning = meaning_of_entry,
    .start_failure = value_error,
    .answer = answer_as<Version::from_6_0>,
    .comparison_text =
        "forgives letter case, and takes an entry with any of `* \\ ] ? $ ^ [ ( )` "
        "for a regular expression that the origin must begin with",
    .everyone_by_default = true,
    .evidence =
        "3.0.10 with Debian's patches was run; 6.0.2 was read, and the release notes of "
        "the versions between",
};

constexpr Enforcer before_6_0(std::string_view since, Enforcer::AnswerFunction answer) {
  Enforcer enforcer = flask_cors_since_6_0;
  enforcer.since = since;
  enforcer.answer = answer;
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::flask_cors_6_0 = flask_cors_since_6_0;
constinit const Enforcer enforcer::flask_cors_5_0 = before_6_0("5.0", answer_as<Version::from_5_0>);
constinit const Enforcer enforcer::flask_cors_4_0 = before_6_0("4.0", answer_as<Version::from_4_0>);
constinit const Enforcer enforcer::flask_cors_3_0 = before_6_0("3.0", answer_as<Version::from_3_0>);

}  // namespace corslint
