#include <string_view>

#include "lint/cli/completion_words.h"
#include "lint/cli/shell_completions.h"

namespace corslint {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

/// The `case` branch that completes the value of one option.
std::string value_branch(const CommandDescription& command, const OptionDescription& option) {
  std::string pattern;
  for (const auto& name : option.names)
    pattern += (pattern.empty() ? "" : "|") + command.name + ',' + name;
  const auto words = words_for(option.value);
  std::string action = "COMPREPLY=()";
  if (is_path(option.value)) action = "COMPREPLY=($(compgen -f -- \"$word\"))";
  if (!words.empty()) action = "__corslint_words \"" + joined(words, " ") + '"';
  return "    " + pattern + ") " + action + "; return ;;\n";
}

std::string command_branch(const CommandDescription& command) {
  std::string options;
  std::string positions;
  for (const auto& option : command.options) {
    if (!option.is_position) options += joined(option.names, " ") + ' ';
    if (option.is_position)
      positions = joined(words_at_position(command.name, option.names[0]), " ");
  }
  return "    " + command.name + ") options=\"" + options + "\" positions=\"" + positions +
         "\" ;;\n";
}

}  // namespace

std::string bash_completions(const CommandDescription& program) {
  std::string commands;
  std::string values;
  std::string branches;
  for (const auto& command : program.commands) {
    commands += command.name + ' ';
    branches += command_branch(command);
    for (const auto& option : command.options) {
      if (!option.value.empty()) values += value_branch(command, option);
    }
  }
  return "# bash completion for corslint\n"
         "__corslint_words() {\n"
         "  local head=\n"
         "  [[ $word == *,* ]] && head=${word%,*},\n"
         "  COMPREPLY=($(compgen -P \"$head\" -W \"$1\" -- \"${word##*,}\"))\n"
         "  [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n"
         "}\n"
         "_corslint() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} "
         "command=check "
         "options positions i\n"
         "  COMPREPLY=()\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case \" " +
         commands +
         "\" in *\" ${COMP_WORDS[i]} \"*) command=${COMP_WORDS[i]}; break ;; esac\n"
         "  done\n"
         "  case $command,$previous in\n" +
         values +
         "  esac\n"
         "  case $command in\n" +
         branches +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "  elif [[ -n $positions ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$positions\" -- \"$word\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "    ((COMP_CWORD > 1)) || COMPREPLY+=($(compgen -W \"" +
         commands +
         "\" -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _corslint corslint\n";
}

}  // namespace corslint
