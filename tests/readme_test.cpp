#include <catch2/catch.hpp>
#include <string>

#include "tests/golden.h"
#include "tests/process.h"
#include "tests/rules/case_files.h"

namespace corslint {
namespace {

std::string report_of(const std::string& sample) {
  const auto result = test::run_corslint({"check", "--color", "never", "samples/" + sample},
                                         {.working_directory = CORSLINT_SOURCE_DIR});
  return "\n```\n$ tools/run check samples/" + sample + "\n" + result.standard_output + "```\n";
}

/// The README with what stands between its markers made anew.
std::string with_fresh_reports(std::string text) {
  const std::string opening = "<!-- sample: ";
  const std::string closing = "<!-- end -->";
  for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
    const auto name_begin = at + opening.size();
    const auto name_end = text.find(" -->", name_begin);
    const auto begin = name_end + 4;
    const auto end = text.find(closing, begin);
    REQUIRE(end != std::string::npos);
    text.replace(begin, end - begin, report_of(text.substr(name_begin, name_end - name_begin)));
  }
  return text;
}

}  // namespace

TEST_CASE("the runs that the README shows are real ones") {
  const auto readme = test::contents_of(std::string(CORSLINT_SOURCE_DIR) + "/README.md");
  CHECK(readme.find("<!-- sample: ") != std::string::npos);
  test::check_golden("README.md", with_fresh_reports(readme));
}

TEST_CASE("the ignore that the README shows silences its finding") {
  const auto readme = test::contents_of(std::string(CORSLINT_SOURCE_DIR) + "/README.md");
  const auto begin = readme.find("```toml\n") + 8;
  const auto text = readme.substr(begin, readme.find("```", begin) - begin);
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
  for (const std::string command :
       {"check", "pattern", "diff", "explain", "rules", "dialects", "schema"}) {
    INFO(command);
    CHECK(commands.find("  " + command) != std::string::npos);
  }
}

}  // namespace corslint
