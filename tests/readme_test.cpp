#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/golden.h"
#include "tests/places.h"
#include "tests/process.h"
#include "tests/rules/case_files.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

/// The arguments of a run as they stand in its marker, parted by blanks.
std::vector<std::string> arguments_of(const std::string& words) {
  std::vector<std::string> arguments;
  std::istringstream stream(words);
  for (std::string word; stream >> word;) arguments.push_back(word);
  return arguments;
}

/// The run as a person sees it; a pattern is quoted against the shell.
std::string run_of(const std::string& words) {
  auto arguments = arguments_of(words);
  std::string shown;
  for (const auto& argument : arguments) {
    const bool needs_quotes = argument.find_first_of("|()*^$") != std::string::npos;
    shown += needs_quotes ? " '" + argument + "'" : ' ' + argument;
  }
  const auto result = test::run_corslint(arguments, {.working_directory = CORSLINT_SOURCE_DIR});
  return "\n```\n$ tools/run" + shown + "\n" + result.standard_output + "```\n";
}

std::string report_of(const std::string& sample) {
  return run_of("check samples/" + sample);
}

/// The README with what stands behind each of these markers made anew.
std::string with_fresh(std::string text, const std::string& opening,
                       std::string (*made)(const std::string&)) {
  const std::string closing = "<!-- end -->";
  for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
    const auto name_begin = at + opening.size();
    const auto name_end = text.find(" -->", name_begin);
    const auto begin = name_end + 4;
    const auto end = text.find(closing, begin);
    REQUIRE(end != std::string::npos);
    text.replace(begin, end - begin, made(text.substr(name_begin, name_end - name_begin)));
  }
  return text;
}

std::string with_fresh_reports(const std::string& text) {
  return with_fresh(with_fresh(text, "<!-- sample: ", report_of), "<!-- run: ", run_of);
}

/// What stands between an opening and the end of its block.
std::string block_behind(const std::string& readme, const std::string& opening) {
  const auto begin = readme.find(opening) + opening.size();
  return readme.substr(begin, readme.find("```", begin) - begin);
}

}  // namespace

TEST_CASE("the configuration that the README shows is a sound one") {
  const auto readme = test::contents_of(std::string(CORSLINT_SOURCE_DIR) + "/README.md");
  const test::ScratchFolder folder;
  folder.write("corslint.toml", block_behind(readme, "<!-- configuration -->\n```toml\n"));
  const auto result = test::run_corslint({"config", "show"}, {.working_directory = folder.path()});
  INFO(result.standard_error);
  CHECK(result.status == 0);
  CHECK(result.standard_output.find("expires = 2099-12-31") != std::string::npos);
}

TEST_CASE("the runs that the README shows are real ones") {
  const auto readme = test::contents_of(std::string(CORSLINT_SOURCE_DIR) + "/README.md");
  CHECK(readme.find("<!-- sample: ") != std::string::npos);
  test::check_golden("README.md", with_fresh_reports(readme));
}

TEST_CASE("the ignore that the README shows silences its finding") {
  const auto readme = test::contents_of(std::string(CORSLINT_SOURCE_DIR) + "/README.md");
  const auto text = block_behind(readme, "<!-- ignore -->\n```toml\n");
  const auto result =
      test::run_corslint({"check", "--select", "insecure-origin,unused-ignore", "--stdin-filename",
                          "cors.toml", "--environment", "production", "-"},
                         {.stdin_text = text});
  INFO(result.standard_output);
  CHECK(result.status == 0);
}

TEST_CASE("every command and option that the README names is there") {
  const auto result = test::run_corslint({"check", "--help"}, {});
  for (const std::string option :
       {"--select", "--ignore", "--severity", "--fail-level", "--environment", "--dialect",
        "--dev-origin", "--format", "--color", "--stdin-filename"}) {
    INFO(option);
    CHECK(result.standard_output.find(option) != std::string::npos);
  }
  const auto commands = test::run_corslint({"--help"}, {}).standard_output;
  for (const std::string command : {"check", "simulate", "pattern", "diff", "explain", "rules",
                                    "dialects", "schema", "init", "config", "lsp"}) {
    INFO(command);
    CHECK(commands.find("  " + command) != std::string::npos);
  }
}

TEST_CASE("the editor configurations that the README names are there") {
  const std::string sources = CORSLINT_SOURCE_DIR;
  const auto readme = test::contents_of(sources + "/README.md");
  for (const std::string name :
       {"neovim.lua", "vscode", "vscode-tasks.json", "helix.toml", "emacs.el", "ale.vim"}) {
    INFO(name);
    CHECK(readme.find('`' + name + '`') != std::string::npos);
    CHECK(std::filesystem::exists(sources + "/integrations/editors/" + name));
  }
}

TEST_CASE("the problem matcher of the VS Code task reads every line of the concise format") {
  const std::string sources = CORSLINT_SOURCE_DIR;
  constexpr bool may_throw = true;
  constexpr bool has_comments = true;
  const auto tasks =
      nlohmann::json::parse(test::contents_of(sources + "/integrations/editors/vscode-tasks.json"),
                            nullptr, may_throw, has_comments);
  const auto& task = tasks["tasks"][0];
  const auto& pattern = task["problemMatcher"]["pattern"];
  const std::regex expression(pattern["regexp"].get<std::string>());

  auto arguments = arguments_of(task["command"]);
  REQUIRE(arguments.front() == "corslint");
  arguments.front() = "check";
  arguments[1] = "samples";
  const auto result = test::run_corslint(arguments, {.working_directory = sources});
  std::istringstream output(result.standard_output);
  std::size_t count = 0;
  for (std::string line; std::getline(output, line); ++count) {
    std::smatch match;
    CAPTURE(line);
    REQUIRE(std::regex_match(line, match, expression));
    CHECK(std::filesystem::exists(sources + '/' + match[pattern["file"].get<std::size_t>()].str()));
    CHECK_FALSE(match[pattern["message"].get<std::size_t>()].str().empty());
  }
  CHECK(count > 10);
}

}  // namespace corslint
