#include "tests/rules/case_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "lint/run/linter.h"
#include "rules/policy/ascii.h"
#include "tests/places.h"

namespace corslint::test {
namespace {

std::optional<Severity> severity_named(std::string_view text) {
  for (const auto severity : {Severity::info, Severity::warning, Severity::error})
    if (text.starts_with(severity_name(severity))) return severity;
  return std::nullopt;
}

/// What stands behind the word `expect`.
Expectation expectation_of(std::string_view mark) {
  Expectation expectation;
  if (const auto colon = mark.find(':'); colon != std::string_view::npos) {
    expectation.text = stripped(mark.substr(colon + 1));
    mark = mark.substr(0, colon);
  }
  if (!mark.empty()) expectation.severity = severity_named(mark.substr(1));
  return expectation;
}

std::vector<ExpectedLine> expected_lines(const SourceFile& source) {
  std::vector<ExpectedLine> lines;
  for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
    const auto line = source.line(number);
    for (const std::string_view mark : {"# expect", "// expect"}) {
      const auto at = line.find(mark);
      if (at == std::string_view::npos) continue;
      lines.emplace_back(number, expectation_of(line.substr(at + mark.size())));
    }
  }
  return lines;
}

std::vector<CaseFile> read_case_files() {
  const std::filesystem::path root = std::filesystem::path(CORSLINT_SOURCE_DIR) / "tests" / "cases";
  std::vector<CaseFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const auto relative = std::filesystem::relative(entry.path(), root);
    const auto name = relative.filename().string();
    SourceFile source(relative.generic_string(), contents_of(entry.path()));
    auto expected = expected_lines(source);
    files.push_back(
        {relative, name.substr(0, name.find('.')), std::move(source), std::move(expected)});
  }
  std::sort(files.begin(), files.end(),
            [](const CaseFile& left, const CaseFile& right) { return left.path < right.path; });
  return files;
}

}  // namespace

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

const std::vector<CaseFile>& case_files() {
  static const auto files = read_case_files();
  return files;
}

std::vector<FormatWithoutCases> formats_without_cases() {
  std::ifstream stream(std::filesystem::path(CORSLINT_SOURCE_DIR) / "tests" / "rules" /
                       "formats_without_cases.txt");
  std::vector<FormatWithoutCases> formats;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words(line);
    FormatWithoutCases& without = formats.emplace_back();
    words >> without.rule >> without.format >> std::ws;
    std::getline(words, without.reason);
  }
  return formats;
}

std::string texts_of(const Finding& finding) {
  std::string texts = finding.message + '\n' + finding.consequence + '\n' + finding.help + '\n' +
                      finding.label + '\n';
  for (const auto& label : finding.labels) texts.append(label.message).append(1, '\n');
  if (!finding.witness.empty()) texts += "witness " + finding.witness + '\n';
  for (const auto& fix : finding.fixes) {
    texts += (fix.safety == Safety::safe ? "fix " : "unsafe fix ") + fix.title + '\n';
    for (const auto& edit : fix.edits) texts += edit.text + '\n';
  }
  return texts;
}

bool is_as_expected(const Finding& finding, std::string_view text) {
  if (text == "no witness") return finding.witness.empty();
  if (text == "no fix") return finding.fixes.empty();
  return texts_of(finding).find(text) != std::string::npos;
}

std::vector<Diagnostic> diagnostics_of(const CaseFile& file) {
  LintOptions options;
  // An ignore is unused by what all rules find.
  const bool is_about_all = file.rule == "unused-ignore";
  if (!is_about_all) options.selection.select = {file.rule};
  options.dev_origins = {"http://localhost:5173"};
  const auto format = format_of(file.path.string());
  if (!format) throw std::invalid_argument("no format: " + file.path.string());
  auto diagnostics = lint_file(file.source, *format, options).diagnostics;
  if (is_about_all)
    std::erase_if(diagnostics, [&](const Diagnostic& it) { return it.rule->id != file.rule; });
  return diagnostics;
}

}  // namespace corslint::test
