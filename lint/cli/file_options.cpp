#include "lint/cli/file_options.h"

#include <string>
#include <vector>

#include "lint/report/printable.h"
#include "lint/run/configuration/value_types.h"

namespace corslint {

namespace {

/// What keeps a text from being a glob; empty where nothing does.
std::string problem_with_glob(const std::string& text) {
  const auto [message, help] = problem_with(glob_list_type, text);
  return printable(message + (help.empty() ? "" : ". " + help));
}

}  // namespace

void add_file_options(CLI::App& command, FileArguments& arguments) {
  const auto* const group = "Files";
  const auto add_globs = [&](const char* name, std::vector<std::string>& globs, const char* text) {
    command.add_option(name, globs, text)
        ->option_text("GLOB")
        ->allow_extra_args(false)
        ->check(problem_with_glob)
        ->group(group);
  };
  add_globs("--exclude", arguments.exclude,
            "Leave out what matches, as in .gitignore, instead of the usual folders "
            "(node_modules, dist, ...); repeatable");
  add_globs("--extend-exclude", arguments.extend_exclude,
            "Leave out what matches, and the usual folders; repeatable");
  command
      .add_flag("--force-exclude", arguments.force_exclude, "Leave it out even where it is named")
      ->group(group);
  command.add_flag("--no-ignore", arguments.no_ignore, "Also search files that git ignores")
      ->group(group);
  command
      .add_flag("--hidden", arguments.hidden,
                "Also search the hidden ones of the usual folders (.vscode, .terraform, ...)")
      ->group(group);
  command
      .add_flag("--staged", arguments.staged,
                "Only files that are staged, with their staged content")
      ->group(group);
  command
      .add_flag("--changed", arguments.changed,
                "Only files that differ from the last commit, new ones included")
      ->group(group);
  command
      .add_option("--since", arguments.since,
                  "Only files that differ from where this branch left REV, new ones included")
      ->option_text("REV")
      ->group(group);
  command
      .add_flag("--show-files,--list-files", arguments.show_files,
                "Print the files that would be linted, and lint nothing; with -v also, on standard "
                "error, why others are left out")
      ->group(group);
}

}  // namespace corslint
