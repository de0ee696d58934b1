#include <catch2/catch.hpp>
#include <string>

#include "lint/report/report.h"
#include "tests/lint/report/made_report.h"

namespace corslint {
namespace {

using test::made_finding;
using test::made_report;
using test::span_of;

/// The report of one finding, from its first line to before the summary.
std::string frame(const std::string& text, Finding finding) {
  auto shown = full_report(made_report("cors.toml", text, std::move(finding)), Colour::none,
                           Verbosity::findings_only);
  // The lines of every finding that no case is about.
  const std::string tail = "  = explain: corslint explain wildcard-with-credentials\n";
  const auto at = shown.find(tail);
  REQUIRE(at != std::string::npos);
  const auto margin = shown.rfind('\n', at) + 1;
  return shown.substr(0, margin) + shown.substr(at + tail.size());
}

}  // namespace

TEST_CASE("a frame shows the place, its label and the labels near it") {
  const std::string text = "[cors]\nallow_origins = [\"*\"]\nallow_credentials = true\n";
  auto finding = made_finding(text, "\"*\"", "Any origin is admitted");
  finding.label = "every site";
  finding.consequence = "Any site reads with the user's cookies";
  finding.witness = "https://attacker.example";
  finding.help = "List the origins";
  finding.labels = {{span_of(text, "true"), "credentials allowed here"}};
  CHECK(full_report(made_report("app/cors.toml", text, finding), Colour::none,
                    Verbosity::with_summary) ==
        "error[wildcard-with-credentials]: Any origin is admitted\n"
        "  --> app/cors.toml:2:18\n"
        "   |\n"
        " 2 | allow_origins = [\"*\"]\n"
        "   |                  ^^^ every site\n"
        " 3 | allow_credentials = true\n"
        "   |                     ---- credentials allowed here\n"
        "   |\n"
        "   = note: Any site reads with the user's cookies\n"
        "   = witness: https://attacker.example\n"
        "   = help: List the origins\n"
        "   = explain: corslint explain wildcard-with-credentials\n"
        "\n"
        "1 error in 1 policy, 1 file.\n");
}

TEST_CASE("distant labels stand in one frame and the lines between are not shown") {
  const std::string text = "a = 1\nsecret = 2\nother = 3\nd = 4\n";
  auto finding = made_finding(text, "4", "Found");
  finding.labels = {{span_of(text, "1"), "first"}};
  const auto shown = frame(text, finding);
  CHECK(shown ==
        "error[wildcard-with-credentials]: Found\n"
        "  --> cors.toml:4:5\n"
        "   |\n"
        " 1 | a = 1\n"
        "   |     - first\n"
        "...\n"
        " 4 | d = 4\n"
        "   |     ^\n"
        "   |\n");
}

TEST_CASE("several labels on one line hang below it from right to left") {
  const std::string text = "origins = [\"a\", \"b\", \"a\"]\n";
  auto finding = made_finding(text, "\"b\"", "Found");
  finding.label = "primary";
  const auto last = static_cast<std::uint32_t>(text.rfind("\"a\""));
  finding.labels = {{span_of(text, "\"a\""), "first"}, {{last, last + 3}, "again"}};
  CHECK(frame(text, finding) ==
        "error[wildcard-with-credentials]: Found\n"
        "  --> cors.toml:1:17\n"
        "   |\n"
        " 1 | origins = [\"a\", \"b\", \"a\"]\n"
        "   |            ---  ^^^  --- again\n"
        "   |            |    |\n"
        "   |            |    primary\n"
        "   |            first\n"
        "   |\n");
}

TEST_CASE("a place over several lines is underlined where it begins and ends") {
  const std::string text = "a = [\n  1,\n  2,\n]\n";
  auto finding = made_finding(text, "[\n  1,\n  2,\n]", "Found");
  finding.label = "here";
  CHECK(frame(text, finding) ==
        "error[wildcard-with-credentials]: Found\n"
        "  --> cors.toml:1:5\n"
        "   |\n"
        " 1 | a = [\n"
        "   |     ^\n"
        "...\n"
        " 4 | ]\n"
        "   | ^ here\n"
        "   |\n");
}

TEST_CASE("carets stand under their text whatever the characters before are") {
  struct Case {
    std::string what;
    std::string before;
    std::string shown;
    std::size_t width;
  };
  const std::vector<Case> cases{
      {"a tab", "\t", "    ", 4},
      {"wide characters", "\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD\xE6\x96\x87", 4},
      {"a combining mark", "e\xCC\x81", "e\xCC\x81", 1},
      {"an emoji", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", 2},
      {"an escape sequence", "\x1b[2J", "\\u{1b}[2J", 9},
      {"an override of direction", "\xE2\x80\xAE", "\\u{202e}", 8},
      {"a byte that is no UTF-8", "\xFF", "\\x{ff}", 6},
  };
  for (const auto& [what, before, shown, width] : cases) {
    INFO(what);
    const auto text = before + "HERE\n";
    const auto expected = " 1 | " + shown + "HERE\n   | " + std::string(width, ' ') + "^^^^\n";
    CHECK_THAT(frame(text, made_finding(text, "HERE", "Found")), Catch::Contains(expected));
  }
}

TEST_CASE("a byte order mark is not shown and moves no caret") {
  const std::string text =
      "\xEF\xBB\xBF"
      "HERE\n";
  CHECK_THAT(frame(text, made_finding(text, "HERE", "Found")),
             Catch::Contains(" 1 | HERE\n   | ^^^^\n") && Catch::Contains("cors.toml:1:1\n"));
}

TEST_CASE("a long line is cut around the place") {
  const auto text = std::string(5000, 'a') + "HERE" + std::string(5000, 'b') + "\n";
  const auto shown = frame(text, made_finding(text, "HERE", "Found"));
  CHECK_THAT(shown, Catch::Contains(" 1 | ..." + std::string(40, 'a') + "HEREb") &&
                        Catch::Contains("b...\n   | " + std::string(43, ' ') + "^^^^\n"));
  CHECK(shown.size() < 500);
}

TEST_CASE("labels far apart on a long line get a cut each") {
  const auto text = "ONE" + std::string(3000, 'a') + "TWO\n";
  auto finding = made_finding(text, "TWO", "Found");
  finding.labels = {{span_of(text, "ONE"), "first"}};
  const auto shown = frame(text, finding);
  CHECK_THAT(shown, Catch::Contains(" 1 | ONEaaa") && Catch::Contains("   | --- first\n") &&
                        Catch::Contains("aaaTWO\n"));
}

TEST_CASE("a place longer than a cut is underlined as far as it is shown") {
  const auto text = std::string(5000, 'a') + "\n";
  const auto shown = frame(text, made_finding(text, std::string(5000, 'a'), "Found"));
  CHECK_THAT(shown, Catch::Contains("a...\n"));
  CHECK(shown.size() < 500);
}

TEST_CASE("an empty place is shown as one caret") {
  for (const std::string text : {"", "a", "a\n", "\n\n"}) {
    INFO('"' << text << '"');
    const auto end = static_cast<std::uint32_t>(text.size());
    CHECK_THAT(frame(text, {.span = {end, end}, .message = "Found"}), Catch::Contains("^\n"));
  }
}

TEST_CASE("nothing of the input reaches the terminal as a control character") {
  const std::string evil =
      "\x1b]0;owned\x07\xC2\x9B"
      "2J\r\xE2\x80\xAE";
  Finding finding{.span = {0, 3},
                  .message = evil,
                  .consequence = evil,
                  .help = evil,
                  .label = evil,
                  .witness = evil};
  finding.labels = {{{1, 2}, evil}};
  for (const auto verbosity : {Verbosity::findings_only, Verbosity::with_summary}) {
    const auto report = made_report(evil, evil, finding);
    for (const auto& shown :
         {full_report(report, Colour::none, verbosity), concise_report(report, Colour::none)}) {
      for (const char c : shown) CHECK((c == '\n' || (c >= ' ' && c < '\x7f')));
    }
  }
}

TEST_CASE("line numbers of several digits widen the margin") {
  const auto text = std::string(99, '\n') + "HERE\n";
  CHECK_THAT(
      frame(text, made_finding(text, "HERE", "Found")),
      Catch::Contains("\n    --> cors.toml:100:1\n     |\n 100 | HERE\n     | ^^^^\n     |\n"));
}

TEST_CASE("colours surround the pieces and change nothing else") {
  const std::string text = "a = HERE\n";
  const auto report = made_report("cors.toml", text, made_finding(text, "HERE", "Found"));
  const auto plain = full_report(report, Colour::none, Verbosity::with_summary);
  auto coloured = full_report(report, Colour::terminal, Verbosity::with_summary);
  CHECK_THAT(coloured, Catch::Contains("\x1b[1;31m^^^^\x1b[0m"));
  for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
    coloured.erase(at, coloured.find('m', at) - at + 1);
  CHECK(coloured == plain);
}

}  // namespace corslint
