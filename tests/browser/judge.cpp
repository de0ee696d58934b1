// Judges answers that no enforcer of ours gave as the Fetch standard does: hand-made ones, and
// those of real programs. Reads one JSON object a line,
// {"request": {...}, "preflight": {"status": 200, "headers": [["name", "value"]]}, "response":
// {...}}, the request as in `simulate --requests`, and writes what `simulate` would write, with the
// headers that the script gets to read as "exposed", or {"error": "..."}.

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "lint/cli/simulated_request.h"
#include "lint/report/json_values.h"
#include "lint/report/simulation.h"
#include "rules/enforcers/simulation.h"
#include "rules/fetch/exposed_headers.h"

namespace corslint::test {
namespace {

Response response_of(const Json& object) {
  Response response;
  response.status = object.at("status").get<int>();
  for (const auto& pair : object.at("headers"))
    response.headers.push_back({pair.at(0).get<std::string>(), pair.at(1).get<std::string>()});
  return response;
}

Json exposed_value(const Simulation& simulation) {
  const auto exposed = exposed_headers(simulation.request, simulation.response);
  return exposed.every ? Json("*") : Json(exposed.names);
}

Json judged(const Json& question) {
  const auto asked = request_of_line(question.at("request").dump());
  if (!asked.request) return {{"error", asked.problem}};
  const auto simulation = simulate(*asked.request, [&](const ServerRequest& request) {
    const bool is_preflight = get(request.headers, "access-control-request-method").has_value();
    return response_of(question.at(is_preflight ? "preflight" : "response"));
  });
  auto object = simulation_object(simulation, simulated_url);
  object["exposed"] = exposed_value(simulation);
  return object;
}

}  // namespace
}  // namespace corslint::test

int main() {
  constexpr int one_line = -1;
  for (std::string line; std::getline(std::cin, line);)
    std::cout << corslint::dumped(corslint::test::judged(corslint::Json::parse(line)), one_line);
  return 0;
}
