#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lint/project/projects.h"
#include "lint/run/comments.h"
#include "lint/run/fixer.h"
#include "lint/run/linter.h"
#include "rules/catalog.h"
#include "tests/places.h"
#include "tests/rules/case_files.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

struct Example {
  std::string name;
  SourceFile file;
  Format format;
  Neighbourhood neighbourhood = {};
};

void add(std::vector<Example>& examples, const std::string& name, SourceFile file) {
  const auto format = format_of(file.path());
  if (format) examples.push_back({.name = name, .file = std::move(file), .format = *format});
}

/// Every file of the projects in a folder, with what lies beside it.
void add_projects(std::vector<Example>& examples, const fs::path& folder) {
  for (const auto& project : fs::directory_iterator(folder)) {
    Projects projects({project.path().string()}, {});
    for (const auto& entry : fs::recursive_directory_iterator(project)) {
      const auto path = entry.path().string();
      if (!entry.is_regular_file() || !format_of(path)) continue;
      add(examples, fs::relative(path, folder.parent_path()).generic_string(),
          SourceFile(path, test::contents_of(path)));
      examples.back().neighbourhood = projects.around(path, examples.back().format);
    }
  }
}

/// Every sample, every case, every file of a project that was made up for the tests, and the bad
/// example of every rule.
std::vector<Example> read_examples() {
  std::vector<Example> found;
  const auto root = fs::path(CORSLINT_SOURCE_DIR) / "samples";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const auto path = fs::relative(entry.path(), root).generic_string();
    add(found, "samples/" + path, SourceFile(path, test::contents_of(entry.path())));
  }
  add_projects(found, fs::path(CORSLINT_SOURCE_DIR) / "tests/lint/project/fixtures");
  for (const auto& file : test::case_files())
    add(found, "cases/" + file.path.generic_string(), file.source);
  for (const Rule* rule : catalog())
    add(found, "bad example of " + std::string(rule->id),
        SourceFile(std::string(rule->example_file), std::string(rule->bad)));
  std::ranges::sort(found, {}, &Example::name);
  return found;
}

const std::vector<Example>& examples() {
  static const auto found = read_examples();
  return found;
}

LintOptions options() {
  LintOptions options;
  options.dev_origins = {"http://localhost:5173"};
  return options;
}

Lint lint_of(const Example& example) {
  return [&](SourceFile file) {
    return lint_file(std::move(file), example.format, options(), example.neighbourhood);
  };
}

/// Replays the steps from the end of each text to its front, by hand.
std::string replayed(std::string text, EditSteps steps) {
  for (auto& edits : steps) {
    std::ranges::sort(edits, std::greater{}, [](const Edit& edit) { return edit.span.begin; });
    for (const auto& edit : edits)
      text.replace(edit.span.begin, edit.span.end - edit.span.begin, edit.text);
  }
  return text;
}

using Counts = std::map<std::string_view, std::size_t>;

Counts findings_by_rule(const FileReport& report) {
  Counts counts;
  for (const auto& diagnostic : report.diagnostics) ++counts[diagnostic.rule->id];
  return counts;
}

std::size_t findings_from(const FileReport& report, Severity severity) {
  std::size_t count = 0;
  for (const auto& diagnostic : report.diagnostics) {
    if (diagnostic.severity >= severity) ++count;
  }
  return count;
}

/// No rule fires more often than before. What an unsafe fix leaves may have another name, and is
/// never worse.
void check_nothing_is_new(const FileReport& before, const FileReport& after, FixScope scope) {
  for (const auto severity : {Severity::info, Severity::warning, Severity::error})
    CHECK(findings_from(after, severity) <= findings_from(before, severity));
  if (scope != FixScope::safe) return;
  auto old_counts = findings_by_rule(before);
  for (const auto& [rule, count] : findings_by_rule(after)) {
    INFO(rule);
    CHECK(count <= old_counts[rule]);
  }
}

/// A rule whose fixes were taken fires less often than before.
void check_fixed_is_gone(const FileReport& before, const FixedFile& fixed) {
  auto old_counts = findings_by_rule(before);
  auto counts = findings_by_rule(fixed.remaining);
  for (const auto& applied : fixed.applied) {
    INFO(applied.rule->id);
    const auto old_count = old_counts[applied.rule->id];
    CHECK(counts[applied.rule->id] < std::max<std::size_t>(old_count, 1));
  }
}

std::multiset<std::string> comments(const FileReport& report, Format format) {
  std::multiset<std::string> texts;
  for (const Span span : comments_of(report.file.text(), format))
    texts.emplace(report.file.text().substr(span.begin, span.end - span.begin));
  return texts;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

void check_fixes(const Example& example, FixScope scope) {
  const auto lint = lint_of(example);
  const auto before = lint(example.file);
  const auto fixed = fixed_file(before, example.format, scope, lint);
  const auto& after = fixed.remaining;
  INFO(example.name << '\n' << after.file.text());

  CHECK(fixed.settled);
  CHECK(replayed(std::string(before.file.text()), fixed.steps) == after.file.text());
  CHECK(fixed_file(after, example.format, scope, lint).applied.empty());

  check_nothing_is_new(before, after, scope);
  if (fixed.applied.empty()) {
    CHECK(after.file.text() == before.file.text());
    return;
  }
  check_fixed_is_gone(before, fixed);
  CHECK(fixed.gone > 0);
  CHECK(fixed.gone >= before.diagnostics.size() - after.diagnostics.size());
  CHECK(is_readable(read_document(after.file, example.format)));
  CHECK(comments(after, example.format) == comments(before, example.format));
  if (count_of(before.file.text(), "\n") == count_of(before.file.text(), "\r\n"))
    CHECK(count_of(after.file.text(), "\n") == count_of(after.file.text(), "\r\n"));
}

/// The example with CR LF at the end of each line.
Example with_cr_lf(const Example& example) {
  std::string text;
  for (const char c : example.file.text())
    text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return {.name = example.name + " with CR LF",
          .file = SourceFile(example.file.path(), text),
          .format = example.format,
          .neighbourhood = example.neighbourhood};
}

}  // namespace

TEST_CASE("fixes of every sample, case and project settle, add nothing and keep every other byte") {
  for (const auto& example : examples()) {
    DYNAMIC_SECTION(example.name) {
      check_fixes(example, FixScope::safe);
      check_fixes(example, FixScope::safe_and_unsafe);
    }
  }
}

TEST_CASE("fixes keep the line ends of a file") {
  for (const auto& example : examples()) {
    DYNAMIC_SECTION(example.name) {
      check_fixes(with_cr_lf(example), FixScope::safe_and_unsafe);
    }
  }
}

TEST_CASE("a safe fix that a bad example offers is applied") {
  for (const auto& example : examples()) {
    if (!example.name.starts_with("bad example of ")) continue;
    DYNAMIC_SECTION(example.name) {
      const auto lint = lint_of(example);
      const auto before = lint(example.file);
      for (const auto scope : {FixScope::safe, FixScope::safe_and_unsafe}) {
        const auto fixed = fixed_file(before, example.format, scope, lint);
        for (const auto& diagnostic : fixed.remaining.diagnostics) {
          INFO(diagnostic.rule->id << ": " << diagnostic.finding.message << '\n'
                                   << fixed.remaining.file.text());
          CHECK_FALSE(has_fix(diagnostic, scope));
        }
      }
    }
  }
}

}  // namespace corslint
