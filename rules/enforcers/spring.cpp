// Spring's CorsConfiguration and DefaultCorsProcessor, for MVC, WebFlux, Boot and Gateway. Read in
// spring-projects/spring-framework, spring-web/src/main/java/org/springframework/web/cors: the main
// branch of 7.0 (CorsConfiguration with allowPrivateNetwork and entries split at commas,
// DefaultCorsProcessor at 0a92d0f), 5.3 (241a0eb); run on 4.3.30 as Debian packs it. Origin
// patterns, and the refusal of `*` with credentials, came with 5.3; commas in an entry, and methods
// beyond the eight that Spring has names for, with 6.0. `applyPermitDefaultValues` (every origin,
// GET, HEAD and POST, every header), which `@CrossOrigin` and `addMapping` begin with, does not
// count for policies read from files: unset methods are GET and HEAD, unset headers none.
//
// Not certain: 7.0 refuses a malformed Origin (403) before it looks into the policy, 6.x before
// 6.0.2 and 5.3 before 5.3.7 differ in commas and slashes, and the texts of 5.3 before 5.3.32 know
// no allowPrivateNetwork. A request from the server's own origin passes without CORS headers; the
// origins asked about are taken for foreign ones.

#include <algorithm>
#include <array>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/requested_names.h"
#include "rules/enforcers/spring_patterns.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::string_view credentials_failure =
    "When allowCredentials is true, allowedOrigins cannot contain the special value \"*\" since "
    "that cannot be set on the \"Access-Control-Allow-Origin\" response header. To allow "
    "credentials to a set of origins, list them explicitly or consider using "
    "\"allowedOriginPatterns\" instead.";
constexpr std::string_view private_network_failure =
    "When allowPrivateNetwork is true, allowedOrigins cannot contain the special value \"*\" as it "
    "is not recommended from a security perspective. To allow private network access to a set of "
    "origins, list them explicitly or consider using \"allowedOriginPatterns\" instead.";
constexpr std::string_view exposed_failure = "'*' is not a valid exposed header value";

/// The methods that Spring before 6.0 has names for; every other is none to it.
constexpr std::array<std::string_view, 8> named_methods{"GET",   "HEAD",   "POST",    "PUT",
                                                        "PATCH", "DELETE", "OPTIONS", "TRACE"};

EntryMeaning any_of(const std::vector<std::string_view>& parts, std::string_view entry,
                    std::string (*regex_of)(std::string_view), LetterCase letter_case) {
  if (std::find(parts.begin(), parts.end(), "*") != parts.end())
    return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  std::vector<std::string> regexes;
  regexes.reserve(parts.size());
  for (const auto part : parts) regexes.push_back(regex_of(part));
  const auto alternation =
      regexes.size() == 1 ? regexes.front() : "(?:" + joined(regexes, "|") + ")";
  return {.kind = EntryMeaning::Kind::pattern,
          .text = std::string(entry),
          .letter_case = letter_case,
          .pattern = {.pattern = alternation,
                      .syntax = Syntax::java,
                      .mode = MatchMode::full,
                      .letter_case = letter_case}};
}

EntryMeaning meaning_of_origin(std::string_view origin) {
  if (origin == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  return {.kind = EntryMeaning::Kind::origin,
          .text = std::string(origin),
          .letter_case = LetterCase::insensitive};
}

EntryMeaning origin_since_6_0(std::string_view entry, const Policy& /*policy*/) {
  const auto parts = split_spring_entry(entry);
  if (parts.size() == 1) return meaning_of_origin(parts.front());
  return any_of(parts, entry, regex_of_spring_origin, LetterCase::insensitive);
}

EntryMeaning pattern_since_6_0(std::string_view entry, const Policy& /*policy*/) {
  return any_of(split_spring_entry(entry), entry, regex_of_spring_pattern, LetterCase::sensitive);
}

EntryMeaning origin_in_5_3(std::string_view entry, const Policy& /*policy*/) {
  return meaning_of_origin(without_final_slash(entry));
}

EntryMeaning pattern_in_5_3(std::string_view entry, const Policy& /*policy*/) {
  return any_of({without_final_slash(entry)}, entry, regex_of_spring_pattern,
                LetterCase::sensitive);
}

EntryMeaning origin_in_4_3(std::string_view entry, const Policy& /*policy*/) {
  return meaning_of_origin(entry);
}

/// The first entry that admits every origin, or null.
const Text* wildcard_entry(const Policy& policy, Enforcer::EntryFunction meaning) {
  for (const Text& entry : policy.origins.entries)
    if (meaning(entry.value, policy).kind == EntryMeaning::Kind::every_origin) return &entry;
  return nullptr;
}

std::optional<StartFailure> wildcard_failure(const Policy& policy,
                                             Enforcer::EntryFunction meaning) {
  const Text* const wildcard = wildcard_entry(policy, meaning);
  if (wildcard == nullptr) return std::nullopt;
  if (is_on(policy.credentials))
    return StartFailure{std::string(credentials_failure), wildcard->span};
  if (is_on(policy.private_network))
    return StartFailure{std::string(private_network_failure), wildcard->span};
  return std::nullopt;
}

std::optional<StartFailure> failure_since_6_0(const Policy& policy) {
  return wildcard_failure(policy, origin_since_6_0);
}

std::optional<StartFailure> failure_in_5_3(const Policy& policy) {
  return wildcard_failure(policy, origin_in_5_3);
}

std::optional<StartFailure> failure_in_4_3(const Policy& policy) {
  for (const Text& name : policy.exposed_headers.entries)
    if (name.value == "*") return StartFailure{std::string(exposed_failure), name.span};
  return std::nullopt;
}

/// Whether it is 5.3 or later.
bool has_patterns(const Enforcer& enforcer) {
  return enforcer.pattern_meaning != nullptr;
}

/// What Access-Control-Allow-Origin is to say; empty where the origin is refused.
std::string allowed_origin(const Exchange& exchange, const std::string& origin) {
  const auto& [policy, enforcer, request, matchers] = exchange;
  if (stripped(origin).empty()) return {};
  if (wildcard_entry(policy, enforcer.entry_meaning) != nullptr)
    return is_on(policy.credentials) ? origin : "*";
  return entry_admits(exchange, has_patterns(enforcer) ? without_final_slash(origin) : origin)
             ? origin
             : "";
}

bool has_name(std::string_view method) {
  return std::find(named_methods.begin(), named_methods.end(), method) != named_methods.end();
}

/// The methods that an answer names where `method` is one of them; none where it is refused.
std::vector<std::string> allowed_methods(const Exchange& exchange, const std::string& method) {
  const bool takes_any_name = exchange.enforcer.since == "6.0";
  if (!takes_any_name && !has_name(method)) return {};
  if (holds(exchange.policy.methods, "*")) return {method};
  auto methods = values_of(exchange.policy.methods);
  if (methods.empty()) methods = {"GET", "HEAD"};
  if (std::find(methods.begin(), methods.end(), method) == methods.end()) return {};
  if (!takes_any_name)
    std::replace_if(
        methods.begin(), methods.end(), [](const auto& name) { return !has_name(name); }, "null");
  return methods;
}

/// Those of the requested names that the policy lists.
std::vector<std::string> allowed_headers(const Exchange& exchange) {
  auto names = requested_names(exchange);
  const auto& listed = exchange.policy.headers;
  if (holds(listed, "*")) return names;
  const auto is_unlisted = [&](const std::string& name) {
    return std::none_of(listed.entries.begin(), listed.entries.end(),
                        [&](const Text& entry) { return equal_ignoring_case(entry.value, name); });
  };
  names.erase(std::remove_if(names.begin(), names.end(), is_unlisted), names.end());
  return names;
}

void add_common_headers(const Exchange& exchange, HeaderList& headers) {
  const Policy& policy = exchange.policy;
  if (!policy.exposed_headers.entries.empty())
    headers.push_back(
        {"access-control-expose-headers", joined(values_of(policy.exposed_headers), ", ")});
  if (is_on(policy.credentials)) headers.push_back({"access-control-allow-credentials", "true"});
  const auto asked = request_header(exchange, "access-control-request-private-network");
  if (has_patterns(exchange.enforcer) && is_on(policy.private_network) && asked &&
      equal_ignoring_case(*asked, "true"))
    headers.push_back({"access-control-allow-private-network", "true"});
}

HeaderList preflight_headers(const Exchange& exchange, const std::vector<std::string>& methods,
                             const std::vector<std::string>& names) {
  HeaderList headers{{"access-control-allow-methods", joined(methods, ",")}};
  if (!names.empty()) headers.push_back({"access-control-allow-headers", joined(names, ", ")});
  if (const auto seconds = exchange.policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*seconds)});
  return headers;
}

/// The headers with which a cross-origin request is let in; none where it is refused.
HeaderList admitting_headers(const Exchange& exchange, const std::string& origin) {
  const auto allowed = allowed_origin(exchange, origin);
  const bool preflight = asks_for_preflight(exchange);
  const auto methods = allowed_methods(
      exchange, preflight ? *request_header(exchange, "access-control-request-method")
                          : exchange.request.method);
  const auto names = preflight ? allowed_headers(exchange) : std::vector<std::string>{};
  const bool names_refused = preflight && names.empty() && !requested_names(exchange).empty();
  if (allowed.empty() || methods.empty() || names_refused) return {};
  HeaderList headers{{"access-control-allow-origin", allowed}};
  if (!has_patterns(exchange.enforcer)) headers.push_back({"vary", "Origin"});
  if (preflight) {
    const auto more = preflight_headers(exchange, methods, names);
    headers.insert(headers.end(), more.begin(), more.end());
  }
  add_common_headers(exchange, headers);
  return headers;
}

Response answer_as_spring(const Exchange& exchange) {
  Response response;
  if (has_patterns(exchange.enforcer))
    for (const auto* const name :
         {"Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"})
      response.headers.push_back({"vary", name});
  const auto origin = request_header(exchange, "origin");
  if (!origin) return response;
  const auto headers = admitting_headers(exchange, *origin);
  if (headers.empty()) response.status = 403;
  response.headers.insert(response.headers.end(), headers.begin(), headers.end());
  return response;
}

/// The newest version, but with another language of patterns.
constexpr Enforcer spring(std::optional<Syntax> pattern_syntax) {
  return {
      .name = "spring",
      .since = "6.0",
      .title = "Spring",
      .summary =
          "CorsConfiguration, from the properties of Actuator, GraphQL and Gateway or the "
          "application's own",
      .comparison = OriginComparison::both_lowered,
      .glob = GlobSupport::none,
      .pattern_syntax = pattern_syntax,
      .pattern_mode = MatchMode::full,
      .wildcard_with_credentials = WildcardWithCredentials::refuses_to_start,
      .wildcard_with_credentials_text =
          "Spring throws an IllegalArgumentException, when a handler is mapped or else at the "
          "first "
          "cross-origin request, which is then answered with 500",
      .empty_origins = EmptyOrigins::nobody,
      .empty_origins_text = "Spring then refuses every cross-origin request with 403",
      .string_as_list_text = "",
      .method_wildcard = NameWildcard::mirrored,
      .header_wildcard = NameWildcard::mirrored,
      .exposed_wildcard = NameWildcard::literal,
      .method_check = MethodCheck::actual_requests_too,
      .name_check = NameCheck::compared,
      .expands_templates = true,
      .entry_meaning = origin_since_6_0,
      .pattern_meaning = pattern_since_6_0,
      .start_failure = failure_since_6_0,
      .answer = answer_as_spring,
      .comparison_text = "forgives letter case and one slash at the end",
      .evidence = "read in spring-projects/spring-framework, spring-web, 5.3 and 7.0",
  };
}

constexpr Enforcer spring_in_5_3() {
  Enforcer enforcer = spring(Syntax::java);
  enforcer.since = "5.3";
  enforcer.entry_meaning = origin_in_5_3;
  enforcer.pattern_meaning = pattern_in_5_3;
  enforcer.start_failure = failure_in_5_3;
  return enforcer;
}

constexpr Enforcer spring_in_4_3() {
  Enforcer enforcer = spring(std::nullopt);
  enforcer.since = "4.3";
  enforcer.wildcard_with_credentials = WildcardWithCredentials::reflects;
  enforcer.wildcard_with_credentials_text =
      "Spring before 5.3 answers every origin with its own name and "
      "`Access-Control-Allow-Credentials: true`, so any website reads with the user's cookies; "
      "later versions throw an IllegalArgumentException";
  enforcer.exposed_wildcard = NameWildcard::not_supported;
  enforcer.entry_meaning = origin_in_4_3;
  enforcer.pattern_meaning = nullptr;
  enforcer.start_failure = failure_in_4_3;
  enforcer.comparison_text = {};
  enforcer.evidence = "run on 4.3.30";
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::spring_6_0 = spring(Syntax::java);
constinit const Enforcer enforcer::spring_5_3 = spring_in_5_3();
constinit const Enforcer enforcer::spring_4_3 = spring_in_4_3();

}  // namespace corslint
