// Hono's middleware cors. Read and run on Node 18 and 20: 4.6.4, 4.12.8, 4.12.24, 4.12.34, 4.13.0,
// 4.13.19; read 4.0.0 and versions between them to find where each change came. It has no switch
// for every origin: `*` is what it does without the option `origin`. It knows no patterns but
// functions, and always answers OPTIONS 204, also where it is no preflight; lists go to refused
// origins too.
//
// 4.12.9 to 4.12.24 answer `*` with credentials by the origin's own name. Before 4.6.5 one string
// is sent as it stands, and an origin that is not listed is answered with the first one listed.
// Methods, headers and exposed headers must be lists: a string for methods permits none; one for
// the others throws a TypeError, since 4.13.2 when the middleware is made, before in each request,
// which is then answered 500.

#include <algorithm>
#include <vector>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/javascript_headers.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

enum class Version { from_0_0, from_4_6_5, from_4_12_9, from_4_12_25, from_4_13_0, from_4_13_2 };

constexpr int passed_on = 200;
constexpr int no_content = 204;

/// Whether the option `origin` is `*` or missing.
bool is_wildcard(const Policy& policy) {
  return !is_set(policy.origins) ||
         (policy.origins.form == ListForm::single && policy.origins.entries.front().value == "*");
}

bool is_text(const TextList& list) {
  return list.form == ListForm::single && !list.entries.front().value.empty();
}

EntryMeaning meaning_of_entry(std::string_view entry, const Policy& policy) {
  if (is_wildcard(policy)) return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  if (entry.empty()) return {};
  return {.kind = EntryMeaning::Kind::origin, .text = std::string(entry)};
}

/// The first entry is what origins that are not listed are answered with, so that the browser
/// compares it.
EntryMeaning meaning_before_4_6_5(std::string_view entry, const Policy& policy) {
  if (is_wildcard(policy) || entry != policy.origins.entries.front().value)
    return meaning_of_entry(entry, policy);
  const auto arriving = stripped(entry);
  if (!web_headers_take(entry) || arriving.empty()) return {};
  if (arriving == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  return {.kind = EntryMeaning::Kind::origin, .text = std::string(arriving)};
}

bool reflects(const Policy& policy, Version version) {
  return version == Version::from_4_12_9 && is_on(policy.credentials);
}

/// What is sent as Access-Control-Allow-Origin; empty: nothing.
std::string allowed_origin(const Exchange& exchange, Version version) {
  const Policy& policy = exchange.policy;
  const auto origin = request_header(exchange, "origin").value_or("");
  if (is_wildcard(policy)) return reflects(policy, version) ? origin : "*";
  const bool listed = holds(policy.origins, origin);
  if (version == Version::from_0_0 && !policy.origins.entries.empty() &&
      (!listed || policy.origins.form == ListForm::single))
    return policy.origins.entries.front().value;
  return listed ? origin : "";
}

void vary_by_origin(const Policy& policy, Version version, HeaderWriter& writer) {
  if (!is_wildcard(policy) || reflects(policy, version)) writer.vary("Origin");
}

/// Writes a list of names. Before 4.13.2 a list of nothing but the empty string is sent too, and a
/// string fails.
void write_names(const TextList& list, Version version, std::string_view name,
                 HeaderWriter& writer) {
  const auto value = joined(values_of(list), ",");
  if (version == Version::from_4_13_2) return writer.write_unless_empty(name, value);
  if (is_text(list)) return writer.fail();
  if (list.form != ListForm::single && !list.entries.empty()) writer.write(name, value);
}

void write_methods(const Policy& policy, Version version, HeaderWriter& writer) {
  constexpr std::string_view name = "access-control-allow-methods";
  if (!is_set(policy.methods)) {
    const bool has_query = version >= Version::from_4_13_0;
    writer.write(name, has_query ? "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY"
                                 : "GET,HEAD,PUT,POST,DELETE,PATCH");
  } else if (policy.methods.form != ListForm::single || version == Version::from_0_0) {
    write_names(policy.methods, version, name, writer);
  }
}

/// The value without the blanks around its commas.
std::string without_blanks(std::string_view value) {
  std::vector<std::string> names;
  while (true) {
    const auto comma = std::min(value.find(','), value.size());
    names.emplace_back(stripped(value.substr(0, comma)));
    if (comma == value.size()) return joined(names, ",");
    value.remove_prefix(comma + 1);
  }
}

/// Whether the headers that are asked for are allowed.
bool mirrors_headers(const TextList& headers, Version version) {
  if (headers.entries.empty()) return true;
  if (version == Version::from_4_13_2 || headers.form == ListForm::single)
    return joined(values_of(headers), ",").empty();
  return false;
}

void write_headers(const Exchange& exchange, Version version, HeaderWriter& writer) {
  constexpr std::string_view name = "access-control-allow-headers";
  const TextList& headers = exchange.policy.headers;
  if (mirrors_headers(headers, version)) {
    const auto requested = request_header(exchange, "access-control-request-headers").value_or("");
    if (stripped(requested).empty()) return;
    writer.write(name, without_blanks(requested));
  } else {
    write_names(headers, version, name, writer);
  }
  writer.vary("Access-Control-Request-Headers");
}

template <Version version>
Response answer_as(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  const bool preflight = exchange.request.method == "OPTIONS";
  HeaderWriter writer(web_headers_take);
  writer.write_unless_empty("access-control-allow-origin", allowed_origin(exchange, version));
  if (version == Version::from_0_0) vary_by_origin(policy, version, writer);
  if (is_on(policy.credentials)) writer.write("access-control-allow-credentials", "true");
  write_names(policy.exposed_headers, version, "access-control-expose-headers", writer);
  if (version != Version::from_0_0) vary_by_origin(policy, version, writer);
  if (!preflight) return writer.answered(passed_on);
  if (policy.max_age.value)
    writer.write("access-control-max-age", javascript_number(*policy.max_age.value));
  write_methods(policy, version, writer);
  write_headers(exchange, version, writer);
  return writer.answered(no_content);
}

std::optional<StartFailure> failure_to_join(const Policy& policy) {
  if (is_text(policy.exposed_headers))
    return StartFailure{"opts.exposeHeaders.join is not a function", policy.exposed_headers.span};
  if (is_text(policy.headers))
    return StartFailure{"opts.allowHeaders.join is not a function", policy.headers.span};
  return std::nullopt;
}

constexpr Enforcer hono_since_4_13_2{
    .name = "hono",
    .since = "4.13.2",
    .title = "Hono",
    .summary = "the options of Hono's middleware cors, from the application's settings",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "Hono sends `*` as it stands, which browsers refuse as soon as a request carries "
        "credentials; 4.12.9 to 4.12.24 let any website read with the user's cookies instead",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "Hono then admits nobody",
    .string_as_list_text = "",
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .entry_meaning = meaning_of_entry,
    .start_failure = failure_to_join,
    .answer = answer_as<Version::from_4_13_2>,
    .everyone_by_default = true,
    .evidence =
        "4.6.4, 4.12.8, 4.12.24, 4.12.34, 4.13.0 and 4.13.19 are run in the tests; the versions "
        "between them were read",
};

constexpr Enforcer before_4_13_2(std::string_view since, Enforcer::AnswerFunction answer) {
  Enforcer enforcer = hono_since_4_13_2;
  enforcer.since = since;
  enforcer.start_failure = nullptr;
  enforcer.answer = answer;
  return enforcer;
}

constexpr Enforcer reflecting() {
  Enforcer enforcer = before_4_13_2("4.12.9", answer_as<Version::from_4_12_9>);
  enforcer.wildcard_with_credentials = WildcardWithCredentials::reflects;
  enforcer.wildcard_with_credentials_text =
      "Hono 4.12.9 to 4.12.24 answers every origin with its own name and "
      "`Access-Control-Allow-Credentials: true`, so any website reads with the user's cookies";
  return enforcer;
}

constexpr Enforcer before_4_6_5() {
  Enforcer enforcer = before_4_13_2("0.0", answer_as<Version::from_0_0>);
  enforcer.entry_meaning = meaning_before_4_6_5;
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::hono_4_13_2 = hono_since_4_13_2;
constinit const Enforcer enforcer::hono_4_13_0 =
    before_4_13_2("4.13.0", answer_as<Version::from_4_13_0>);
constinit const Enforcer enforcer::hono_4_12_25 =
    before_4_13_2("4.12.25", answer_as<Version::from_4_12_25>);
constinit const Enforcer enforcer::hono_4_12_9 = reflecting();
constinit const Enforcer enforcer::hono_4_6_5 =
    before_4_13_2("4.6.5", answer_as<Version::from_4_6_5>);
constinit const Enforcer enforcer::hono_0_0 = before_4_6_5();

}  // namespace corslint
