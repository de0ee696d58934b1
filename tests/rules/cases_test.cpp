#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "lint/run/linter.h"
#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/enforcers/pattern_matchers.h"
#include "rules/pattern/analyses.h"
#include "tests/rules/case_files.h"

namespace corslint {
namespace {

using Lines = std::map<std::uint32_t, test::Expectation>;

std::string described(const Lines& lines) {
  std::string result;
  for (const auto& [line, expectation] : lines) {
    result += std::to_string(line);
    if (expectation.severity) result += ' ' + std::string(severity_name(*expectation.severity));
    if (!expectation.text.empty()) result += ": " + expectation.text;
    result += ", ";
  }
  return result;
}

/// The lines where the rule fired; of a finding that is kept which the file's mark asks for.
Lines fired_lines(const test::CaseFile& file, const Lines& expected) {
  Lines fired;
  for (const auto& diagnostic : test::diagnostics_of(file)) {
    const auto line = file.source.position(diagnostic.finding.span.begin).line;
    const auto mark = expected.find(line);
    auto& expectation = fired[line];
    if (mark == expected.end()) continue;
    const auto& [severity, text] = mark->second;
    if (severity) expectation.severity = diagnostic.severity;
    if (text.empty() || expectation.text == text) continue;
    expectation.text =
        test::is_as_expected(diagnostic.finding, text) ? text : test::texts_of(diagnostic.finding);
  }
  return fired;
}

struct Counts {
  std::size_t firing = 0;
  std::size_t silent = 0;
};

std::string format_of_case(const test::CaseFile& file) {
  const auto name = file.path.filename().string();
  return name.substr(name.rfind('.') + 1);
}

/// The lines with a value where the rule is not expected.
std::size_t silent_values(const test::CaseFile& file) {
  std::size_t count = 0;
  for (std::uint32_t number = 1; number <= file.source.line_count(); ++number) {
    const auto line = file.source.line(number);
    const auto begin = line.find_first_not_of(" \t");
    const bool is_comment = begin == std::string_view::npos || line[begin] == '#' ||
                            line.substr(begin).starts_with("//");
    const bool is_marked = std::any_of(file.expected.begin(), file.expected.end(),
                                       [&](const auto& mark) { return mark.first == number; });
    if (!is_comment && !is_marked && line.find_first_of("\"'=") != std::string_view::npos) ++count;
  }
  return count;
}

/// What one rule finds in a text; the name tells the format.
Findings findings_in(const std::string& name, const std::string& text, const std::string& rule) {
  LintOptions options;
  options.selection.select = {rule};
  Findings findings;
  for (const auto& diagnostic :
       lint_file(SourceFile(name, text), *format_of(name), options).diagnostics)
    findings.push_back(diagnostic.finding);
  return findings;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("rules fire exactly where their cases expect") {
  for (const auto& file : test::case_files()) {
    DYNAMIC_SECTION(file.path.string()) {
      REQUIRE(find_rule(file.rule) != nullptr);
      const Lines expected(file.expected.begin(), file.expected.end());
      CHECK(described(fired_lines(file, expected)) == described(expected));
    }
  }
}

TEST_CASE("every rule has a case that fires and one line that stays silent") {
  const auto& files = test::case_files();
  for (const Rule* rule : catalog()) {
    DYNAMIC_SECTION(rule->id) {
      std::size_t expected = 0;
      std::size_t silent = 0;
      for (const auto& file : files) {
        if (file.rule != rule->id) continue;
        CHECK(file.path.parent_path() == std::string(group_name(rule->group)));
        expected += file.expected.size();
        silent += file.source.line_count() - file.expected.size();
      }
      CHECK(expected > 0);
      CHECK(silent > 0);
    }
  }
}

TEST_CASE("a rule fires and stays silent in every format in which it can occur") {
  std::map<std::pair<std::string, std::string>, Counts> counts;
  for (const auto& file : test::case_files()) {
    auto& of_format = counts[{file.rule, format_of_case(file)}];
    of_format.firing += file.expected.size();
    of_format.silent += silent_values(file);
  }
  std::map<std::pair<std::string, std::string>, std::string> impossible;
  for (const auto& [rule, format, reason] : test::formats_without_cases()) {
    INFO(rule << " in " << format);
    CHECK(find_rule(rule) != nullptr);
    CHECK(reason.size() > 10);
    impossible[{rule, format}] = reason;
  }
  for (const Rule* rule : catalog()) {
    for (const std::string format : {"toml", "json", "env"}) {
      const std::pair key{std::string(rule->id), format};
      INFO(rule->id << ": cases for " << format << ", or a row in formats_without_cases.txt");
      CHECK((counts[key].firing > 0) != impossible.contains(key));
      if (!impossible.contains(key)) CHECK(counts[key].silent > 0);
    }
  }
}

TEST_CASE("a finding says what is wrong, and says it in the words of the house") {
  for (const auto& file : test::case_files()) {
    DYNAMIC_SECTION(file.path.string()) {
      for (const auto& diagnostic : test::diagnostics_of(file)) {
        const Finding& finding = diagnostic.finding;
        INFO(finding.message << " / " << finding.consequence << " / " << finding.help);
        CHECK_FALSE(finding.message.empty());
        CHECK_FALSE(finding.consequence.empty());
        CHECK_FALSE(finding.help.empty());
        for (const auto* sentence : {&finding.message, &finding.consequence, &finding.help}) {
          CHECK_FALSE(sentence->ends_with('.'));
          CHECK(sentence->find("  ") == std::string::npos);
          CHECK(std::count(sentence->begin(), sentence->end(), '`') % 2 == 0);
        }
        CHECK(finding.span.end <= file.source.text().size());
        CHECK(finding.span.begin <= finding.span.end);
      }
    }
  }
}

TEST_CASE("the star that is not read is underlined") {
  const std::string entry = "allow_origins = [\"https://*.*.acme.io\"]\n";
  const auto none_read = "[cors]\n" + entry;
  const auto first = findings_in("cors.toml", none_read, "glob-in-exact-list");
  REQUIRE(first.size() == 1);
  CHECK(first[0].span.begin == none_read.find('*'));
  const auto one_read = "[cors]\ndialect = \"krakend\"\n" + entry;
  const auto second = findings_in("cors.toml", one_read, "glob-in-exact-list");
  REQUIRE(second.size() == 1);
  CHECK(second[0].span.begin == one_read.rfind('*'));
}

TEST_CASE("scheme and host are lowered, and nothing else") {
  const auto found = findings_in(
      "cors.toml", "[cors]\nallow_origins = [\"https://App.acme.io/Login\"]\n", "uppercase-origin");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].fixes.size() == 1);
  REQUIRE(found[0].fixes[0].edits.size() == 1);
  CHECK(found[0].fixes[0].edits[0].text == "app.acme.io");
}

TEST_CASE("what a program listed is judged up to a bound") {
  const auto sites =
      findings_in("cors.toml",
                  "[cors]\ndialect = \"krakend\"\nallow_origins = [\"https://acme.io\", " +
                      repeated("\"https://*.acme.io\", ", 999) +
                      "\"https://*.last.io\", \"https://*.over.io\"]\n",
                  "apex-not-covered");
  REQUIRE(sites.size() == 1);
  CHECK(sites[0].witness == "https://last.io");

  const auto servers = findings_in(
      "cors.toml",
      "[cors]\nenvironment = \"development\"\nallow_origins = [\"http://127.0.0.1:3000\", " +
          repeated("\"http://localhost:3000\", ", 998) +
          "\"http://localhost:4000\", \"http://localhost:5000\"]\n",
      "loopback-alias-missing");
  REQUIRE(servers.size() == 1);
  CHECK(servers[0].help == "Add `http://127.0.0.1:4000`");

  const auto patterns = [](std::size_t others) {
    return findings_in("cors.toml",
                       "[cors]\ndialect = \"traefik\"\nallow_origins = [\"https://app.acme.io\"]\n"
                       "allow_origin_regex = [" +
                           repeated("'^https://x$', ", others) + "'^https://app\\.acme\\.io$']\n",
                       "redundant-origin")
        .size();
  };
  CHECK(patterns(999) == 1);
  CHECK(patterns(1000) == 0);
}

TEST_CASE("a file of which a part was not read is named for it") {
  Policy policy;
  policy.irregularities.push_back({.kind = IrregularityKind::syntax_error,
                                   .subject = "policies",
                                   .detail = "more than 10000 policies"});
  PatternAnalyses analyses;
  PatternMatchers matchers;
  const PolicyEntries entries;
  Findings findings;
  find_rule("syntax-error")
      ->check(policy, {generic_enforcer(), analyses, matchers, entries}, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "The file has more than 10000 policies, the most that is read");
}

}  // namespace corslint
