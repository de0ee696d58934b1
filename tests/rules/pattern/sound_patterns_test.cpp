#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "rules/pattern/analysis.h"
#include "tests/places.h"
#include "tests/rules/pattern/pattern_words.h"

namespace corslint {
namespace {

// What is said of a sound pattern as well: that it admits loopback is what development policies are
// for, and only matters in production.
bool is_no_alarm(PatternFindingKind kind) {
  return kind == PatternFindingKind::loopback ||
         kind == PatternFindingKind::unescaped_dot_unregistrable;
}

}  // namespace

TEST_CASE("sound patterns raise no alarm") {
  std::ifstream file{CORSLINT_SOURCE_DIR "/tests/rules/pattern/sound_patterns.json"};
  const nlohmann::json rows = nlohmann::json::parse(file);
  CHECK(rows.size() >= 150);
  for (const nlohmann::json& row : rows) {
    const PatternAnalysis analysis =
        analyze({.pattern = row.at("pattern"),
                 .syntax = tests::syntax_of(row.at("dialect").get<std::string>()),
                 .mode = tests::mode_of(row.at("mode").get<std::string>()),
                 .letter_case = row.at("icase").get<bool>() ? LetterCase::insensitive
                                                            : LetterCase::sensitive});
    INFO(row.at("what") << ": " << row.at("pattern") << " " << row.at("mode") << " "
                        << tests::word_of(analysis.verdict) << " " << analysis.reason);
    CHECK((analysis.verdict == Verdict::fine || analysis.verdict == Verdict::local_only));
    for (const PatternFinding& finding : analysis.findings) {
      INFO(tests::word_of(finding.kind) << " " << finding.witness.substr(0, 200));
      CHECK(is_no_alarm(finding.kind));
    }
  }
}

}  // namespace corslint
