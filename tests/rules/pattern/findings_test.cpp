#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "rules/pattern/analysis.h"
#include "tests/rules/pattern/pattern_words.h"

namespace corslint {
namespace {

struct Row {
  const char* what;
  const char* syntax;
  const char* mode;
  const char* pattern;
  const char* finding;
  const char* underlined;
  const char* repaired;
};

const PatternFinding* find(const PatternAnalysis& analysis, const std::string& kind) {
  const auto found =
      std::find_if(analysis.findings.begin(), analysis.findings.end(),
                   [&](const auto& finding) { return tests::word_of(finding.kind) == kind; });
  return found == analysis.findings.end() ? nullptr : &*found;
}

PatternAnalysis analyze_row(const Row& row) {
  return analyze({.pattern = row.pattern,
                  .syntax = tests::syntax_of(row.syntax),
                  .mode = tests::mode_of(row.mode),
                  .letter_case = LetterCase::sensitive});
}

const Row rows[] = {
    {"an open end under search", "js", "search", R"(^https://acme\.io)", "unanchored-pattern", "o",
     R"(^https://acme\.io$)"},
    {"both ends open under search", "go", "search", R"(acme\.io)", "unanchored-pattern",
     R"(acme\.io)", R"(^https://acme\.io$)"},
    {"an open end where the engine matches a prefix", "python", "prefix", R"(https://acme\.io)",
     "unanchored-pattern", "o", R"(https://acme\.io$)"},
    {"alternatives that leave the end open", "python", "prefix", R"(https://a\.io|https://b\.io)",
     "unanchored-pattern", "o", R"((?:https://a\.io|https://b\.io)$)"},
    {"anchors that bind to one alternative each", "js", "search",
     R"(^https://a\.io|https://b\.io$)", "unanchored-alternation", R"(^https://a\.io)",
     R"(^(?:https://a\.io|https://b\.io)$)"},
    {"Kong's dollar, which binds to the last alternative", "pcre", "kong",
     R"(https://a\.io|https://b\.io)", "unanchored-alternation", R"(https://a\.io)",
     R"(^(?:https://a\.io|https://b\.io)$)"},
    {"a dot before the site's name", "python", "full", R"(https://www.acme\.io)", "unescaped-dot",
     ".", R"(https://www\.acme\.io)"},
    {"a dot that admits only names nobody can register", "python", "full", R"(https://acme.io)",
     "unescaped-dot (info)", ".", R"(https://acme\.io)"},
    {"no boundary before the name", "re2", "full", R"(https://.*acme\.io)",
     "pattern-matches-foreign-sites", ".*", R"(https://(?:.*\.)?acme\.io)"},
    {"a class that runs into the name", "re2", "full", R"(https://[a-z0-9-]+acme\.io)",
     "pattern-matches-foreign-sites", "[a-z0-9-]+", R"(https://(?:[a-z0-9-]+\.)?acme\.io)"},
    {"any host under a shared suffix", "re2", "full", R"(https://.+\.github\.io)",
     "pattern-under-public-suffix", R"(https://.+\.github\.io)", ""},
    {"everything", "re2", "search", "https?://", "pattern-matches-any-origin", "https?://", ""},
    {"null among others", "re2", "full", R"(https://acme\.io|null)", "pattern-matches-null", "null",
     ""},
    {"http beside https", "re2", "full", R"(https?://acme\.io)", "pattern-matches-insecure",
     "https?", ""},
    {"any port of one host", "re2", "full", R"(https://acme\.io(:\d+)?)",
     "pattern-matches-any-port", R"(:\d+)", ""},
    {"loopback", "re2", "full", R"(http://localhost:3000)", "pattern-matches-loopback", "localhost",
     ""},
    {"a trailing slash", "re2", "full", R"(https://acme\.io/)", "pattern-matches-no-origin",
     R"(https://acme\.io/)", ""},
    {"what the engine refuses", "re2", "full", R"(https://acme\.io\Z)", "invalid-pattern", "\\",
     ""},
    {"a back-reference", "python", "full", R"(https://(a)\1\.io)", "unverifiable-pattern", "\\1",
     ""},
    {"hosts with characters that only some browsers send", "re2", "full",
     R"(https://acme\.io([^a-z0-9.:_/-].*)?)", "special-character-host",
     R"(https://acme\.io([^a-z0-9.:_/-].*)?)", ""},
    {"an alternative in upper case", "re2", "full", R"(https://(app|APP)\.acme\.io)",
     "dead-alternative", "APP", ""},
    {"an alternative that another one covers", "re2", "full", R"(https://(.*|www)\.acme\.io)",
     "dead-alternative", "www", ""},
    {"nested repetition on a backtracking engine", "python", "full",
     R"(https://([a-z0-9]+)*\.acme\.io)", "catastrophic-backtracking", "([a-z0-9]+)*", ""},
};

}  // namespace

TEST_CASE("each mistake is found where it stands and repaired where it can be") {
  for (const Row& row : rows) {
    const PatternAnalysis analysis = analyze_row(row);
    INFO(row.what << ": " << row.pattern);
    const PatternFinding* finding = find(analysis, row.finding);
    REQUIRE(finding != nullptr);
    CHECK(std::string{row.pattern}.substr(
              finding->range.begin, finding->range.end - finding->range.begin) == row.underlined);
    CHECK(finding->repaired == row.repaired);
  }
}

TEST_CASE("each guilty dot is named and no other") {
  const std::string pattern = R"(https://www.app.acme.io)";
  const PatternAnalysis analysis =
      analyze({.pattern = pattern, .syntax = Syntax::python, .mode = MatchMode::full});
  std::vector<std::size_t> dots;
  for (const PatternFinding& finding : analysis.findings)
    if (finding.kind == PatternFindingKind::unescaped_dot) dots.push_back(finding.range.begin);
  // The last one only ever joins two labels into one that nobody can register.
  CHECK(dots == std::vector<std::size_t>{15});
}

TEST_CASE("a witness of an open end shows the name that was meant") {
  const PatternAnalysis analysis =
      analyze({.pattern = "https://acme.io", .syntax = Syntax::python, .mode = MatchMode::prefix});
  const PatternFinding* finding = find(analysis, "unanchored-pattern");
  REQUIRE(finding != nullptr);
  CHECK(finding->witness == "https://acme.io.evil.com");
}

TEST_CASE("engines that never backtrack are not called catastrophic") {
  const PatternAnalysis analysis = analyze({.pattern = R"(https://([a-z0-9]+)*\.acme\.io)"});
  CHECK(find(analysis, "catastrophic-backtracking") == nullptr);
}

TEST_CASE("a possessive repetition is read as the superset that it narrows") {
  const PatternAnalysis analysis = analyze(
      {.pattern = R"(https://[a-z]++\.acme\.io)", .syntax = Syntax::pcre, .mode = MatchMode::full});
  CHECK(analysis.verdict == Verdict::fine);
  const PatternAnalysis broad = analyze(
      {.pattern = R"(https://(?>[a-z]+)\.com)", .syntax = Syntax::pcre, .mode = MatchMode::full});
  CHECK(broad.verdict == Verdict::unverifiable);
}

}  // namespace corslint
