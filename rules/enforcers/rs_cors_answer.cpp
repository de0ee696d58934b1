// rs/cors in the order of its own steps: a preflight must pass the origin, the method and the
// header names, and is answered without CORS headers at the first that fails; an actual request
// must pass origin and method. What changed over time is how the method and the requested header
// names are compared and sent back.

#include "rules/enforcers/rs_cors_answer.h"

#include <algorithm>

#include "rules/enforcers/answering.h"
#include "rules/enforcers/go_header_names.h"
#include "rules/enforcers/rs_cors_names.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr int status_ok = 200;
constexpr int status_no_content = 204;

std::vector<std::string> entries_of(const TextList& list, const RsCorsProgram& program) {
  if (list.form == ListForm::single && program.string_as_list == StringAsList::dropped) return {};
  return values_of(list);
}

bool holds(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool every_origin(const Policy& policy, const RsCorsProgram& program) {
  const auto origins = entries_of(policy.origins, program);
  return origins.empty() || holds(origins, "*");
}

/// The first `*` stands for any run; all others for themselves.
bool entry_matches(const std::string& entry, const std::string& origin) {
  const auto star = entry.find('*');
  if (star == std::string::npos) return entry == origin;
  const auto suffix = entry.substr(star + 1);
  return origin.size() >= entry.size() - 1 && origin.starts_with(entry.substr(0, star)) &&
         origin.ends_with(suffix);
}

bool origin_passes(const Policy& policy, const RsCorsProgram& program, std::string_view origin) {
  if (every_origin(policy, program)) return true;
  const auto lowered = ascii_lowered(origin);
  const auto origins = entries_of(policy.origins, program);
  return std::any_of(origins.begin(), origins.end(), [&](const std::string& entry) {
    return entry_matches(ascii_lowered(entry), lowered);
  });
}

bool method_passes(const Policy& policy, const RsCorsProgram& program, std::string_view method) {
  auto methods = entries_of(policy.methods, program);
  if (methods.empty()) methods = {"GET", "POST", "HEAD"};
  if (program.version >= RsCorsVersion::since_1_10)
    return method == "OPTIONS" || holds(methods, method);
  for (auto& each : methods) each = ascii_uppered(each);
  const auto uppered = ascii_uppered(method);
  return uppered == "OPTIONS" || holds(methods, uppered);
}

AllowedNames allowed_names(const Policy& policy, const RsCorsProgram& program) {
  auto names = entries_of(policy.headers, program);
  const bool missing = names.empty();
  if (missing && program.missing_header_names == MissingHeaderNames::every)
    return {.every = true, .names = {}};
  if (missing) names = {"Accept", "Content-Type", "X-Requested-With"};
  if (program.version < RsCorsVersion::since_1_10) names.emplace_back("Origin");
  const bool every = holds(names, "*");
  return {.every = every, .names = std::move(names)};
}

void add_origin(const Exchange& exchange, const RsCorsProgram& program, const std::string& origin,
                HeaderList& headers) {
  headers.push_back({"access-control-allow-origin",
                     every_origin(exchange.policy, program) ? std::string("*") : origin});
}

void add_credentials(const Exchange& exchange, HeaderList& headers) {
  if (is_on(exchange.policy.credentials))
    headers.push_back({"access-control-allow-credentials", "true"});
}

void add_max_age(const Exchange& exchange, const RsCorsProgram& program, HeaderList& headers) {
  const auto seconds = exchange.policy.max_age.value.value_or(0);
  if (seconds > 0) {
    headers.push_back({"access-control-max-age", std::to_string(seconds)});
  } else if (seconds < 0 && program.version >= RsCorsVersion::since_1_10) {
    headers.push_back({"access-control-max-age", "0"});
  }
}

bool knows_private_network(const Exchange& exchange, const RsCorsProgram& program) {
  return program.version >= RsCorsVersion::since_1_8 && is_on(exchange.policy.private_network);
}

void add_permissions(const Exchange& exchange, const RsCorsProgram& program, HeaderList& headers) {
  const auto origin = request_header(exchange, "origin").value_or("");
  const auto method = request_header(exchange, "access-control-request-method").value_or("");
  if (origin.empty() || !origin_passes(exchange.policy, program, origin) ||
      !method_passes(exchange.policy, program, method))
    return;
  const auto names =
      judge_requested_names(request_header(exchange, "access-control-request-headers"),
                            allowed_names(exchange.policy, program), program.version);
  if (!names.passed) return;
  add_origin(exchange, program, origin, headers);
  const bool as_sent = program.version >= RsCorsVersion::since_1_10;
  headers.push_back({"access-control-allow-methods", as_sent ? method : ascii_uppered(method)});
  if (names.sent_back) headers.push_back({"access-control-allow-headers", *names.sent_back});
  add_credentials(exchange, headers);
  if (knows_private_network(exchange, program) &&
      request_header(exchange, "access-control-request-private-network") == "true")
    headers.push_back({"access-control-allow-private-network", "true"});
  add_max_age(exchange, program, headers);
}

int preflight_status(const Policy& policy, const RsCorsProgram& program) {
  if (program.version < RsCorsVersion::since_1_8) return status_ok;
  const auto status = policy.preflight_status.value.value_or(0);
  return status == 0 ? status_no_content : static_cast<int>(status);
}

Response answer_preflight(const Exchange& exchange, const RsCorsProgram& program) {
  Response response{.status = preflight_status(exchange.policy, program), .headers = {}};
  add_to_vary(response, "Origin");
  add_to_vary(response, "Access-Control-Request-Method");
  add_to_vary(response, "Access-Control-Request-Headers");
  if (knows_private_network(exchange, program))
    add_to_vary(response, "Access-Control-Request-Private-Network");
  add_permissions(exchange, program, response.headers);
  return response;
}

Response answer_actual_request(const Exchange& exchange, const RsCorsProgram& program) {
  const Policy& policy = exchange.policy;
  Response response;
  add_to_vary(response, "Origin");
  const auto origin = request_header(exchange, "origin").value_or("");
  if (origin.empty() || !origin_passes(policy, program, origin) ||
      !method_passes(policy, program, exchange.request.method))
    return response;
  add_origin(exchange, program, origin, response.headers);
  const auto exposed = canonical_header_names(entries_of(policy.exposed_headers, program));
  if (!exposed.empty())
    response.headers.push_back({"access-control-expose-headers", joined(exposed, ", ")});
  add_credentials(exchange, response.headers);
  return response;
}

}  // namespace

Response rs_cors_answer(const Exchange& exchange, const RsCorsProgram& program) {
  const auto method = request_header(exchange, "access-control-request-method").value_or("");
  const bool asks = exchange.request.method == "OPTIONS" && !method.empty();
  return asks ? answer_preflight(exchange, program) : answer_actual_request(exchange, program);
}

}  // namespace corslint
