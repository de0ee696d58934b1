#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "rules/origin/public_suffix_trie.h"
#include "rules/pattern/analysis.h"
#include "rules/pattern/origin_language.h"
#include "rules/pattern/reading.h"
#include "tests/places.h"
#include "tests/rules/pattern/pattern_words.h"

namespace corslint {
namespace {

using nlohmann::json;
using tests::mode_of;
using tests::syntax_of;
using tests::word_of;

json read_cases() {
  std::ifstream file{CORSLINT_SOURCE_DIR "/tests/rules/pattern/pattern_cases.json"};
  return json::parse(file);
}

PatternQuery query_of(const json& row) {
  return {
      .pattern = row.at("pattern"),
      .syntax = syntax_of(row.at("dialect").get<std::string>()),
      .mode = mode_of(row.at("mode").get<std::string>()),
      .letter_case = row.at("icase").get<bool>() ? LetterCase::insensitive : LetterCase::sensitive};
}

// A back-reference is a construct that cannot be decided, not a bound that was reached.
std::string expected_verdict(const json& row) {
  const std::string verdict = row.at("verdict");
  return verdict == "undecided" ? "unverifiable" : verdict;
}

const std::set<std::string> ways_in = {
    "any-origin",       "any-domain",       "public-suffix-wildcard", "prefix-injection",
    "suffix-injection", "dot-substitution", "partial-label-wildcard", "tld-wildcard"};

// Patterns that let foreign sites in in two ways, of which the table names the other one. In all of
// them the witness of the table and ours are both admitted.
bool two_ways_in(const json& row) {
  static const std::set<std::string> patterns = {
      R"(^https://a\.com|b\.com$)",  // http://evilb.com and https://a.com.evil.com
      R"(yourapp\.com)",             // http://evilyourapp.com and http://yourapp.com.evil.com
      // evil-dot-test-client-siteeappspot.com and evil-dot-test-client-site.appspot.com
      R"(https?://(.*-dot-)?test-client-site.appspot.com)",
  };
  return patterns.contains(row.at("pattern").get<std::string>());
}

bool admits(const PatternQuery& query, const std::string& origin) {
  const pattern::PatternReading reading = pattern::read_pattern(query);
  return reading.automaton && accepts(*reading.automaton, origin) && pattern::is_sendable(origin);
}

}  // namespace

TEST_CASE("the table of patterns is decided as it says") {
  for (const json& row : read_cases()) {
    const PatternQuery query = query_of(row);
    const PatternAnalysis analysis = analyze(query);
    INFO(query.pattern << " (" << row.at("dialect") << ", " << row.at("mode")
                       << "): " << row.at("note"));
    CHECK(word_of(analysis.verdict) == expected_verdict(row));
  }
}

TEST_CASE("the witnesses of the table and the analysis' own are admitted") {
  for (const json& row : read_cases()) {
    const PatternQuery query = query_of(row);
    INFO(query.pattern);
    if (row.at("witness").is_string()) CHECK(admits(query, row.at("witness")));
    const PatternAnalysis analysis = analyze(query);
    for (const AdmittedClass& admitted : analysis.classes) {
      INFO(name_of(admitted.origin_class) << " " << admitted.witness);
      CHECK(admits(query, admitted.witness));
    }
    for (const PatternFinding& finding : analysis.findings) {
      if (finding.kind == PatternFindingKind::catastrophic_backtracking) continue;
      INFO(word_of(finding.kind) << " " << finding.witness);
      if (!finding.witness.empty()) CHECK(admits(query, finding.witness));
    }
  }
}

TEST_CASE("every class of origins in the table is found") {
  const std::set<std::string> not_classes = {"dead-alternative", "unreachable",
                                             "custom-scheme-any-host"};
  for (const json& row : read_cases()) {
    const PatternAnalysis analysis = analyze(query_of(row));
    std::set<std::string> found;
    for (const AdmittedClass& admitted : analysis.classes)
      found.insert(std::string{name_of(admitted.origin_class)});
    for (const auto& [name, witness] : row.at("classes").items()) {
      if (not_classes.contains(name) || (ways_in.contains(name) && two_ways_in(row))) continue;
      INFO(row.at("pattern") << " admits " << witness);
      // A glob read as a pattern: the open end is the way in, whatever else its dot admits.
      CHECK(found.contains(name));
    }
  }
}

TEST_CASE("the registrable domains of the table are found") {
  for (const json& row : read_cases()) {
    const PatternAnalysis analysis = analyze(query_of(row));
    const json& expected = row.at("registrable");
    INFO(row.at("pattern") << " expects " << expected);
    if (expected.is_array()) {
      CHECK(analysis.sites.finite);
      CHECK(json(analysis.sites.domains) == expected);
    } else if (expected.is_string()) {
      const std::string text = expected;
      const std::size_t number = text.find_first_of("0123456789");
      if (text.starts_with("unbounded")) {
        CHECK_FALSE(analysis.sites.finite);
        const std::size_t suffixes = std::stoul(text.substr(number));
        if (text.find("at least") == std::string::npos)
          CHECK(analysis.sites.suffixes.size() == suffixes);
        else
          CHECK(analysis.sites.suffixes.size() == 64);
      } else if (text.starts_with("more than")) {
        CHECK((!analysis.sites.finite || analysis.sites.count > 400));
      } else {
        CHECK(analysis.sites.counted);
        CHECK(analysis.sites.count == std::stoul(text));
      }
    }
  }
}

TEST_CASE("a dead alternative of the table is reported") {
  for (const json& row : read_cases()) {
    const PatternAnalysis analysis = analyze(query_of(row));
    const bool reported = std::any_of(
        analysis.findings.begin(), analysis.findings.end(),
        [](const auto& finding) { return finding.kind == PatternFindingKind::dead_alternative; });
    INFO(row.at("pattern"));
    CHECK(reported == row.at("classes").contains("dead-alternative"));
  }
}

TEST_CASE("a repaired pattern is no longer too broad and admits no new origin") {
  for (const json& row : read_cases()) {
    const PatternQuery query = query_of(row);
    for (const PatternFinding& finding : analyze(query).findings) {
      if (finding.repaired.empty()) continue;
      PatternQuery repaired = query;
      repaired.pattern = finding.repaired;
      INFO(query.pattern << " => " << repaired.pattern);
      const Verdict verdict = analyze(repaired).verdict;
      CHECK((verdict == Verdict::fine || verdict == Verdict::local_only));
    }
  }
}

}  // namespace corslint
