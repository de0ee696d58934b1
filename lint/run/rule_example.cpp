#include "lint/run/rule_example.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "lint/run/fixer.h"
#include "lint/run/linter.h"

namespace corslint {
namespace {

/// Vite's default, the one that development policies most often lack.
constexpr std::string_view usual_dev_origin = "http://localhost:5173";

using Policies = std::vector<Policy>;

SourceFile file_of(const Rule& rule, std::string_view text) {
  return {std::string(rule.example_file), std::string(text)};
}

Format example_format(const Rule& rule) {
  return format_of(rule.example_file).value_or(Format::toml);
}

Policies policies_of(const SourceFile& file, Format format) {
  return read_policies(file, read_document(file, format), {});
}

const Enforcer& enforcer_of(const Policy& policy) {
  const Enforcer* enforcer = policy.dialect.empty() ? nullptr : find_enforcer(policy.dialect);
  return enforcer == nullptr ? generic_enforcer() : *enforcer;
}

void keep_findings_of(const Rule& rule, FileReport& report) {
  auto& diagnostics = report.diagnostics;
  std::erase_if(diagnostics, [&](const Diagnostic& found) { return found.rule != &rule; });
  std::ranges::stable_sort(diagnostics, std::greater{}, &Diagnostic::severity);
  if (diagnostics.size() > 1) diagnostics.resize(1);
}

/// The policy that a finding is about; for a finding about the file, its first one.
const Policy* policy_of(const Policies& policies, const Diagnostic& diagnostic) {
  const auto found = std::ranges::find_if(policies, [&](const Policy& policy) {
    return diagnostic.policy.empty() ||
           (policy.name == diagnostic.policy && policy.environment == diagnostic.environment);
  });
  return found == policies.end() ? nullptr : &*found;
}

/// Its counterpart among other policies: that of its name and environment, else that of its place.
const Policy* counterpart(const Policy& policy, const Policies& own, const Policies& others) {
  const auto found = std::ranges::find_if(others, [&](const Policy& other) {
    return other.name == policy.name && other.environment == policy.environment;
  });
  if (found != others.end()) return &*found;
  const auto index = static_cast<std::size_t>(&policy - own.data());
  return index < others.size() ? &others[index] : nullptr;
}

std::optional<ExampleExchange> exchange_of(const Rule& rule, const Diagnostic& diagnostic) {
  const auto bad = policies_of(file_of(rule, rule.bad), example_format(rule));
  const auto good = policies_of(file_of(rule, rule.good), example_format(rule));
  const Policy* before = policy_of(bad, diagnostic);
  const Policy* after = before == nullptr ? nullptr : counterpart(*before, bad, good);
  if (after == nullptr) return std::nullopt;
  PatternMatchers matchers;
  return telling_exchange(rule, diagnostic.finding, {*before, enforcer_of(*before)},
                          {*after, enforcer_of(*after)}, matchers);
}

bool speaks_of(const Rule& rule, const FileReport& report) {
  return std::ranges::any_of(report.diagnostics,
                             [&](const Diagnostic& found) { return found.rule == &rule; });
}

std::optional<FixedExample> fixed_example(const Rule& rule, const FileReport& report,
                                          const Lint& lint) {
  for (const auto scope : {FixScope::safe, FixScope::safe_and_unsafe}) {
    const bool has_one = std::ranges::any_of(report.diagnostics, [&](const Diagnostic& found) {
      return found.rule == &rule && has_fix(found, scope);
    });
    if (!has_one) continue;
    const auto fixed = fixed_file(report, example_format(rule), scope, lint);
    if (fixed.applied.empty() || speaks_of(rule, fixed.remaining)) continue;
    return FixedExample{std::string(fixed.remaining.file.text()),
                        scope == FixScope::safe ? Safety::safe : Safety::unsafe};
  }
  return std::nullopt;
}

}  // namespace

RuleExample example_of(const Rule& rule) {
  LintOptions options;
  const Lint lint = [&](SourceFile file) {
    return lint_file(std::move(file), example_format(rule), options);
  };
  RuleExample example{.report = lint(file_of(rule, rule.bad))};
  if (!speaks_of(rule, example.report)) {
    example.dev_origin = usual_dev_origin;
    options.dev_origins = {example.dev_origin};
    example.report = lint(file_of(rule, rule.bad));
  }
  example.fixed = fixed_example(rule, example.report, lint);
  keep_findings_of(rule, example.report);
  if (example.report.diagnostics.empty()) return example;
  example.exchange = exchange_of(rule, example.report.diagnostics.front());
  return example;
}

}  // namespace corslint
