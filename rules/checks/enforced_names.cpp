#include "rules/checks/enforced_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/exchange.h"
#include "rules/enforcers/simulation.h"
#include "rules/policy/ascii.h"
#include "rules/policy/policy.h"

namespace corslint {
namespace {

constexpr std::string_view origin = "https://app.acme.io";
constexpr std::array<std::string_view, 6> standard_methods = {"GET", "HEAD",   "POST",
                                                              "PUT", "DELETE", "PATCH"};

TextList list_of(std::string_view value) {
  Text text;
  text.value = value;
  TextList list;
  list.form = ListForm::list;
  list.entries.push_back(text);
  return list;
}

ServerRequest preflight_for(std::string_view method) {
  ServerRequest request{.method = "OPTIONS", .headers = {}};
  request.headers.push_back({"origin", std::string(origin)});
  request.headers.push_back({"access-control-request-method", std::string(method)});
  return request;
}

/// The names that the answer to a preflight holds in that header.
std::vector<std::string> permitted(const Policy& policy, const Context& context,
                                   std::string_view method, std::string_view header,
                                   std::string_view answered_in) {
  if (start_failure(policy, context.enforcer)) return {};
  ServerRequest request = preflight_for(method);
  if (!header.empty())
    request.headers.push_back({"access-control-request-headers", ascii_lowered(header)});
  const auto response = answer({policy, context.enforcer, request, context.matchers});
  return extract_header_list_values(answered_in, response.headers).names;
}

}  // namespace

bool permits_method(const Context& context, std::string_view entry, std::string_view method) {
  Policy policy;
  policy.origins = list_of(origin);
  policy.methods = list_of(entry);
  const auto names = permitted(policy, context, method, {}, "access-control-allow-methods");
  return std::find(names.begin(), names.end(), method) != names.end();
}

bool permits_header(const Context& context, std::string_view entry, std::string_view name) {
  Policy policy;
  policy.origins = list_of(origin);
  policy.methods = list_of("PUT");
  policy.headers = list_of(entry);
  const auto names = permitted(policy, context, "PUT", name, "access-control-allow-headers");
  return std::any_of(names.begin(), names.end(), [&](const std::string& permitted_name) {
    return equal_ignoring_case(permitted_name, name);
  });
}

bool answers_any_method(const Policy& policy, const Context& context) {
  Policy asked;
  asked.origins = list_of(origin);
  asked.methods = policy.methods;
  if (start_failure(asked, context.enforcer)) return false;
  return std::ranges::any_of(standard_methods, [&](std::string_view method) {
    ServerRequest request{.method = std::string(method), .headers = {}};
    request.headers.push_back({"origin", std::string(origin)});
    const auto response = answer({asked, context.enforcer, request, context.matchers});
    return get(response.headers, "access-control-allow-origin").has_value();
  });
}

bool permits_preflight(const Policy& policy, const Context& context, std::string_view header) {
  Policy asked;
  asked.origins = list_of(origin);
  asked.methods = policy.methods;
  asked.headers = policy.headers;
  const Request request{.origin = std::string(origin), .headers = {{std::string(header), "1"}}};
  return !simulate(asked, context.enforcer, request, context.matchers).preflight_reason;
}

std::optional<int> answered_preflight_status(const Context& context, std::int64_t setting) {
  if (&context.enforcer == &generic_enforcer()) return static_cast<int>(setting);
  Policy policy;
  policy.origins = list_of(origin);
  policy.methods = list_of("PUT");
  policy.preflight_status.value = setting;
  if (start_failure(policy, context.enforcer)) return std::nullopt;
  const ServerRequest request = preflight_for("PUT");
  return answer({policy, context.enforcer, request, context.matchers}).status;
}

}  // namespace corslint
