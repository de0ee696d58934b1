#include "lint/run/pattern_judge.h"

#include <cassert>
#include <utility>

#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/pattern/analyses.h"

namespace corslint {
namespace {

Policy policy_of(const std::string& pattern) {
  const Span whole{0, static_cast<std::uint32_t>(pattern.size())};
  Text text;
  text.value = pattern;
  text.span = text.content = whole;
  Policy policy;
  policy.name = "pattern";
  policy.span = whole;
  // Rules that ask for production would otherwise keep what they know to themselves.
  policy.environment = Environment::unknown;
  policy.origin_patterns = {
      .form = ListForm::single, .key = {}, .key_span = {}, .span = whole, .entries = {text}};
  return policy;
}

}  // namespace

JudgedQuery judge_pattern(const std::string& pattern, const Enforcer& enforcer) {
  assert(enforcer.pattern_syntax.has_value());
  PatternAnalyses analyses;
  const PatternQuery query{.pattern = pattern,
                           .syntax = *enforcer.pattern_syntax,
                           .mode = enforcer.pattern_mode,
                           .letter_case = enforcer.pattern_case};
  JudgedQuery judged{
      .query = query,
      .analysis = analyses.of(query),
      .report = {.file = SourceFile("pattern", pattern), .policies = {}, .diagnostics = {}}};
  const Policy policy = policy_of(pattern);
  const PolicyEntries no_entries;
  PatternMatchers matchers;
  const Context context{
      .enforcer = enforcer, .analyses = analyses, .matchers = matchers, .entries = no_entries};
  for (const Rule* rule : catalog()) {
    if (rule->group != Group::patterns) continue;
    Findings findings;
    rule->check(policy, context, findings);
    for (auto& finding : findings) {
      Diagnostic diagnostic;
      diagnostic.rule = rule;
      diagnostic.severity = finding.severity.value_or(rule->severity);
      diagnostic.dialect = enforcer.name;
      diagnostic.finding = std::move(finding);
      judged.report.diagnostics.push_back(std::move(diagnostic));
    }
  }
  return judged;
}

}  // namespace corslint
