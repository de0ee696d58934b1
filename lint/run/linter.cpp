#include "lint/run/linter.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

#include "lint/read/env_names.h"
#include "lint/read/example_file.h"
#include "lint/read/field_names.h"
#include "lint/run/cors_mention.h"
#include "lint/run/fingerprint.h"
#include "lint/run/ignores.h"
#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/enforcers/enforcer.h"
#include "rules/pattern/analyses.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// A key that stands twice among an application's other settings is not ours to report. TOML
/// refuses the whole file.
bool concerns_policies(const Irregularity& irregularity, Format format,
                       const ReadOptions& options) {
  if (irregularity.kind != IrregularityKind::duplicate_key || format == Format::toml) return true;
  const auto& key = irregularity.subject;
  if (format == Format::env) return env_role(key).has_value() || options.env_names.contains(key);
  return mentions_cors(key) || field_named(key).has_value();
}

/// What is odd in the file itself is reported through the same rules as what is odd in a policy, by
/// way of a policy that holds nothing else.
Policy file_policy(const Document& document, const ReadOptions& options) {
  Policy policy;
  policy.format = document.format;
  std::copy_if(document.irregularities.begin(), document.irregularities.end(),
               std::back_inserter(policy.irregularities), [&](const Irregularity& irregularity) {
                 return concerns_policies(irregularity, document.format, options);
               });
  return policy;
}

Severity severity_of(const Rule& rule, const Finding& finding, const RuleSelection& selection) {
  const auto chosen = selection.severities.find(rule.id);
  if (chosen != selection.severities.end() && chosen->second) return *chosen->second;
  return finding.severity.value_or(rule.severity);
}

class Run {
 public:
  Run(const Document& document, const LintOptions& options, FileReport& report)
      : document_(document), options_(options), report_(report) {
    if (selects_everything(options.selection)) return;
    std::ranges::copy_if(catalog(), std::back_inserter(selected_),
                         [&](const Rule* rule) { return is_selected(options.selection, *rule); });
    rules_ = selected_;
  }

  void check(const Policy& policy, const Context& context, Group last_group) {
    Findings findings;
    for (const Rule* rule : rules_) {
      if (rule->group > last_group) continue;
      findings.clear();
      rule->check(policy, context, findings);
      for (auto& finding : findings) add(*rule, std::move(finding), policy, context);
    }
  }

  void add(const Rule& rule, Finding finding, const Policy& policy, const Context& context) {
    Diagnostic diagnostic;
    diagnostic.rule = &rule;
    diagnostic.severity = severity_of(rule, finding, options_.selection);
    diagnostic.pointer = pointer_of(finding.span, policy);
    diagnostic.policy = policy.name;
    diagnostic.dialect = context.enforcer.name;
    diagnostic.environment = policy.environment;
    diagnostic.finding = std::move(finding);
    diagnostic.fingerprint =
        content_fingerprint(diagnostic, document_, report_.file.text(), policy);
    report_.diagnostics.push_back(std::move(diagnostic));
  }

 private:
  /// A list inside one string has no place in the document's tree, so its entries get their index
  /// from the policy.
  std::string pointer_of(Span span, const Policy& policy) const {
    auto pointer = pointer_to(document_, span);
    for (const TextList* list : {&policy.origins, &policy.origin_patterns, &policy.methods,
                                 &policy.headers, &policy.exposed_headers}) {
      if (list->form != ListForm::separated && list->form != ListForm::json_text) continue;
      // Entries of one text stand in its order, and several of one variable at the same place.
      const auto entry = std::ranges::lower_bound(list->entries, span.end, {},
                                                  [](const Text& text) { return text.span.end; });
      if (entry != list->entries.end() && contains(entry->span, span))
        return pointer + '/' + std::to_string(entry - list->entries.begin());
    }
    return pointer;
  }

  const Document& document_;
  const LintOptions& options_;
  FileReport& report_;
  std::vector<const Rule*> selected_;
  std::span<const Rule* const> rules_ = catalog();
};

auto order_of(const Diagnostic& diagnostic) {
  return std::tuple(diagnostic.finding.span.begin, diagnostic.finding.span.end,
                    diagnostic.rule->id);
}

/// An overlay inherits what it does not set, so a finding about an inherited value comes up once
/// for each environment: the worst one stays, the first of equals.
void sort_and_deduplicate(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const auto& left, const auto& right) {
    const auto a = order_of(left);
    const auto b = order_of(right);
    return a != b ? a < b : left.severity > right.severity;
  });
  const auto same = [](const Diagnostic& left, const Diagnostic& right) {
    return order_of(left) == order_of(right);
  };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

void report_unused(const std::vector<InlineIgnore>& ignores, const RuleSelection& selection,
                   Run& run, const Policy& policy, const Context& context) {
  if (!is_selected(selection, rules::unused_ignore)) return;
  for (const auto& ignore : ignores) {
    if (ignore.used) continue;
    const Rule* rule = find_rule(ignore.rule);
    if (rule != nullptr && !is_selected(selection, *rule)) continue;
    Finding finding{.span = ignore.span};
    if (ignore.rule.empty()) {
      finding.message = "This ignore names no rule";
      finding.consequence = "This ignore silences nothing";
      finding.help = "Write the rule's name behind it, in brackets";
    } else if (rule == nullptr) {
      finding.message = "There is no rule `" + ignore.rule + "` to ignore";
      finding.consequence = "This ignore silences nothing";
      const Rule* nearest = nearest_rule(ignore.rule);
      finding.help = nearest == nullptr ? "Run `corslint rules` for the names"
                                        : "Write `" + std::string(nearest->id) + "`";
    } else {
      finding.message = "Nothing is left here for `ignore[" + ignore.rule + "]` to silence";
      finding.consequence = "It would hide the next finding of this rule at this place";
      finding.help = "Remove `" + ignore.rule + "` from the comment";
    }
    run.add(rules::unused_ignore, std::move(finding), policy, context);
  }
}

/// A file that does not parse may be about something else entirely; its words and its name are what
/// is left to tell.
bool may_hold_a_policy(const SourceFile& file) {
  const std::string_view path = file.path();
  return mentions_cors(path.substr(path.find_last_of('/') + 1)) || mentions_cors(file.text());
}

const Enforcer& enforcer_of(const Policy& policy) {
  const Enforcer* enforcer = policy.dialect.empty() ? nullptr : find_enforcer(policy.dialect);
  return enforcer == nullptr ? generic_enforcer() : *enforcer;
}

/// The surroundings with the origins that the options ask for, and what the file's name tells.
Surroundings completed(Surroundings surroundings, std::string_view path,
                       const LintOptions& options) {
  surroundings.is_example = is_example_file(path);
  for (const auto& origin : options.dev_origins)
    surroundings.dev_origins.push_back({.origin = origin});
  return surroundings;
}

}  // namespace

FileReport lint_file(SourceFile file, Format format, const LintOptions& options,
                     Neighbourhood neighbourhood) {
  KnownPatterns known;
  return lint_file(std::move(file), format, options, std::move(neighbourhood), known);
}

FileReport lint_file(SourceFile file, Format format, const LintOptions& options,
                     Neighbourhood neighbourhood, KnownPatterns& known) {
  FileReport report{.file = std::move(file), .policies = {}, .diagnostics = {}};
  const Document document = read_document(report.file, format);
  auto reading = options.read;
  reading.base_variables = std::move(neighbourhood.base_variables);
  const auto policies = read_policies(report.file, document, reading);
  const auto surroundings =
      completed(std::move(neighbourhood.surroundings), report.file.path(), options);
  const Policy of_file = file_policy(document, options.read);
  PatternAnalyses analyses(known);
  PatternMatchers matchers;
  const PolicyEntries no_entries;
  const Context file_context{.enforcer = generic_enforcer(),
                             .analyses = analyses,
                             .matchers = matchers,
                             .entries = no_entries};
  Run run(document, options, report);

  if (policies.empty() && (is_readable(document) || !may_hold_a_policy(report.file))) return report;
  run.check(of_file, file_context, Group::input);

  for (const auto& policy : policies) {
    const Enforcer& enforcer = enforcer_of(policy);
    report.policies.push_back(
        {policy.name, std::string(enforcer.name), policy.environment, policy.span});
    if (!policy.enabled.value.value_or(true)) continue;
    const auto entries = entries_of(policy, enforcer);
    run.check(policy,
              {.enforcer = enforcer,
               .analyses = analyses,
               .matchers = matchers,
               .entries = entries,
               .siblings = policies,
               .text = report.file.text(),
               .surroundings = surroundings},
              Group::caching);
  }

  sort_and_deduplicate(report.diagnostics);
  if (options.inline_ignores == InlineIgnores::honoured) {
    auto ignores = inline_ignores(report.file, format);
    report.silenced = apply_ignores(report.file, ignores, report.diagnostics);
    report_unused(ignores, options.selection, run, of_file, file_context);
    sort_and_deduplicate(report.diagnostics);
  }
  apply_configured_ignores(options.ignores, report);
  return report;
}

void add_diagnostics(FileReport& report, std::vector<Diagnostic> diagnostics) {
  std::ranges::move(diagnostics, std::back_inserter(report.diagnostics));
  sort_and_deduplicate(report.diagnostics);
}

}  // namespace corslint
