#include "lint/report/simulation.h"

#include "lint/report/http_message.h"
#include "lint/report/json_values.h"
#include "lint/report/printable.h"
#include "lint/report/simulation_console.h"
#include "lint/report/simulation_curl.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/exposed_headers.h"
#include "rules/policy/ascii.h"
#include "rules/policy/policy.h"

namespace corslint {
namespace {

Json headers_object(const HeaderList& headers) {
  auto object = Json::object();
  for (const auto& header : headers) {
    const auto name = ascii_lowered(header.name);
    if (!object.contains(name)) object[name] = *get(headers, name);
  }
  return object;
}

Json request_object(const Request& request) {
  return {{"origin", request.origin},
          {"method", request.method},
          {"headers", headers_object(request.headers)},
          {"credentials", request.credentials_mode == CredentialsMode::include}};
}

Json preflight_object(const Simulation& simulation) {
  if (!simulation.preflight_request || !simulation.preflight_response) return {{"sent", false}};
  return {{"sent", true},
          {"request_headers", headers_object(simulation.preflight_request->headers)},
          {"status", simulation.preflight_response->status},
          {"headers", headers_object(simulation.preflight_response->headers)}};
}

Json response_object(const Simulation& simulation) {
  Json object{{"sent", is_request_sent(simulation)}};
  if (!simulation.start_failure) object["status"] = simulation.response.status;
  object["headers"] = headers_object(simulation.response.headers);
  return object;
}

std::string message_of(const Simulation& simulation, std::string_view url) {
  return simulation.start_failure ? simulation.start_failure->message
                                  : console_message(simulation, url);
}

std::string row(std::string_view name, const std::string& value) {
  constexpr std::size_t width = 9;
  auto text = std::string(name);
  text.append(width - name.size(), ' ');
  return text + value + '\n';
}

std::string exchange_lines(const Simulation& simulation) {
  if (simulation.start_failure) return {};
  std::string text;
  if (simulation.preflight_request)
    text += request_lines(*simulation.preflight_request) +
            response_lines(*simulation.preflight_response) + '\n';
  if (!is_request_sent(simulation))
    return text + "The browser does not send the request itself.\n\n";
  return text + request_lines(simulation.server_request) + response_lines(simulation.response) +
         '\n';
}

std::string place_of(Span span, const SourceFile& file) {
  return printable(file.path()) + ':' + std::to_string(file.position(span.begin).line);
}

std::string policy_row(const Policy& policy, const Enforcer& enforcer, const SourceFile& file) {
  return row("policy", printable(policy.name) + " (" + place_of(policy.span, file) +
                           "), enforced by " + std::string(enforcer.title));
}

std::string cause_row(const SimulationCause& cause, const SourceFile& file) {
  return row("why", printable(cause.text) +
                        (cause.span ? " (" + place_of(*cause.span, file) + ')' : std::string()));
}

/// Which response headers the script gets to see beyond the safelisted ones.
std::string readable_headers(const Simulation& simulation) {
  const auto exposed = exposed_headers(simulation.request, simulation.response);
  if (exposed.every) return "every response header but Set-Cookie";
  std::string text;
  for (const auto& name : exposed.names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? "the body and the safelisted response headers"
                      : "the body, the safelisted response headers, and " + text;
}

std::string commands(const Simulation& simulation) {
  std::string text;
  if (simulation.preflight_request)
    text += row("curl", curl_command(*simulation.preflight_request, simulated_url));
  return text + row("curl", curl_command(simulation.server_request, simulated_url));
}

}  // namespace

Json simulation_object(const Simulation& simulation, std::string_view url) {
  Json object{{"request", request_object(simulation.request)},
              {"preflight", preflight_object(simulation)},
              {"response", response_object(simulation)},
              {"verdict", simulation.reason ? "blocked" : "allowed"},
              {"reason", nullptr}};
  if (!simulation.reason) return object;
  object["reason"] = block_reason_name(*simulation.reason);
  object["message"] = message_of(simulation, url);
  return object;
}

std::string simulation_text(const Simulation& simulation, const SimulationCause& cause,
                            const Policy& policy, const Enforcer& enforcer,
                            const SourceFile& file) {
  std::string text = policy_row(policy, enforcer, file) + '\n' + exchange_lines(simulation);
  if (!simulation.reason) {
    text += row("verdict", "allowed") + row("reads", printable(readable_headers(simulation)));
  } else {
    text += row("verdict", "blocked: " + std::string(block_reason_name(*simulation.reason)));
    text += row(simulation.start_failure ? "message" : "console",
                printable(message_of(simulation, simulated_url)));
  }
  return text + cause_row(cause, file) + commands(simulation);
}

}  // namespace corslint
