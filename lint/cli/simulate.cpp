#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/cli/simulated_policy.h"
#include "lint/cli/simulated_request.h"
#include "lint/report/json_values.h"
#include "lint/report/printable.h"
#include "lint/report/simulation.h"
#include "lint/run/environment_error.h"
#include "lint/run/reading.h"
#include "lint/run/request_header.h"
#include "rules/fetch/headers.h"
#include "rules/fetch/type_error.h"
#include "rules/origin/origin.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

struct SimulateOptions {
  PolicyChoice policy;
  std::string requests;
  std::string origin;
  std::string method = "GET";
  std::vector<std::string> headers;
  bool credentials = false;
  std::string format;
};

Request request_of(const SimulateOptions& options) {
  Request request;
  request.origin = options.origin;
  request.method = options.method;
  for (const auto& header : options.headers) request.headers.push_back(header_of(header));
  if (options.credentials) request.credentials_mode = CredentialsMode::include;
  const auto error = type_error(request);
  if (!error.empty()) throw EnvironmentError("fetch() throws " + printable(error));
  return request;
}

void warn_of_policy(const Policy& policy, const SourceFile& file) {
  for (const auto& irregularity : policy.irregularities)
    write_message("warning: " + printable(file.path()) + ':' +
                  std::to_string(file.position(irregularity.span.begin).line) +
                  ": something is wrong with `" + printable(irregularity.subject) +
                  "`; `corslint check` says what");
  if (!policy.enabled.value.value_or(true))
    write_message("warning: the policy `" + printable(policy.name) +
                  "` is switched off; this is what it would do");
  for (const TextList* list : {&policy.origins, &policy.origin_patterns, &policy.methods,
                               &policy.headers, &policy.exposed_headers}) {
    for (const auto& entry : list->entries) {
      if (entry.resolution == Resolution::unresolved)
        write_message("warning: `" + printable(entry.value) + "` in `" + printable(list->key) +
                      "` is taken as it stands, since nothing here expands it");
    }
  }
}

void warn_of_request(const Request& request) {
  if (!Origin::parse(request.origin).is_canonical())
    write_message("warning: no browser sends the origin `" + printable(request.origin) + '`');
  for (const auto& [name, value] : request.headers) {
    if (is_forbidden_request_header(name, value))
      write_message("warning: scripts cannot set `" + printable(name) +
                    "`, so the browser leaves it out");
  }
}

ExitStatus status_of(const Simulation& simulation) {
  return simulation.reason ? ExitStatus::findings : ExitStatus::clean;
}

ExitStatus answer_one(const SimulateOptions& options) {
  const auto request = request_of(options);
  PatternMatchers matchers;
  const auto [file, policy, enforcer] = chosen_policy(options.policy, matchers);
  warn_of_policy(policy, file);
  warn_of_request(request);
  const auto simulation = simulate(policy, *enforcer, request, matchers);
  if (options.format == "json") {
    constexpr int indentation = 2;
    write_standard_output(dumped(simulation_object(simulation, simulated_url), indentation));
  } else {
    const auto cause = simulation_cause(simulation, policy, *enforcer, matchers);
    write_standard_output(simulation_text(simulation, cause, policy, *enforcer, file));
  }
  return status_of(simulation);
}

/// The answer to one line of requests, and the status that it alone would have.
struct Answer {
  Json object;
  ExitStatus status = ExitStatus::clean;
};

Answer answer_line(std::string_view line, std::size_t number, const SimulatedPolicy& chosen,
                   PatternMatchers& matchers) {
  const auto asked = request_of_line(line);
  if (!asked.request) return {{{"line", number}, {"error", asked.problem}}, ExitStatus::failure};
  const auto simulation = simulate(chosen.policy, *chosen.enforcer, *asked.request, matchers);
  return {simulation_object(simulation, simulated_url), status_of(simulation)};
}

std::string requests_text(const SimulateOptions& options) {
  if (options.requests == "-" && options.policy.path == "-")
    throw EnvironmentError("standard input cannot be both the policy and the requests");
  auto reading = options.requests == "-" ? read_standard_input() : read_path(options.requests);
  if (!reading.problem.empty())
    throw EnvironmentError("--requests: " + printable(options.requests) + ": " + reading.problem);
  return std::move(reading.text);
}

ExitStatus answer_all(const SimulateOptions& options) {
  const auto text = requests_text(options);
  PatternMatchers matchers;
  const auto chosen = chosen_policy(options.policy, matchers);
  warn_of_policy(chosen.policy, chosen.file);
  auto status = ExitStatus::clean;
  std::string answers;
  std::size_t number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = rest.find('\n');
    const auto line = stripped(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    ++number;
    if (line.empty()) continue;
    const auto answer = answer_line(line, number, chosen, matchers);
    constexpr int one_line = -1;
    answers += dumped(answer.object, one_line);
    status = std::max(status, answer.status);
  }
  write_standard_output(answers);
  return status;
}

ExitStatus run_simulate(const SimulateOptions& options) {
  const bool is_batch = !options.requests.empty();
  if (!options.format.empty() && options.format != "text" && options.format != "json")
    throw EnvironmentError("--format: `" + printable(options.format) + "` is not text or json");
  if (is_batch && options.format == "text")
    throw EnvironmentError("--format: --requests is answered in JSON, one object a line");
  if (!is_batch && options.origin.empty())
    throw EnvironmentError("simulate needs --origin or --requests");
  return is_batch ? answer_all(options) : answer_one(options);
}

}  // namespace

void add_simulate_command(CLI::App& app, ExitStatus& status) {
  auto* command =
      app.add_subcommand("simulate", "Answer requests as the enforcer would, and judge them");
  const auto options = std::make_shared<SimulateOptions>();
  command->add_option("PATH", options->policy.path, "The file of the policy, - for standard input")
      ->required()
      ->option_text(" ");
  auto* requests = command
                       ->add_option("--requests", options->requests,
                                    "One request a line as a JSON object, - for standard input")
                       ->option_text("FILE");
  const auto add = [&](const char* name, auto& value, const char* description, const char* text) {
    command->add_option(name, value, description)->option_text(text)->excludes(requests);
  };
  add("--origin", options->origin, "The page's origin", "O");
  add("--method", options->method, "The method, GET by default", "M");
  command->add_option("--header", options->headers, "A header that the script sets; repeatable")
      ->option_text("'NAME[: VALUE]'")
      ->allow_extra_args(false)
      ->excludes(requests);
  command->add_flag("--credentials", options->credentials, "With cookies (mode `include`)")
      ->option_text(" ")
      ->excludes(requests);
  command->add_option("--policy", options->policy.name, "Which of several policies")
      ->option_text("NAME");
  command
      ->add_option("--environment", options->policy.environment, "The policy of that environment")
      ->option_text("E");
  command->add_option("--dialect", options->policy.dialect, "The enforcer")
      ->option_text("D[@VERSION]");
  command->add_option("-f,--format", options->format, "text (default) or json")
      ->option_text("FORMAT");
  command->footer(
      "Exit status: 0 all allowed, 1 any blocked, 2 it could not run or a request is none.");
  command->callback([options, &status] { status = run_simulate(*options); });
}

}  // namespace corslint
