// ASP.NET Core's CorsPolicyBuilder, CorsService and CorsMiddleware. Read in dotnet/aspnetcore,
// src/Middleware/CORS/src/Infrastructure: CorsService.cs at ad32251 (.NET 9), CorsPolicyBuilder.cs
// at 2b9f789, CorsMiddleware.cs at 84831fb, CorsPolicyExtensions.cs and UriHelpers.cs at 2729878;
// the answers are those of its own tests (src/Middleware/CORS/test/UnitTests).
//
// Not certain: .NET's own punycode may differ from UTS #46 in rare letters; with wildcard
// subdomains an Origin that no browser sends (a default port, an empty label) is not always judged
// as .NET's Uri does.

#include "rules/enforcers/aspnet.h"

#include <algorithm>
#include <variant>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/requested_names.h"
#include "rules/origin/origin.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::string_view wildcard_failure =
    "The CORS protocol does not allow specifying a wildcard (any) origin and credentials at the "
    "same time. Configure the CORS policy by listing individual origins if credentials needs to be "
    "supported.";
constexpr std::string_view max_age_failure =
    "PreflightMaxAge must be greater than or equal to 0. (Parameter 'value')";

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A list is a wildcard only where `*` stands in it alone.
bool is_wildcard(const TextList& list) {
  return list.entries.size() == 1 && list.entries.front().value == "*";
}

bool allows_any_origin(const Policy& policy) {
  return is_on(policy.any_origin) || is_wildcard(policy.origins);
}

std::string normalized(std::string_view entry) {
  if (is_ascii(entry)) return ascii_lowered(entry);
  const auto parsed = Origin::parse(entry);
  if (parsed.origin && is_web(*parsed.origin)) return parsed.origin->serialize();
  return ascii_lowered(entry);
}

/// `https://*.example.com/x` as the glob that its wildcard means; nothing where .NET reads no URL.
EntryMeaning subdomains_of(std::string entry) {
  for (auto star = entry.find("*."); star != std::string::npos; star = entry.find("*."))
    entry.erase(star, 2);
  const auto parsed = Origin::parse(entry);
  if (!parsed.origin || !std::holds_alternative<Domain>(parsed.origin->host)) return {};
  std::string glob = parsed.origin->serialize();
  glob.insert(glob.find("://") + 3, "*.");
  return {.kind = EntryMeaning::Kind::glob,
          .text = glob,
          .letter_case = LetterCase::insensitive,
          .glob = GlobMeaning::any_subdomain};
}

/// Values as `SetCommaSeparatedValues` writes them.
std::string comma_separated(const std::vector<std::string>& values) {
  std::vector<std::string> quoted;
  for (const auto& value : values) {
    const bool is_quoted = value.size() > 1 && value.front() == '"' && value.back() == '"';
    const bool needs_quotes = value.find(',') != std::string::npos && !is_quoted;
    quoted.push_back(needs_quotes ? '"' + value + '"' : value);
  }
  return joined(quoted, ",");
}

void add_list(HeaderList& headers, std::string_view name, const std::vector<std::string>& values) {
  if (!values.empty()) headers.push_back({std::string(name), comma_separated(values)});
}

void add_preflight_headers(const Exchange& exchange, HeaderList& headers) {
  const Policy& policy = exchange.policy;
  add_list(headers, "access-control-allow-headers",
           is_wildcard(policy.headers) ? requested_names(exchange) : values_of(policy.headers));
  const auto method = request_header(exchange, "access-control-request-method").value_or("");
  add_list(headers, "access-control-allow-methods",
           is_wildcard(policy.methods) ? std::vector{method} : values_of(policy.methods));
  if (const auto seconds = policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*seconds)});
}

bool varies_by_origin(const Policy& policy) {
  return !allows_any_origin(policy) &&
         (policy.origins.entries.size() > 1 || is_on(policy.origin_globs));
}

}  // namespace

EntryMeaning aspnet_origin(std::string_view entry, const Policy& policy) {
  if (entry == "*" && allows_any_origin(policy))
    return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  const auto origin = normalized(entry);
  if (is_on(policy.origin_globs) && origin.find("://*.") != std::string::npos)
    return subdomains_of(origin);
  return {.kind = EntryMeaning::Kind::origin, .text = origin};
}

std::optional<StartFailure> aspnet_failure(const Policy& policy) {
  if (policy.max_age.value && *policy.max_age.value < 0)
    return StartFailure{std::string(max_age_failure), policy.max_age.span};
  if (!is_on(policy.credentials) || !allows_any_origin(policy)) return std::nullopt;
  return StartFailure{std::string(wildcard_failure), is_on(policy.any_origin)
                                                         ? policy.any_origin.span
                                                         : policy.origins.entries.front().span};
}

Response aspnet_answer(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  const auto origin = request_header(exchange, "origin");
  if (!origin) return {};
  const bool preflight = equal_ignoring_case(exchange.request.method, "OPTIONS") &&
                         request_header(exchange, "access-control-request-method");
  Response response{.status = preflight ? 204 : 200, .headers = {}};
  const bool any_origin = allows_any_origin(policy);
  if (origin->empty() || (!any_origin && !entry_admits(exchange, *origin))) return response;
  response.headers.push_back({"access-control-allow-origin", any_origin ? "*" : *origin});
  if (is_on(policy.credentials))
    response.headers.push_back({"access-control-allow-credentials", "true"});
  if (preflight)
    add_preflight_headers(exchange, response.headers);
  else
    add_list(response.headers, "access-control-expose-headers", values_of(policy.exposed_headers));
  if (varies_by_origin(policy)) add_to_vary(response, "Origin");
  return response;
}

constinit const Enforcer enforcer::aspnet{
    .name = "aspnet",
    .since = "",
    .title = "ASP.NET Core",
    .summary = "appsettings.json, by convention: Cors, CorsOptions, App.CorsOrigins",
    .comparison = OriginComparison::entry_lowered,
    .glob = GlobSupport::any_subdomain,
    .wildcard_with_credentials = WildcardWithCredentials::refuses_to_start,
    .wildcard_with_credentials_text =
        "ASP.NET Core throws an InvalidOperationException when the policy is built, so the "
        "application does not start",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "ASP.NET Core then admits nobody",
    .string_as_list_text = "",
    .has_origin_switch = true,
    .method_wildcard = NameWildcard::mirrored,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .globs_are_optional = true,
    .entry_meaning = aspnet_origin,
    .start_failure = aspnet_failure,
    .answer = aspnet_answer,
    .evidence =
        "read in dotnet/aspnetcore (.NET 9), src/Middleware/CORS, and held against its own tests",
};

}  // namespace corslint
