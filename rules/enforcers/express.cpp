// The npm package cors behind Express. Read and run: 2.8.6 (with Express 5.3 on Node 18 and 20);
// 2.8.5 differs in nothing that counts here. Before that max-age 0 was not sent. Its switch for
// every origin is `origin: true`, which answers each origin with its own name and never `*`.
//
// Every OPTIONS request is taken for a preflight, also without Access-Control-Request-Method, and
// the lists are sent to refused origins too. Where Node refuses a header value or the status, the
// middleware throws, and Express answers 500 with the headers set before.

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/javascript_headers.h"
#include "rules/enforcers/javascript_origin_option.h"

namespace corslint {
namespace {

constexpr std::string_view default_methods = "GET,HEAD,PUT,PATCH,POST,DELETE";
constexpr std::int64_t default_preflight_status = 204;

void write_origin(const Exchange& exchange, OriginOption option, HeaderWriter& writer) {
  if (option == OriginOption::wildcard) return writer.write("access-control-allow-origin", "*");
  const auto origin = request_header(exchange, "origin").value_or("");
  if (option == OriginOption::fixed_text) {
    writer.write("access-control-allow-origin", exchange.policy.origins.entries.front().value);
  } else if (option == OriginOption::every_origin_by_name || entry_admits(exchange, origin)) {
    writer.write_unless_empty("access-control-allow-origin", origin);
  }
  writer.vary("Origin");
}

/// Whether the option is missing or the empty string, which JavaScript takes for the same here; an
/// empty list is neither.
bool is_falsy(const TextList& list) {
  return !is_set(list) || (list.form == ListForm::single && list.entries.front().value.empty());
}

void write_preflight(const Exchange& exchange, HeaderWriter& writer) {
  const Policy& policy = exchange.policy;
  writer.write_unless_empty("access-control-allow-methods",
                            is_set(policy.methods) ? joined(values_of(policy.methods), ",")
                                                   : std::string(default_methods));
  if (is_falsy(policy.headers)) {
    writer.vary("Access-Control-Request-Headers");
    writer.write_unless_empty(
        "access-control-allow-headers",
        request_header(exchange, "access-control-request-headers").value_or(""));
  } else {
    writer.write_unless_empty("access-control-allow-headers",
                              joined(values_of(policy.headers), ","));
  }
  if (policy.max_age.value)
    writer.write("access-control-max-age", javascript_number(*policy.max_age.value));
}

/// The status of a preflight; 0 where Node has no such status.
int preflight_status(const Policy& policy) {
  constexpr std::int64_t lowest = 100;
  constexpr std::int64_t highest = 999;
  const auto status = policy.preflight_status.value.value_or(default_preflight_status);
  return status >= lowest && status <= highest ? static_cast<int>(status) : 0;
}

Response answer_as_express(const Exchange& exchange) {
  constexpr int passed_on = 200;
  const Policy& policy = exchange.policy;
  const auto option = origin_option(policy);
  if (option == OriginOption::empty_text) return {};
  const bool preflight = exchange.request.method == "OPTIONS";
  HeaderWriter writer(node_sends);
  write_origin(exchange, option, writer);
  if (is_on(policy.credentials)) writer.write("access-control-allow-credentials", "true");
  if (preflight) write_preflight(exchange, writer);
  writer.write_unless_empty("access-control-expose-headers",
                            joined(values_of(policy.exposed_headers), ","));
  if (!preflight) return writer.answered(passed_on);
  const int status = preflight_status(policy);
  if (status == 0) writer.fail();
  return writer.answered(status);
}

}  // namespace

constinit const Enforcer enforcer::express{
    .name = "express",
    .since = "",
    .title = "Express",
    .summary = "the options of the npm package cors, from the application's settings",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::javascript,
    .pattern_mode = MatchMode::search,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "Express sends `*` as it stands, which browsers refuse as soon as a request carries "
        "credentials; `origin: true`, its switch for every origin, answers each with its own name "
        "instead, so any website reads with the user's cookies",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "Express then admits nobody",
    .string_as_list_text = "",
    .has_origin_switch = true,
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .entry_meaning = meaning_in_origin_option,
    .start_failure = failure_to_make_regexp,
    .answer = answer_as_express,
    .everyone_by_default = true,
    .evidence = "cors 2.8.6 is run with Express 5 in the tests; 2.8.5 was read",
};

}  // namespace corslint
