#include <string_view>

#include "lint/cli/completion_words.h"
#include "lint/cli/shell_completions.h"

namespace corslint {
namespace {

/// A text within the single quotes of an `_arguments` specification, whose brackets and colons
/// have a meaning.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result;
}

std::string action_of(std::string_view placeholder, const std::vector<std::string>& words) {
  if (words.empty()) return is_path(placeholder) ? "_files" : " ";
  std::string text = placeholder == "R,.." ? "_values -s , rule" : "(";
  for (const auto& word : words) text += ' ' + word;
  return placeholder == "R,.." ? text : text + ')';
}

std::string specification(const CommandDescription& command, const OptionDescription& option) {
  if (option.is_position) {
    const auto words = words_at_position(command.name, option.names[0]);
    return " \\\n        '*:" + escaped(option.names[0]) + ':' +
           (words.empty() ? "_files" : action_of("", words)) + '\'';
  }
  std::string text;
  for (const auto& name : option.names) {
    text += " \\\n        '*" + name + '[' + escaped(option.description) + ']';
    if (!option.value.empty())
      text += ':' + escaped(option.value) + ':' + action_of(option.value, words_for(option.value));
    text += '\'';
  }
  return text;
}

}  // namespace

std::string zsh_completions(const CommandDescription& program) {
  std::string names;
  std::string branches;
  for (const auto& command : program.commands) {
    names += "    '" + command.name + ':' + escaped(command.description) + "'\n";
    branches += "    " + command.name + ")\n      _arguments -s";
    for (const auto& option : command.options) branches += specification(command, option);
    branches += "\n      ;;\n";
  }
  return "#compdef corslint\n"
         "_corslint() {\n"
         "  local -a commands=(\n" +
         names +
         "  )\n"
         "  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n"
         "    _describe command commands\n"
         "    _files\n"
         "    return\n"
         "  fi\n"
         "  local command=$words[2]\n"
         "  if ((${commands[(I)$command:*]})); then\n"
         "    shift words\n"
         "    ((CURRENT--))\n"
         "  else\n"
         "    command=check\n"
         "  fi\n"
         "  case $command in\n" +
         branches +
         "  esac\n"
         "}\n"
         "_corslint \"$@\"\n";
}

}  // namespace corslint
