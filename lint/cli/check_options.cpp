#include "lint/cli/check_options.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "lint/run/environment_error.h"
#include "rules/catalog.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/origin/origin.h"
#include "rules/policy/ascii.h"
#include "rules/policy/environment.h"

namespace corslint {
namespace {

/// A rule's name as people write it: underscores and upper case are theirs, `ALL` is ours.
std::string rule_name(std::string_view option, std::string_view text) {
  if (equal_ignoring_case(text, every_rule)) return std::string(every_rule);
  auto name = ascii_lowered(stripped(text));
  std::ranges::replace(name, '_', '-');
  const auto problem = problem_with_rule_name(name);
  if (!problem.empty()) throw EnvironmentError(std::string(option) + ": " + problem);
  return name;
}

std::vector<std::string> separated(const std::vector<std::string>& texts) {
  std::vector<std::string> parts;
  for (const std::string_view text : texts) {
    for (std::size_t begin = 0; begin <= text.size();) {
      const auto comma = std::min(text.find(',', begin), text.size());
      const auto part = stripped(text.substr(begin, comma - begin));
      if (!part.empty()) parts.emplace_back(part);
      begin = comma + 1;
    }
  }
  return parts;
}

std::vector<std::string> rule_names(std::string_view option,
                                    const std::vector<std::string>& texts) {
  std::vector<std::string> names;
  for (const auto& part : separated(texts)) names.push_back(rule_name(option, part));
  if (!texts.empty() && names.empty())
    throw EnvironmentError(std::string(option) + ": no rule is named");
  return names;
}

/// The severity of that name; no value for `none_name`.
std::optional<Severity> severity_named(std::string_view option, std::string_view name,
                                       std::string_view none_name) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    if (name == severity_name(severity)) return severity;
  }
  if (name == none_name) return std::nullopt;
  throw EnvironmentError(std::string(option) + ": " + in_backticks(name) +
                         " is not error, warning, info or " + std::string(none_name));
}

/// Rules by their own names; what names one rule goes before what names its group, and that before
/// `ALL`, in whatever order they stand.
std::map<std::string, std::optional<Severity>, std::less<>> severities(
    const std::vector<std::string>& texts) {
  constexpr std::string_view option = "--severity";
  std::vector<std::pair<std::vector<const Rule*>, std::optional<Severity>>> settings;
  for (const auto& part : separated(texts)) {
    const auto equals = part.find('=');
    if (equals == std::string::npos)
      throw EnvironmentError("--severity: " + in_backticks(part) + " is not RULE=LEVEL");
    const auto name = rule_name(option, std::string_view(part).substr(0, equals));
    const auto level = severity_named(option, std::string_view(part).substr(equals + 1), "off");
    settings.emplace_back(rules_named(name), level);
  }
  std::ranges::stable_sort(settings, std::greater{},
                           [](const auto& setting) { return setting.first.size(); });
  std::map<std::string, std::optional<Severity>, std::less<>> result;
  for (const auto& [rules, level] : settings) {
    for (const Rule* rule : rules) result[std::string(rule->id)] = level;
  }
  return result;
}

std::optional<Environment> environment_of_option(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto environment = environment_named(text);
  if (!environment)
    throw EnvironmentError("--environment: " + in_backticks(text) +
                           " is not development, test, staging or production");
  return environment;
}

const std::string& known_dialect(const std::string& text) {
  if (text.empty() || find_enforcer(text) != nullptr) return text;
  auto problem = "--dialect: " + in_backticks(text) + " is unknown";
  const auto nearest = nearest_dialect(text);
  problem += nearest.empty() ? ";" : "; did you mean " + in_backticks(nearest) + '?';
  throw EnvironmentError(problem + " `corslint dialects` lists them");
}

const std::string& canonical_origin(const std::string& text) {
  const auto parsed = Origin::parse(text);
  if (parsed.is_canonical() && !parsed.origin->is_opaque()) return text;
  auto problem = "--dev-origin: " + in_backticks(text) + " is not an origin as browsers send it";
  if (parsed.origin && !parsed.origin->is_opaque())
    problem += "; write " + in_backticks(parsed.origin->serialize());
  throw EnvironmentError(problem);
}

FailConditions fail_conditions(const CheckArguments& arguments) {
  FailConditions conditions{.max_warnings = arguments.max_warnings};
  if (!arguments.fail_level.empty()) {
    conditions.level = severity_named("--fail-level", arguments.fail_level, "never");
  } else if (arguments.max_warnings) {
    conditions.level = Severity::error;
  }
  conditions.is_level_asked = !arguments.fail_level.empty() || arguments.max_warnings.has_value();
  return conditions;
}

/// A patch changes nothing, whatever else is asked for.
FixAction fix_action(const CheckArguments& arguments) {
  if (arguments.diff) return FixAction::show;
  if (arguments.fix_only) return FixAction::apply_only;
  return arguments.fix ? FixAction::apply : FixAction::none;
}

/// Whatever else is selected, and however bad it is elsewhere.
void select_unused_ignore(RuleSelection& selection) {
  const std::string name(rules::unused_ignore.id);
  if (!selection.select.empty()) selection.select.push_back(name);
  std::erase(selection.ignore, name);
  const auto [level, is_new] =
      selection.severities.try_emplace(name, rules::unused_ignore.severity);
  if (!is_new && !level->second) level->second = rules::unused_ignore.severity;
}

void set_baseline(CheckOptions& options, const CheckArguments& arguments) {
  if (!arguments.baseline.empty() && !arguments.write_baseline.empty())
    throw EnvironmentError(
        "--baseline and --write-baseline exclude each other: a new baseline holds everything that "
        "is found");
  options.baseline = {arguments.baseline, arguments.no_ignores};
  options.write_baseline = arguments.write_baseline;
}

}  // namespace

CheckOptions check_options(const CheckArguments& arguments) {
  CheckOptions options;
  auto& run = options.run;
  run.paths = arguments.paths;
  if (run.paths.empty()) run.paths.emplace_back(".");
  run.stdin_filename = arguments.stdin_filename;
  run.threads = arguments.threads;
  run.selection = file_selection(arguments.files);
  run.selection.explain = arguments.verbose;
  run.only_lists = arguments.files.show_files;
  run.lint.read.environment = environment_of_option(arguments.environment);
  run.lint.read.dialect = known_dialect(arguments.dialect);
  run.lint.selection.select = rule_names("--select", arguments.select);
  run.lint.selection.ignore = rule_names("--ignore", arguments.ignore);
  run.lint.selection.severities = severities(arguments.severities);
  if (arguments.report_unused_ignores) select_unused_ignore(run.lint.selection);
  run.configuration = {arguments.configuration, arguments.no_configuration};
  set_baseline(options, arguments);
  for (const auto& origin : arguments.dev_origins)
    run.lint.dev_origins.push_back(canonical_origin(origin));
  options.fix_action = fix_action(arguments);
  if (arguments.unsafe_fixes) options.fixes = FixScope::safe_and_unsafe;
  if (options.fix_action != FixAction::none) run.fix = options.fixes;
  if (arguments.no_ignores) run.lint.inline_ignores = InlineIgnores::disregarded;
  options.targets = report_targets(arguments.formats, arguments.output_file);
  options.fail = fail_conditions(arguments);
  options.colour = colour_choice(arguments.color);
  return options;
}

bool fails(const Report& report, const FailConditions& conditions) {
  if (conditions.max_warnings && summary_of(report).warnings > *conditions.max_warnings)
    return true;
  return std::ranges::any_of(report.files, [&](const FileReport& file) {
    const auto level = conditions.is_level_asked ? conditions.level : file.fail_level;
    return level && std::ranges::any_of(file.diagnostics, [&](const Diagnostic& diagnostic) {
             return diagnostic.severity >= *level;
           });
  });
}

}  // namespace corslint
