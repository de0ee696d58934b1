#include "lint/run/configuration/value_types.h"

#include <algorithm>
#include <array>

#include "lint/read/field_names.h"
#include "lint/run/configuration/date.h"
#include "lint/run/configuration/version_requirement.h"
#include "lint/run/path_pattern.h"
#include "lint/run/selection.h"
#include "rules/catalog.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/origin/origin.h"
#include "rules/policy/environment.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (const Rule* rule : catalog()) names.push_back(rule->id);
  return names;
}

std::vector<std::string_view> rule_and_group_names() {
  std::vector<std::string_view> names{every_rule};
  for (const Rule* rule : catalog()) {
    const auto group = group_name(rule->group);
    if (std::ranges::find(names, group) == names.end()) names.push_back(group);
  }
  std::ranges::copy(rule_names(), std::back_inserter(names));
  return names;
}

std::vector<std::string_view> levels() {
  return {"error", "warning", "info", "off"};
}

std::vector<std::string_view> fail_levels() {
  return {"error", "warning", "info", "never"};
}

std::vector<std::string_view> environments() {
  return {"development", "test", "staging", "production"};
}

std::vector<std::string_view> policy_fields() {
  const auto names = field_spellings();
  return {names.begin(), names.end()};
}

std::string help_with(std::string_view nearest, std::string_view command) {
  if (!nearest.empty()) return "Did you mean " + in_backticks(nearest) + '?';
  return "Run `corslint " + std::string(command) + "` for the names";
}

TextProblem problem_with_rule(std::string_view text) {
  if (text == every_rule || !rules_named(text).empty())
    return {in_backticks(text) +
                " stands for several rules, and findings are silenced by the rule's own name",
            "Name the rules; `[rules]` turns whole groups off"};
  const auto names = rule_names();
  return {in_backticks(text) + " is not a rule", help_with(nearest_of(text, names), "rules")};
}

TextProblem problem_with_rule_or_group(std::string_view text) {
  const auto names = rule_and_group_names();
  return {in_backticks(text) + " is not a rule or a group of rules",
          help_with(nearest_of(text, names), "rules")};
}

TextProblem problem_with_dialect(std::string_view text) {
  if (find_enforcer(text) != nullptr) return {};
  return {in_backticks(text) + " is not an enforcer that corslint knows",
          help_with(nearest_dialect(text), "dialects")};
}

TextProblem problem_with_environment(std::string_view text) {
  const auto meant = environment_named(text);
  const auto nearest = meant ? environment_name(*meant) : nearest_environment(text);
  return {in_backticks(text) + " is not development, test, staging or production",
          nearest.empty() ? std::string() : "Did you mean " + in_backticks(nearest) + '?'};
}

TextProblem problem_with_origin(std::string_view text) {
  const auto parsed = Origin::parse(text);
  if (parsed.is_canonical() && !parsed.origin->is_opaque()) return {};
  TextProblem problem{in_backticks(text) + " is not an origin as browsers send it"};
  problem.help = parsed.origin && !parsed.origin->is_opaque()
                     ? "Write " + in_backticks(parsed.origin->serialize())
                     : "Write scheme, host and port, such as `http://localhost:5173`";
  return problem;
}

TextProblem problem_with_glob(std::string_view text) {
  if (text.empty() || text == "/" || text == "!") return {"An empty glob matches nothing", ""};
  if (text.starts_with("./") || text.starts_with("../") ||
      text.find("/../") != std::string_view::npos)
    return {
        "A glob has no `.` and no `..` in it: it starts at the configuration's folder, and on "
        "the command line at the current one",
        text.starts_with("./") ? "Write " + in_backticks(text.substr(2)) : std::string()};
  if (PathPattern(text).is_malformed())
    return {
        in_backticks(text) +
            " is not a glob: a `[` in it is never closed or names no class, or a backslash ends it",
        "Write a backslash before the character to mean it itself; folders are parted by `/`"};
  return {};
}

TextProblem problem_with_path_glob(std::string_view text) {
  if (text.starts_with('!'))
    return {"A `path` says which files are meant; `!` has no meaning here",
            "Write a glob for the files that are meant"};
  return problem_with_glob(text);
}

TextProblem problem_with_pointer(std::string_view text) {
  if (!text.empty() && !text.starts_with('/'))
    return {in_backticks(text) + " is not a JSON Pointer: it does not begin with `/`",
            "Write it as `--format json` shows it, such as `/cors/allow_origins/0`"};
  for (auto at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1)) {
    if (at + 1 < text.size() && (text[at + 1] == '0' || text[at + 1] == '1')) continue;
    return {in_backticks(text) + " is not a JSON Pointer: `~` stands before `0` or `1` only",
            "Write `~0` for `~` and `~1` for `/` within a key"};
  }
  return {};
}

TextProblem problem_with_date(std::string_view text) {
  if (date_of(text)) return {};
  return {in_backticks(text) + " is not a date", "Write year, month and day, such as `2027-01-31`"};
}

TextProblem problem_with_version_requirement(std::string_view text) {
  if (satisfies("0.0.0", text)) return {};
  return {in_backticks(text) + " is not a requirement for a version",
          "Write comparisons such as `>=0.1` or `>=0.1, <2`"};
}

TextProblem problem_with_variable(std::string_view text) {
  const bool is_name = !text.empty() && text.find_first_of("= \t\"'#") == std::string_view::npos;
  return is_name ? TextProblem{}
                 : TextProblem{in_backticks(text) + " is not a variable's name", ""};
}

TextProblem problem_with_file(std::string_view text) {
  return text.empty() ? TextProblem{"An empty path names no file", ""} : TextProblem{};
}

bool is_choice(const ValueType& type, std::string_view text) {
  if (type.choices == nullptr) return false;
  const auto choices = type.choices();
  return std::ranges::find(choices, text) != choices.end();
}

}  // namespace

constinit const ValueType any_text_type{.noun = "a text"};
constinit const ValueType file_type{
    .noun = "the path of a file", .pattern = "^.", .problem = problem_with_file};
constinit const ValueType glob_type{
    .noun = "a path or glob", .pattern = "^[^!]", .problem = problem_with_path_glob};
constinit const ValueType glob_list_type{
    .noun = "a list of globs", .is_list = true, .pattern = "^.", .problem = problem_with_glob};
constinit const ValueType origin_list_type{.noun = "a list of origins",
                                           .is_list = true,
                                           .pattern = "^[a-z][a-z0-9+.-]*://[^/?#@ A-Z]+$",
                                           .problem = problem_with_origin};
constinit const ValueType rule_list_type{.noun = "a list of rules",
                                         .is_list = true,
                                         .may_be_empty = false,
                                         .choices = rule_names,
                                         .problem = problem_with_rule};
constinit const ValueType rule_or_group_list_type{.noun = "a list of rules and groups of rules",
                                                  .is_list = true,
                                                  .choices = rule_and_group_names,
                                                  .problem = problem_with_rule_or_group};
constinit const ValueType rule_or_group_type{.noun = "a rule or group",
                                             .choices = rule_and_group_names,
                                             .problem = problem_with_rule_or_group};
constinit const ValueType level_type{.noun = "a severity or `off`", .choices = levels};
constinit const ValueType fail_level_type{.noun = "a severity or `never`", .choices = fail_levels};
constinit const ValueType dialect_type{.noun = "an enforcer",
                                       .choices = dialect_names,
                                       .pattern = "^[a-z0-9-]+@[0-9][0-9.]*$",
                                       .problem = problem_with_dialect};
constinit const ValueType environment_type{
    .noun = "an environment", .choices = environments, .problem = problem_with_environment};
constinit const ValueType policy_field_type{.noun = "a key of a policy", .choices = policy_fields};
constinit const ValueType pointer_type{
    .noun = "a JSON Pointer", .pattern = "^(/([^~/]|~[01])*)*$", .problem = problem_with_pointer};
constinit const ValueType date_type{.noun = "a date",
                                    .may_be_date = true,
                                    .pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                                    .problem = problem_with_date};
constinit const ValueType version_requirement_type{
    .noun = "a requirement for the version",
    .pattern =
        "^ *(>=|<=|==|!=|>|<)? *[0-9]+(\\.[0-9]+){0,2} *(, *(>=|<=|==|!=|>|<)? "
        "*[0-9]+(\\.[0-9]+){0,2} *)*$",
    .problem = problem_with_version_requirement};
constinit const ValueType variable_name_type{
    .noun = "a variable's name", .pattern = "^[^= \\t\"'#]+$", .problem = problem_with_variable};

TextProblem problem_with(const ValueType& type, std::string_view text) {
  if (is_choice(type, text)) return {};
  if (type.problem != nullptr) return type.problem(text);
  if (type.choices == nullptr) return {};
  const auto choices = type.choices();
  TextProblem problem{in_backticks(text) + " is not " + std::string(type.noun)};
  const auto nearest = nearest_of(text, choices);
  if (!nearest.empty()) {
    problem.help = "Did you mean " + in_backticks(nearest) + '?';
    return problem;
  }
  for (const auto choice : choices)
    problem.help += (problem.help.empty() ? "There are " : ", ") + in_backticks(choice);
  return problem;
}

}  // namespace corslint
