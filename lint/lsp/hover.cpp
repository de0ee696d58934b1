#include "lint/lsp/hover.h"

#include <utility>

#include "lint/lsp/admission.h"
#include "lint/lsp/diagnostics.h"
#include "lint/report/json_values.h"
#include "lint/report/rule_page.h"

namespace corslint::lsp {
namespace {

bool is_at(Span span, std::uint32_t offset) {
  return span.begin <= offset && offset <= span.end;
}

std::string finding_page(const Diagnostic& diagnostic) {
  auto text = "**" + std::string(severity_name(diagnostic.severity)) + "** " +
              whole_message(diagnostic.finding);
  if (!diagnostic.finding.witness.empty())
    text += "\n\nWitness: `" + diagnostic.finding.witness + '`';
  return text + "\n\n" + rule_section(*diagnostic.rule, "###");
}

}  // namespace

Json hover(const LintedDocument& linted, const Client& client, TextPosition position) {
  const auto& [document, conditions, report] = linted;
  const auto offset = offset_at(document.text, position, client.encoding);
  std::string text;
  Json range;
  if (auto admission = admission_at(policies_of(conditions, report.file), offset)) {
    text = std::move(admission->markdown);
    range = range_of(report.file, admission->span, client.encoding);
  }
  for (const auto& diagnostic : report.diagnostics) {
    if (!is_at(diagnostic.finding.span, offset)) continue;
    if (!text.empty()) text += "\n\n---\n\n";
    text += finding_page(diagnostic);
    if (range.is_null()) range = range_of(report.file, diagnostic.finding.span, client.encoding);
  }
  if (text.empty()) return {};
  return {
      {"contents", {{"kind", client.shows_markdown ? "markdown" : "plaintext"}, {"value", text}}},
      {"range", std::move(range)}};
}

}  // namespace corslint::lsp
