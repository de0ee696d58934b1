#include <string_view>

#include "lint/cli/completion_words.h"
#include "lint/cli/shell_completions.h"

namespace corslint {
namespace {

std::string in_quotes(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + '\'';
}

std::string words_text(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return in_quotes(text);
}

std::string option_line(const std::string& condition, const OptionDescription& option) {
  std::string line = "complete -c corslint -n " + in_quotes(condition);
  for (const auto& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) {
    const auto words = words_for(option.value);
    line += is_path(option.value) ? " -r -F" : " -x";
    if (!words.empty()) line += " -a " + words_text(words);
  }
  return line + " -d " + in_quotes(option.description) + '\n';
}

}  // namespace

std::string fish_completions(const CommandDescription& program) {
  std::string names;
  for (const auto& command : program.commands) names += ' ' + command.name;
  std::string text = "# fish completion for corslint\n";
  for (const auto& command : program.commands) {
    text += "complete -c corslint -n __fish_use_subcommand -a " + command.name + " -d " +
            in_quotes(command.description) + '\n';
    // What names no command is `check`.
    const auto condition = command.name == "check" ? "not __fish_seen_subcommand_from" + names +
                                                         "; or __fish_seen_subcommand_from check"
                                                   : "__fish_seen_subcommand_from " + command.name;
    for (const auto& option : command.options) {
      if (!option.is_position) {
        text += option_line(condition, option);
        continue;
      }
      const auto words = words_at_position(command.name, option.names[0]);
      if (!words.empty())
        text += "complete -c corslint -n " + in_quotes(condition) + " -f -a " + words_text(words) +
                '\n';
    }
  }
  return text;
}

}  // namespace corslint
