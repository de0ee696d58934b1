#include "tests/lint/report/made_report.h"

#include <stdexcept>
#include <utility>

namespace corslint::test {

constinit const Rule made_rule = [] {
  Rule rule;
  rule.id = "wildcard-with-credentials";
  rule.group = Group::credentials;
  rule.summary = "any site reads with the user's cookies";
  rule.reference = "https://fetch.spec.whatwg.org/";
  return rule;
}();

Span span_of(std::string_view text, std::string_view part) {
  const auto at = text.find(part);
  if (at == std::string_view::npos) throw std::logic_error("the part is not in the text");
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

Finding made_finding(std::string_view text, std::string_view part, std::string message) {
  return {.span = span_of(text, part), .message = std::move(message)};
}

Report made_report(std::string path, std::string text, Finding finding) {
  FileReport file{.file = SourceFile(std::move(path), std::move(text)),
                  .policies = {{"cors", "starlette", Environment::production, {0, 1}}},
                  .diagnostics = {}};
  Diagnostic diagnostic;
  diagnostic.rule = &made_rule;
  diagnostic.severity = finding.severity.value_or(made_rule.severity);
  diagnostic.pointer = "/cors/allow_origins/0";
  diagnostic.policy = "cors";
  diagnostic.dialect = "starlette";
  diagnostic.environment = Environment::production;
  diagnostic.finding = std::move(finding);
  file.diagnostics.push_back(std::move(diagnostic));
  Report report;
  report.files.push_back(std::move(file));
  report.files_checked = 1;
  return report;
}

}  // namespace corslint::test
