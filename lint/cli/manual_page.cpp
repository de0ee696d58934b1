#include "lint/cli/manual_page.h"

#include <string_view>

#include "lint/report/version.h"
#include "rules/catalog.h"

namespace corslint {
namespace {

/// A text as troff prints it: a hyphen that is one, and no line that begins with a control
/// character. Code in backticks is bold.
std::string troff(std::string_view text) {
  std::string result;
  bool is_code = false;
  for (const char c : text) {
    if (c == '`') {
      result += is_code ? "\\fP" : "\\fB";
      is_code = !is_code;
    } else if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  if (!result.empty() && (result[0] == '.' || result[0] == '\'')) result.insert(0, "\\&");
  return result;
}

std::string option_entry(const OptionDescription& option) {
  std::string names;
  for (const auto& name : option.names) names += (names.empty() ? "" : ", ") + name;
  std::string entry = ".TP\n\\fB" + troff(names) + "\\fP";
  if (!option.value.empty()) entry += " \\fI" + troff(option.value) + "\\fP";
  return entry + '\n' + troff(option.description) + '\n';
}

std::string command_section(const CommandDescription& command) {
  std::string text = ".SS corslint " + troff(command.name);
  std::string options;
  for (const auto& option : command.options) {
    if (option.is_position) text += " \\fI" + troff(option.names[0]) + "\\fP";
    options += option_entry(option);
  }
  return text + '\n' + troff(command.description) + ".\n" + options;
}

std::string rules_section() {
  std::string text = ".SH RULES\n\\fBcorslint explain\\fP \\fIRULE\\fP has a page on each.\n";
  for (const Rule* rule : catalog())
    text += ".TP\n\\fB" + troff(rule->id) + "\\fP (" + std::string(severity_name(rule->severity)) +
            ")\n" + troff(rule->summary) + '\n';
  return text;
}

}  // namespace

std::string manual_page(const CommandDescription& program) {
  std::string text =
      R"(.TH CORSLINT 1 "" "corslint )" + std::string(version()) +
      "\" \"User Commands\"\n.SH NAME\ncorslint \\- " + troff(program.description) +
      "\n.SH SYNOPSIS\n\\fBcorslint\\fP [\\fBcheck\\fP] [\\fIPATH\\fP...]\n.br\n\\fBcorslint\\fP "
      "\\fICOMMAND\\fP ...\n.SH DESCRIPTION\n"
      "corslint reads CORS policies in TOML, JSON and env files, knows how the program that "
      "enforces each one behaves, and says what is wrong with them before they are deployed. "
      "Where a policy lets the wrong ones in, it shows an origin that gets in. Without a "
      "command it checks the given paths, or the current directory.\n.SH COMMANDS\n";
  for (const auto& command : program.commands) text += command_section(command);
  text += rules_section();
  return text +
         ".SH EXIT STATUS\n"
         ".TP\n0\nNothing at or above the fail level.\n"
         ".TP\n1\nFindings; a policy file that does not parse is one.\n"
         ".TP\n2\nIt could not run: bad usage, bad configuration, a path that cannot be read.\n"
         ".SH ENVIRONMENT\n"
         ".TP\n\\fBNO_COLOR\\fP, \\fBFORCE_COLOR\\fP, \\fBCLICOLOR_FORCE\\fP\nWhether reports are "
         "coloured "
         "where \\fB\\-\\-color\\fP does not say.\n";
}

}  // namespace corslint
