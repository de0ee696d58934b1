#include "lint/run/unified_diff.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::content_of_file;
using test::run_process;
using test::ScratchFolder;

std::string numbered_lines(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) text += std::to_string(i) + '\n';
  return text;
}

/// What a program of the system makes of the old text with the patch.
std::string patched(const std::string& program, const std::vector<std::string>& arguments,
                    const std::string& old_text, const std::string& patch) {
  const ScratchFolder folder;
  const auto path = folder.write("sub/cors.toml", old_text);
  const auto result =
      run_process(program, arguments, {.stdin_text = patch, .working_directory = folder.path()});
  INFO(result.standard_output << result.standard_error << patch);
  CHECK(result.status == 0);
  return content_of_file(path);
}

void check_patch(const std::string& old_text, const std::string& new_text) {
  const auto patch = unified_diff("sub/cors.toml", old_text, new_text);
  INFO(patch);
  CHECK(patched("/usr/bin/patch", {"-p1", "-s", "--no-backup-if-mismatch"}, old_text, patch) ==
        new_text);
  CHECK(patched("/usr/bin/git", {"apply", "-"}, old_text, patch) == new_text);
}

/// Lines of few different texts, so that there are many ways to align them.
std::string random_text(std::mt19937& random, int lines) {
  std::string text;
  for (int i = 0; i < lines; ++i)
    text += std::string(1, static_cast<char>('a' + random() % 4)) + '\n';
  if (random() % 3 == 0 && !text.empty()) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("the same text has no patch") {
  CHECK(unified_diff("a", "", "").empty());
  CHECK(unified_diff("a", "x\n", "x\n").empty());
}

TEST_CASE("a patch has three lines of context and the numbers of its lines") {
  auto changed = numbered_lines(20);
  changed.replace(changed.find("10\n"), 3, "ten\n");
  CHECK(
      unified_diff("cors.toml", numbered_lines(20), changed) ==
      "--- a/cors.toml\n+++ b/cors.toml\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n");
}

TEST_CASE("changes that lie apart get hunks of their own") {
  auto changed = numbered_lines(30);
  changed.replace(changed.find("2\n"), 2, "");
  changed.replace(changed.find("20\n"), 3, "20\n20b\n");
  CHECK(unified_diff("cors.toml", numbered_lines(30), changed) ==
        "--- a/cors.toml\n+++ b/cors.toml\n@@ -1,5 +1,4 @@\n 1\n-2\n 3\n 4\n 5\n"
        "@@ -18,6 +17,7 @@\n 18\n 19\n 20\n+20b\n 21\n 22\n 23\n");
}

TEST_CASE("a last line without an end is marked") {
  CHECK(unified_diff("a", "x", "y") ==
        "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n"
        "+y\n\\ No newline at end of file\n");
  CHECK(unified_diff("a", "x\n", "x") ==
        "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n+x\n\\ No newline at end of file\n");
}

TEST_CASE("a name is quoted where it has to be") {
  CHECK_THAT(unified_diff("my cors.toml", "x\n", ""),
             Catch::StartsWith("--- a/my cors.toml\t\n+++ b/my cors.toml\t\n"));
  CHECK_THAT(unified_diff("a\nb\"c\\.toml", "x\n", ""),
             Catch::StartsWith(R"(--- "a/a\012b\"c\\.toml")"));
}

TEST_CASE("patch and git apply make the new text of the old one") {
  const auto lines = numbered_lines(12);
  struct Case {
    std::string_view what;
    std::string old_text;
    std::string new_text;
  };
  const std::vector<Case> cases{
      {"the first line", lines, "x\n" + lines.substr(2)},
      {"the last line", lines, lines + "x\n"},
      {"the end of the last line goes", lines, lines.substr(0, lines.size() - 1)},
      {"the end of the last line comes", lines + "x", lines + "x\n"},
      {"no end before and after", lines + "x", lines + "y"},
      {"CR LF", "a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"},
      {"CR LF without an end", "a\r\nb", "a\r\nB"},
      {"a line that looks like a header", "--- a\n+++ b\n", "--- a\n@@ x\n"},
      {"everything else", "a\nb\n", "c\nd\ne\n"},
  };
  for (const auto& [what, old_text, new_text] : cases) {
    INFO(what);
    check_patch(old_text, new_text);
  }
}

TEST_CASE("random texts can be patched into each other") {
  std::mt19937 random(1);
  for (int i = 0; i < 40; ++i) {
    const auto old_text = random_text(random, 1 + static_cast<int>(random() % 30));
    const auto new_text = random_text(random, 1 + static_cast<int>(random() % 30));
    if (old_text != new_text && !old_text.empty() && !new_text.empty())
      check_patch(old_text, new_text);
  }
}

TEST_CASE("very different texts give a patch all the same") {
  std::string old_text;
  std::string new_text;
  for (int i = 0; i < 3000; ++i) {
    old_text += "old " + std::to_string(i) + '\n';
    new_text += "new " + std::to_string(i) + '\n';
  }
  check_patch("same\n" + old_text + "same\n", "same\n" + new_text + "same\n");
}

}  // namespace corslint
