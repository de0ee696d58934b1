// Amazon S3's bucket CORS configuration and the stores that take the same rules (R2, Spaces,
// Wasabi, Ceph). A policy is one rule. From the S3 user guide, the PutBucketCors reference, and the
// answers of S3 itself as LocalStack recorded them in 2024 and 2025 (localstack/localstack,
// tests/aws/services/s3/test_s3_cors.snapshot.json at 00e64fd); matching as in its reimplementation
// (services/s3/cors.py at 083dc0a). The other stores are known to differ in details.
//
// Not certain: whether `*` inside an entry may stand for nothing (LocalStack takes one character at
// least), what OPTIONS with an Origin but without Access-Control-Request-Method gets from a bucket
// with rules (403 as from one without), and whether a max-age of 0 is sent.

#include <algorithm>
#include <array>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/requested_names.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 5> s3_methods{"GET", "PUT", "POST", "DELETE", "HEAD"};

constexpr std::string_view malformed =
    "The XML you provided was not well-formed or did not validate against our published schema";

bool has_several_stars(const Text& entry) {
  return std::count(entry.value.begin(), entry.value.end(), '*') > 1;
}

bool has_star(const Text& entry) {
  return entry.value.find('*') != std::string::npos;
}

bool is_unsupported(const Text& method) {
  return std::find(s3_methods.begin(), s3_methods.end(), method.value) == s3_methods.end();
}

/// The failure of the first entry that is not permitted; nothing where there is none.
std::optional<StartFailure> failure_in(const TextList& list, bool (*is_refused)(const Text&),
                                       std::string_view before, std::string_view after) {
  const auto& entries = list.entries;
  const auto found = std::find_if(entries.begin(), entries.end(), is_refused);
  if (found == entries.end()) return std::nullopt;
  return StartFailure{std::string(before) + found->value + std::string(after), found->span};
}

std::optional<StartFailure> s3_failure(const Policy& policy) {
  for (const TextList* const list : {&policy.origins, &policy.methods})
    if (list->entries.empty())
      return StartFailure{std::string(malformed), is_set(*list) ? list->span : policy.span};
  if (auto failure =
          failure_in(policy.methods, is_unsupported,
                     "Found unsupported HTTP method in CORS config. Unsupported method is ", ""))
    return failure;
  if (auto failure = failure_in(policy.origins, has_several_stars, "AllowedOrigin \"",
                                "\" can not have more than one wildcard."))
    return failure;
  if (auto failure = failure_in(policy.headers, has_several_stars, "AllowedHeader \"",
                                "\" can not have more than one wildcard."))
    return failure;
  return failure_in(policy.exposed_headers, has_star, "ExposeHeader \"",
                    "\" contains wildcard. We currently do not support wildcard for ExposeHeader.");
}

/// Whether an AllowedHeader permits the name; one `*` in it is any run of characters.
bool permits_name(std::string_view entry, std::string_view name) {
  const auto star = entry.find('*');
  if (star == std::string_view::npos) return equal_ignoring_case(entry, name);
  const auto before = entry.substr(0, star);
  const auto after = entry.substr(star + 1);
  return name.size() >= before.size() + after.size() &&
         equal_ignoring_case(name.substr(0, before.size()), before) &&
         equal_ignoring_case(name.substr(name.size() - after.size()), after);
}

bool permits_names(const Exchange& exchange) {
  const auto names = requested_names(exchange);
  const auto& listed = exchange.policy.headers.entries;
  return std::all_of(names.begin(), names.end(), [&](const auto& name) {
    return std::any_of(listed.begin(), listed.end(),
                       [&](const Text& entry) { return permits_name(entry.value, name); });
  });
}

/// Whether the rule is for this request. What Access-Control-Request-* says counts for every
/// method.
bool matches(const Exchange& exchange, const std::string& origin) {
  const auto asked = request_header(exchange, "access-control-request-method").value_or("");
  return holds(exchange.policy.methods, asked.empty() ? exchange.request.method : asked) &&
         entry_admits(exchange, origin) && permits_names(exchange);
}

HeaderList headers_of_rule(const Exchange& exchange, const std::string& origin) {
  const Policy& policy = exchange.policy;
  HeaderList headers;
  if (holds(policy.origins, "*")) {
    headers.push_back({"access-control-allow-origin", "*"});
  } else {
    headers.push_back({"access-control-allow-origin", origin});
    headers.push_back({"access-control-allow-credentials", "true"});
  }
  headers.push_back({"access-control-allow-methods", joined(values_of(policy.methods), ", ")});
  const auto names = requested_names(exchange);
  if (!names.empty())
    headers.push_back({"access-control-allow-headers", ascii_lowered(joined(names, ", "))});
  if (!policy.exposed_headers.entries.empty())
    headers.push_back(
        {"access-control-expose-headers", joined(values_of(policy.exposed_headers), ", ")});
  if (const auto seconds = policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*seconds)});
  headers.push_back(
      {"vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"});
  return headers;
}

Response answer_as_s3(const Exchange& exchange) {
  const bool asks = exchange.request.method == "OPTIONS";
  const auto origin = request_header(exchange, "origin").value_or("");
  if (origin.empty()) return {.status = asks ? 400 : 200, .headers = {}};
  if (!matches(exchange, origin)) return {.status = asks ? 403 : 200, .headers = {}};
  return {.status = 200, .headers = headers_of_rule(exchange, origin)};
}

}  // namespace

constinit const Enforcer enforcer::s3{
    .name = "s3",
    .since = "",
    .title = "Amazon S3",
    .summary = "{\"CORSRules\": [...]} or the bare array of the console",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::any_run,
    .wildcard_with_credentials = WildcardWithCredentials::credentials_dropped,
    .wildcard_with_credentials_text = "S3 sends `*` without `Access-Control-Allow-Credentials`",
    .empty_origins = EmptyOrigins::refused,
    .empty_origins_text = "S3 refuses a rule without AllowedOrigins (MalformedXML)",
    .string_as_list_text = "S3 refuses the document (MalformedXML)",
    .method_wildcard = NameWildcard::not_supported,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::not_supported,
    .method_check = MethodCheck::actual_requests_too,
    .methods = s3_methods,
    .has_credentials = false,
    .is_store = true,
    .header_globs = true,
    .missing_methods_text = "S3 refuses a rule without AllowedMethods (MalformedXML)",
    .several_globs_text =
        "S3 refuses the whole configuration: an AllowedOrigin or AllowedHeader can not have more "
        "than one wildcard",
    .start_failure = s3_failure,
    .answer = answer_as_s3,
    .evidence = "recorded answers of S3 (LocalStack's snapshots, 2025) and Amazon's documentation",
};

}  // namespace corslint
