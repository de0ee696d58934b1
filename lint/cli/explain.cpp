#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "lint/cli/colour_choice.h"
#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/cli/terminal_width.h"
#include "lint/report/printable.h"
#include "lint/report/rule_page.h"
#include "lint/run/environment_error.h"
#include "rules/catalog.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

struct ExplainOptions {
  std::string rule;
  std::string format = "text";
  std::string colour = "auto";
};

/// The name in a report's spelling or near it: `error[trailing-slash]`, `Trailing_Slash`.
std::string name_in(const std::string& text) {
  auto name = ascii_lowered(text);
  const auto open = name.find('[');
  if (open != std::string::npos) name = name.substr(open + 1, name.find(']') - open - 1);
  std::ranges::replace_if(
      name, [](char c) { return c == '_' || c == ' '; }, '-');
  return name;
}

/// The rules whose names hold the text, or else the one whose name is nearest to it.
std::vector<std::string_view> suggestions_for(std::string_view name) {
  constexpr std::size_t shortest_part = 3;
  std::vector<std::string_view> names;
  for (const Rule* rule : catalog()) {
    if (name.size() >= shortest_part && rule->id.find(name) != std::string_view::npos)
      names.push_back(rule->id);
  }
  const Rule* nearest = names.empty() ? nearest_rule(name) : nullptr;
  if (nearest != nullptr) names.push_back(nearest->id);
  return names;
}

std::string did_you_mean(const std::vector<std::string_view>& names) {
  constexpr std::size_t most_names = 5;
  const auto count = std::min(names.size(), most_names);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += '`' + std::string(names[i]) + '`';
  }
  if (text.empty()) return {};
  if (count < names.size()) text += ", ...";
  return "; did you mean " + text + '?';
}

const Rule& rule_named(const std::string& text) {
  const auto name = name_in(text);
  const Rule* rule = find_rule(name);
  if (rule != nullptr) return *rule;
  const auto suggestion = did_you_mean(suggestions_for(name));
  throw EnvironmentError("there is no rule `" + printable(text) + '`' +
                         (suggestion.empty() ? ";" : suggestion) + " `corslint rules` lists them");
}

std::string page(const ExplainOptions& options) {
  const Rule& rule = rule_named(options.rule);
  if (options.format == "json") return rule_page_json(rule);
  if (options.format == "markdown") return rule_page(rule);
  if (options.format != "text")
    throw EnvironmentError("--format: `" + printable(options.format) +
                           "` is not text, json or markdown");
  return rule_page(rule, {.width = width_of_standard_output(),
                          .colour = colour_of_standard_output(colour_choice(options.colour))});
}

}  // namespace

void add_explain_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand(
      "explain", "Print the page of a rule: what, why, as it would be seen, bad, good");
  const auto options = std::make_shared<ExplainOptions>();
  command->add_option("RULE", options->rule, "The rule's name")->required()->option_text(" ");
  command->add_option("-f,--format", options->format, "text (default), json or markdown")
      ->option_text("FORMAT");
  command->add_option("--color", options->colour, "auto (default), always or never")
      ->option_text("WHEN");
  command->callback([options, &status] {
    write_standard_output(page(*options));
    status = ExitStatus::clean;
  });
}

}  // namespace corslint
