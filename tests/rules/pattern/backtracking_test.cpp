#include "rules/pattern/backtracking.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <unistd.h>

#include "rules/pattern/analysis.h"
#include "tests/places.h"
#include "tests/rules/pattern/pattern_words.h"

namespace corslint {
namespace {

struct Row {
  const char* what;
  const char* pattern;
  const char* mode;
  bool catastrophic;
};

const Row rows[] = {
    {"a repetition of a repetition", R"(^https://(\w+)*\.acme\.io$)", "search", true},
    {"an optional dot", R"(^https://(\w+\.?)*acme\.io$)", "search", true},
    {"alternatives that overlap", R"(^https://(a|b|ab)*c\.acme\.io$)", "search", true},
    {"a star of a star", R"(^https://(?:[a-z]*)*-acme\.io$)", "search", true},
    {"four stars in a row", R"(^https://.*.*.*.*\.acme\.io$)", "search", true},
    {"three stars in a row", R"(^https://.*.*.*\.acme\.io$)", "search", true},
    {"a repetition in a look-ahead", R"(^(?=https://(\w+\.?)*$)https://app\.acme\.io)", "search",
     true},
    {"a look-ahead behind the scheme", R"(^https://(?!(a|b|ab)*c)[a-z]+\.acme\.io$)", "search",
     true},
    {"a look-ahead that cannot fail", R"(^(?=(\w+)*)https://app\.acme\.io$)", "search", false},
    {"two stars in a row, which take a square", R"(^https://.*.*\.acme\.io$)", "search", false},
    {"two repetitions that overlap", R"(^https://[a-z]+[a-z0-9]+\.acme\.io$)", "search", false},
    {"labels with their dots", R"(^https://(\w+\.)*acme\.io$)", "search", false},
    {"one star", R"(^https://.*\.acme\.io$)", "search", false},
    {"one star that is looked for everywhere", R"(https://.*\.acme\.io$)", "search", false},
    {"the textbook host name", R"(^https://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+acme\.io$)",
     "search", false},
    {"a match that cannot fail once begun", R"(https://(\w+)*)", "prefix", false},
    {"an alternation", R"(^https://(www|app|api)\.acme\.io$)", "search", false},
};

PatternQuery query_of(const Row& row, Syntax syntax) {
  return {.pattern = row.pattern,
          .syntax = syntax,
          .mode = tests::mode_of(row.mode),
          .letter_case = LetterCase::sensitive};
}

// Whether the program is still busy with the attack after two seconds.
bool keeps_busy(const std::string& program, const std::string& judge, const Row& row,
                const std::string& attack) {
  const auto input = std::filesystem::temp_directory_path() /
                     ("corslint-attack-" + std::to_string(::getpid()) + ".json");
  std::ofstream{input} << nlohmann::json::array({{{"pattern", row.pattern},
                                                  {"mode", row.mode},
                                                  {"ignore_case", false},
                                                  {"texts", {attack}}}});
  const std::string command = "timeout 2 " + program + " " CORSLINT_SOURCE_DIR "/tests/fuzz/" +
                              judge + " " + input.string() + " > /dev/null";
  const int status = std::system(command.c_str());
  std::filesystem::remove(input);
  constexpr int timed_out = 124;
  return WIFEXITED(status) && WEXITSTATUS(status) == timed_out;
}

bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " > /dev/null").c_str()) == 0;
}

}  // namespace

TEST_CASE("patterns that can blow up are told from those that cannot") {
  for (const Row& row : rows) {
    const PatternQuery query = query_of(row, Syntax::python);
    INFO(row.what << ": " << row.pattern);
    const auto blowup = pattern::find_blowup(query, pattern::read_pattern(query));
    CHECK(blowup.has_value() == row.catastrophic);
    if (!blowup) continue;
    CHECK(blowup->steps >= 1e9);
    CHECK(blowup->attack().size() <= 8'010);
  }
}

TEST_CASE("an attack fails to match, so that every way is tried") {
  for (const Row& row : rows) {
    const PatternQuery query = query_of(row, Syntax::javascript);
    const auto reading = pattern::read_pattern(query);
    const auto blowup = pattern::find_blowup(query, reading);
    INFO(row.what);
    if (blowup) CHECK_FALSE(accepts(*reading.automaton, blowup->attack()));
  }
}

TEST_CASE("an attack keeps Python's re and Node's RegExp busy") {
  // Two that are exponential, one that is a power, one in a look-ahead.
  constexpr std::size_t waited_for[] = {0, 1, 5, 6};
  for (const std::size_t i : waited_for) {
    const Row& row = rows[i];
    const PatternQuery query = query_of(row, Syntax::python);
    const auto blowup = pattern::find_blowup(query, pattern::read_pattern(query));
    REQUIRE(blowup);
    INFO(row.what << ": " << blowup->attack());
    if (is_installed("python3")) CHECK(keeps_busy("python3", "judge.py", row, blowup->attack()));
    if (is_installed("node")) CHECK(keeps_busy("node", "judge.mjs", row, blowup->attack()));
  }
}

}  // namespace corslint
