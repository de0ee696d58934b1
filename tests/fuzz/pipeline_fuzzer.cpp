// The whole way of a file, from bytes to reports: every place is in the file, what is printed for
// people is harmless in a terminal, and what is written for programs is theirs to parse.
#include <nlohmann/json.hpp>
#include <sstream>

#include "lint/report/report.h"
#include "tests/fuzz/invariants.h"
#include "tests/fuzz/linted.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corslint;
  Report report;
  report.files.push_back(fuzz::linted(fuzz::named_text(data, size)));
  report.files_checked = 1;
  fuzz::require_sound_report(report.files.front());
  fuzz::require_printable(full_report(report, Colour::none, Verbosity::with_summary));
  fuzz::require_printable(concise_report(report, Colour::none));
  fuzz::require(nlohmann::json::accept(json_report(report)), "the JSON report is JSON");
  for (const auto& text : {sarif_report(report), gitlab_report(report), rdjson_report(report)})
    fuzz::require(nlohmann::json::accept(text), "a report in JSON is JSON");
  for (const auto& text : {json_lines_report(report), rdjson_lines_report(report)}) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
      fuzz::require(nlohmann::json::accept(line), "each line of a report in JSON is JSON");
  }
  for (const auto& text : {github_report(report), gcc_report(report), junit_report(report),
                           checkstyle_report(report), statistics(report)})
    fuzz::require_printable(text);
  return 0;
}
