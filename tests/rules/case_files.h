#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/read/source_file.h"
#include "lint/run/diagnostic.h"
#include "rules/rule.h"

namespace corslint::test {

/// What a mark asks of a finding: `# expect`, `# expect error`, `# expect: attacker.example`. The
/// text behind the colon has to stand in one of the finding's texts (see `texts_of`); `no witness`
/// and `no fix` ask that there is none.
struct Expectation {
  std::optional<Severity> severity = {};
  std::string text = {};
};

/// A line on which a rule is expected to fire.
using ExpectedLine = std::pair<std::uint32_t, Expectation>;

/// A file of tests/cases and the lines that it marks with `# expect` or `// expect`.
struct CaseFile {
  std::filesystem::path path;
  std::string rule;  ///< the file's name up to its first dot
  SourceFile source;
  std::vector<ExpectedLine> expected;
};

/// Every file under tests/cases, in order of their paths. They are read once: Catch2 begins a test
/// again for each of its sections.
const std::vector<CaseFile>& case_files();

/// A format in which a rule cannot occur, with the reason.
struct FormatWithoutCases {
  std::string rule;
  std::string format;
  std::string reason;
};

/// The rows of formats_without_cases.txt.
std::vector<FormatWithoutCases> formats_without_cases();

/// Everything that a finding says, one line each: its message, consequence, help and labels, its
/// witness as `witness ORIGIN`, and its fixes as `fix TITLE` or `unsafe fix TITLE` and what they
/// write.
std::string texts_of(const Finding& finding);

/// Whether a finding is as a mark asks, severity aside.
bool is_as_expected(const Finding& finding, std::string_view text);

/// What the file's own rule says of it. Vite's default is required of development policies.
std::vector<Diagnostic> diagnostics_of(const CaseFile& file);

/// The bytes of a file of the source tree.
std::string contents_of(const std::filesystem::path& path);

}  // namespace corslint::test
