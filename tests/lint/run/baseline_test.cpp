#include "lint/run/baseline.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "lint/report/baseline.h"
#include "lint/report/file_problems.h"
#include "lint/run/linter.h"
#include "tests/golden.h"

namespace corslint {
namespace {

std::string same(const std::string& path) {
  return path;
}

FileReport lint(const std::string& path, const std::string& text) {
  LintOptions options;
  options.selection.select = {"trailing-slash", "null-origin", "unescaped-dot"};
  return lint_file(SourceFile(path, text), format_of(path).value(), options);
}

Baseline baseline_of_one(const FileReport& report) {
  return baseline_of({&report}, same);
}

/// What is left of a report after a baseline, and of the baseline after the report.
struct Rest {
  std::size_t diagnostics = 0;
  std::size_t known = 0;
};

Rest rest_of(const Baseline& baseline, FileReport report, const std::set<std::string>& there) {
  const auto rest = silence_known(baseline, {&report}, same,
                                  [&](const std::string& path) { return there.contains(path); });
  return {report.diagnostics.size(), rest.size()};
}

std::string origins(const std::string& list) {
  return "[cors]\nallow_origins = [" + list + "]\n";
}

}  // namespace

TEST_CASE("a baseline knows what it was made from, wherever it stands now") {
  const auto baseline =
      baseline_of_one(lint("a.toml", origins("\"https://a.acme.io/\", \"null\"")));
  CHECK(baseline.size() == 2);
  const std::set<std::string> there{"a.toml"};
  for (const auto& text :
       {origins("\"https://a.acme.io/\", \"null\""), origins("\"null\", 'https://a.acme.io/'"),
        "x = 1\n\n# why\n" +
            origins("\n  \"https://b.acme.io\",\n  \"https://a.acme.io/\",\n  \"null\"\n")}) {
    CAPTURE(text);
    const auto rest = rest_of(baseline, lint("a.toml", text), there);
    CHECK(rest.diagnostics == 0);
    CHECK(rest.known == 0);
  }
}

TEST_CASE("what a baseline does not know is reported") {
  const auto baseline = baseline_of_one(lint("a.toml", origins("\"https://a.acme.io/\"")));
  const std::set<std::string> there{"a.toml", "b.toml"};
  const auto swapped = rest_of(baseline, lint("a.toml", origins("\"https://b.acme.io/\"")), there);
  CHECK(swapped.diagnostics == 1);
  CHECK(swapped.known == 1);
  const auto elsewhere =
      rest_of(baseline, lint("b.toml", origins("\"https://a.acme.io/\"")), there);
  CHECK(elsewhere.diagnostics == 1);
  const auto twice = rest_of(
      baseline, lint("a.toml", origins("\"https://a.acme.io/\", \"https://a.acme.io/\"")), there);
  CHECK(twice.diagnostics == 1);
}

TEST_CASE("a file that was moved keeps what is known of it, once") {
  const auto baseline = baseline_of_one(lint("a.toml", origins("\"https://a.acme.io/\"")));
  auto first = lint("deep/b.toml", origins("\"https://a.acme.io/\""));
  auto second = lint("deep/c.toml", origins("\"https://a.acme.io/\""));
  const auto rest = silence_known(baseline, {&first, &second}, same,
                                  [](const std::string& path) { return path != "a.toml"; });
  CHECK(rest.empty());
  CHECK(first.diagnostics.empty());
  REQUIRE(first.silenced.size() == 1);
  CHECK(first.silenced.front().silencer == Silencer::baseline);
  CHECK(second.diagnostics.size() == 1);
}

TEST_CASE("equal findings are counted, and what is gone is left over") {
  const std::string slash = "\"https://a.acme.io/\"";
  const auto baseline = baseline_of_one(lint("a.toml", origins(slash + ", " + slash)));
  REQUIRE(baseline.size() == 1);
  CHECK(baseline.front().count == 2);
  CHECK(rest_of(baseline, lint("a.toml", origins(slash)), {"a.toml"}).known == 1);
  const auto gone = rest_of(baseline, lint("a.toml", origins("\"https://a.acme.io\"")), {"a.toml"});
  CHECK(gone.diagnostics == 0);
  CHECK(gone.known == 1);
}

TEST_CASE("a baseline's text is read back as it was, and is one line an entry in order") {
  auto report = lint("b\u00E9.toml", origins("\"null\", \"https://a.acme.io/\""));
  const auto other = lint("a.toml", origins("\"null\""));
  const auto baseline = baseline_of({&report, &other}, same);
  const auto text = baseline_text(baseline);
  test::check_golden("tests/lint/run/baseline.json", text);
  const auto read = read_baseline(SourceFile("b.json", text));
  CHECK(read.problems.empty());
  CHECK(baseline_text(read.baseline) == text);
  CHECK(baseline_text({}) == "{\n  \"version\": 1,\n  \"findings\": []\n}\n");
  CHECK(read_baseline(SourceFile("b.json", baseline_text({}))).problems.empty());
}

TEST_CASE("entries that a merge left twice count once") {
  const std::string entry =
      R"({"path": "a", "rule": "r", "place": "", "fingerprint": "f", "count": )";
  const auto read = read_baseline(
      SourceFile("b.json", R"({"version": 1, "findings": [)" + entry + "1}, " + entry + "3}]}"));
  REQUIRE(read.baseline.size() == 1);
  CHECK(read.baseline.front().count == 3);
}

TEST_CASE("what is wrong with a baseline is said with its place") {
  const std::vector<std::string> broken{
      "",
      "[]",
      "{\"findings\": []}",
      "{\"version\": 2, \"findings\": []}",
      "{\"version\": 1}",
      "{\"version\": 1, \"findings\": {}}",
      "{\"version\": 1, \"findings\": [1]}",
      "{\"version\": 1, \"findings\": [{\"path\": \"a\", \"rule\": \"r\"}]}",
      "{\"version\": 1, \"findings\": [{\"path\": 1, \"rule\": \"r\", \"fingerprint\": \"f\"}]}",
      "{\"version\": 1, \"findings\": [\n{\"path\": \"a\", \"rule\": \"r\", \"fingerprint\": "
      "\"f\", "
      "\"count\": 0}]}",
      "{\n  \"version\": 1,\n  \"findings\": [\n<<<<<<< HEAD\n  ]\n}\n",
  };
  std::string all;
  for (const auto& text : broken) {
    const SourceFile file("baseline.json", text);
    const auto reading = read_baseline(file);
    CAPTURE(text);
    CHECK_FALSE(reading.problems.empty());
    all += problem_frames(file, reading.problems, Colour::none);
  }
  test::check_golden("tests/lint/run/baseline_problems.txt", all);
}

}  // namespace corslint
