// What findings say about an enforcer is what its model answers, and whatever a request asks for is
// answered: the text of an exchange is harmless in a terminal, and its JSON is JSON. The input is a
// file; the line behind its last `%%` is a request as `simulate --requests` reads it.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "lint/cli/simulated_request.h"
#include "lint/report/simulation.h"
#include "tests/fuzz/invariants.h"
#include "tests/fuzz/linted.h"
#include "tests/rules/model_check.h"

namespace {

using namespace corslint;

Request request_in(std::string& text) {
  const auto mark = text.rfind("%%");
  if (mark != std::string::npos) {
    const auto asked = request_of_line(std::string_view(text).substr(mark + 2));
    text.resize(mark);
    if (asked.request) return *asked.request;
  }
  return {.origin = "https://app.example.com",
          .method = "PUT",
          .headers = {{"x-request-id", "1"}},
          .credentials_mode = CredentialsMode::include};
}

void answer_for(const Policy& policy, const Request& request, const SourceFile& file) {
  const Enforcer* known = policy.dialect.empty() ? nullptr : find_enforcer(policy.dialect);
  const Enforcer& enforcer = known == nullptr ? generic_enforcer() : *known;
  PatternMatchers matchers;
  // What cannot be matched is refused before anything is answered.
  if (enforcer.answer == nullptr || !test::can_match_patterns(policy, enforcer, matchers)) return;
  const auto simulation = simulate(policy, enforcer, request, matchers);
  const auto object = simulation_object(simulation, simulated_url)
                          .dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
  fuzz::require(nlohmann::json::accept(object), "an exchange in JSON is JSON");
  const auto cause = simulation_cause(simulation, policy, enforcer, matchers);
  fuzz::require(!cause.text.empty(), "an exchange has a cause");
  fuzz::require_printable(simulation_text(simulation, cause, policy, enforcer, file));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto named = fuzz::named_text(data, size);
  const Request request = request_in(named.text);
  const auto report = fuzz::linted(named);
  const auto check = test::check_against_model(report, named.format);
  for (const auto& line : check.contradictions) std::cerr << line << '\n';
  fuzz::require(check.contradictions.empty(), "models confirm what findings say");
  constexpr std::size_t most_policies_asked = 8;
  const auto policies = read_policies(report.file, read_document(report.file, named.format), {});
  for (std::size_t i = 0; i < std::min(policies.size(), most_policies_asked); ++i)
    answer_for(policies[i], request, report.file);
  return 0;
}
