#include "lint/library/corslint.h"

#include "lint/read/reader.h"
#include "lint/report/json_values.h"
#include "lint/report/version.h"
#include "lint/run/linter.h"
#include "rules/enforcers/enforcer.h"
#include "rules/origin/origin.h"

namespace corslint::library {
namespace {

Position position_of(const SourceFile& file, std::uint32_t offset) {
  const auto position = file.position(offset);
  return {position.line, position.column, position.offset};
}

Range range_of(const SourceFile& file, Span span) {
  return {position_of(file, span.begin), position_of(file, span.end)};
}

Severity severity_of(corslint::Severity severity) {
  switch (severity) {
    case corslint::Severity::error:
      return Severity::error;
    case corslint::Severity::warning:
      return Severity::warning;
    case corslint::Severity::info:
      break;
  }
  return Severity::info;
}

Fix fix_of(const SourceFile& file, const corslint::Fix& fix) {
  Fix result{.title = fix.title, .safe = fix.safety == Safety::safe, .edits = {}};
  for (const auto& edit : fix.edits) result.edits.push_back({range_of(file, edit.span), edit.text});
  return result;
}

Diagnostic diagnostic_of(const SourceFile& file, const corslint::Diagnostic& diagnostic) {
  const auto& finding = diagnostic.finding;
  Diagnostic result{.rule = std::string(diagnostic.rule->id),
                    .severity = severity_of(diagnostic.severity),
                    .message = whole_message(finding),
                    .range = range_of(file, finding.span),
                    .pointer = diagnostic.pointer,
                    .policy = diagnostic.policy,
                    .dialect = diagnostic.dialect,
                    .environment = {},
                    .witness = finding.witness,
                    .labels = {},
                    .fixes = {},
                    .url = std::string(diagnostic.rule->reference)};
  if (diagnostic.environment != Environment::unknown)
    result.environment = environment_name(diagnostic.environment);
  for (const auto& label : finding.labels)
    result.labels.push_back({label.message, range_of(file, label.span)});
  for (const auto& fix : finding.fixes) result.fixes.push_back(fix_of(file, fix));
  return result;
}

std::string problem_with(std::string_view text, const Options& options) {
  if (text.size() > largest_file) return "the text is larger than 64 MiB";
  if (!options.dialect.empty() && find_enforcer(options.dialect) == nullptr)
    return "the dialect `" + options.dialect + "` is unknown";
  if (!options.environment.empty() && !environment_named(options.environment))
    return "`" + options.environment + "` is not development, test, staging or production";
  for (const auto& origin : options.dev_origins) {
    if (!Origin::parse(origin).is_canonical())
      return "`" + origin + "` is not an origin as browsers send it";
  }
  for (const auto& rule : options.ignore) {
    auto problem = problem_with_rule_name(rule);
    if (!problem.empty()) return problem;
  }
  return {};
}

}  // namespace

Result lint(std::string_view text, const Options& options) {
  Result result{.diagnostics = {}, .problem = problem_with(text, options)};
  if (!result.problem.empty()) return result;
  LintOptions lint;
  lint.read.dialect = options.dialect;
  lint.read.environment = environment_named(options.environment);
  lint.selection.ignore = options.ignore;
  lint.dev_origins = options.dev_origins;
  const auto format = format_of(options.path).value_or(guessed_format(text));
  const auto report = lint_file(SourceFile(options.path, std::string(text)), format, lint);
  for (const auto& diagnostic : report.diagnostics)
    result.diagnostics.push_back(diagnostic_of(report.file, diagnostic));
  return result;
}

std::string_view version() {
  return corslint::version();
}

}  // namespace corslint::library
