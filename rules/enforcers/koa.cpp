// The package @koa/cors. Read and run: 5.0.0 and 4.0.0, with Koa 3.3 on Node 18 and 20; 3.4.3 sends
// nothing but Vary to requests without an Origin, which is not followed here. It has no switch for
// every origin, no patterns but functions, and compares nothing: the option `origin` is one text,
// sent to everybody. A list is sent as one Access-Control-Allow-Origin header an entry, and
// browsers refuse two. Without the option, or with the empty string, 5 sends `*` and 4 the
// request's origin.
//
// OPTIONS without Access-Control-Request-Method goes on to the application without any header but
// Vary. Where Node refuses a header value, Koa drops all headers and answers 500.

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/javascript_headers.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

enum class Version { from_0_0, from_5_0 };

constexpr std::string_view default_methods = "GET,HEAD,PUT,POST,DELETE,PATCH";
constexpr int passed_on = 200;
constexpr int no_content = 204;

bool is_empty_text(const TextList& list) {
  return list.form == ListForm::single && list.entries.front().value.empty();
}

/// Whether the option `origin` is the default.
bool is_default(const Policy& policy) {
  return is_on(policy.any_origin) || !is_set(policy.origins) || is_empty_text(policy.origins);
}

EntryMeaning meaning_of_entry(std::string_view entry, const Policy& policy) {
  if (is_default(policy)) return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  const auto arriving = stripped(entry);
  if (policy.origins.entries.size() != 1 || !node_sends(entry) || arriving.empty()) return {};
  if (arriving == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  return {.kind = EntryMeaning::Kind::origin, .text = std::string(arriving)};
}

/// The values of Access-Control-Allow-Origin, each sent as a header of its own.
std::vector<std::string> allowed_origins(const Exchange& exchange, Version version) {
  const Policy& policy = exchange.policy;
  const auto origin = request_header(exchange, "origin").value_or("");
  if (is_default(policy))
    return {version == Version::from_0_0 || is_on(policy.credentials) ? origin : "*"};
  const bool is_text = policy.origins.form == ListForm::single;
  if (is_text && policy.origins.entries.front().value == "*" && is_on(policy.credentials))
    return {origin};
  return values_of(policy.origins);
}

void write_preflight(const Exchange& exchange, HeaderWriter& writer) {
  const Policy& policy = exchange.policy;
  const auto asked = [&](std::string_view name) {
    return request_header(exchange, name).value_or("");
  };
  if (policy.max_age.value.value_or(0) != 0)
    writer.write("access-control-max-age", javascript_number(*policy.max_age.value));
  if (is_on(policy.private_network) && !asked("access-control-request-private-network").empty())
    writer.write("access-control-allow-private-network", "true");
  writer.write_unless_empty("access-control-allow-methods",
                            is_set(policy.methods) ? joined(values_of(policy.methods), ",")
                                                   : std::string(default_methods));
  const auto headers = joined(values_of(policy.headers), ",");
  writer.write_unless_empty("access-control-allow-headers",
                            headers.empty() ? asked("access-control-request-headers") : headers);
}

template <Version version>
Response answer_as(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  const bool is_options = exchange.request.method == "OPTIONS";
  const bool preflight =
      is_options && !request_header(exchange, "access-control-request-method").value_or("").empty();
  HeaderWriter writer(node_sends);
  writer.vary("Origin");
  if (is_options && !preflight) return writer.answered(passed_on);
  for (const auto& origin : allowed_origins(exchange, version))
    writer.write("access-control-allow-origin", origin);
  if (is_on(policy.credentials)) writer.write("access-control-allow-credentials", "true");
  if (preflight) {
    write_preflight(exchange, writer);
  } else {
    writer.write_unless_empty("access-control-expose-headers",
                              joined(values_of(policy.exposed_headers), ","));
  }
  Response response = writer.answered(preflight ? no_content : passed_on);
  if (writer.failed()) response.headers.clear();
  return response;
}

constexpr Enforcer koa_since_5_0{
    .name = "koa",
    .since = "5.0",
    .title = "Koa",
    .summary = "the options of the package @koa/cors, from the application's settings",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::reflects,
    .wildcard_with_credentials_text =
        "Koa does not refuse this: it answers every origin with its own name and "
        "`Access-Control-Allow-Credentials: true`, so any website reads with the user's cookies",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text =
        "Koa then admits nobody with an empty list, and everybody with an empty string",
    .string_as_list_text = "",
    .has_origin_switch = true,
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .entry_meaning = meaning_of_entry,
    .answer = answer_as<Version::from_5_0>,
    .everyone_by_default = true,
    .evidence = "@koa/cors 5.0.0 and 4.0.0 are run in the tests; 3.4.3 was read",
};

constexpr Enforcer before_5_0() {
  Enforcer enforcer = koa_since_5_0;
  enforcer.since = "0.0";
  enforcer.answer = answer_as<Version::from_0_0>;
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::koa_5_0 = koa_since_5_0;
constinit const Enforcer enforcer::koa_0_0 = before_5_0();

}  // namespace corslint
