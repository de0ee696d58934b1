#include "lint/cli/command_tree.h"

namespace corslint {
namespace {

std::string value_of(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) return {};
  const auto& text = option.get_option_text();
  const auto first = text.find_first_not_of(" '");
  if (first == std::string::npos) return "VALUE";
  return text.substr(first, text.find_last_not_of(" '") - first + 1);
}

OptionDescription described(const CLI::Option& option) {
  OptionDescription result{.description = option.get_description(), .group = option.get_group()};
  result.is_position = option.get_positional();
  if (result.is_position) {
    result.names = {option.get_single_name()};
    return result;
  }
  for (const auto& name : option.get_snames()) result.names.push_back("-" + name);
  for (const auto& name : option.get_lnames()) result.names.push_back("--" + name);
  result.value = value_of(option);
  return result;
}

}  // namespace

CommandDescription described(const CLI::App& app) {
  CommandDescription result{.name = app.get_name(), .description = app.get_description()};
  for (const auto* option : app.get_options()) {
    if (!option->get_group().empty()) result.options.push_back(described(*option));
  }
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (!command->get_group().empty()) result.commands.push_back(described(*command));
  }
  return result;
}

}  // namespace corslint
