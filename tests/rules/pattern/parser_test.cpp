#include "rules/pattern/parser.h"

#include <catch2/catch.hpp>
#include <string>

#include "rules/pattern/reading.h"
#include "tests/rules/pattern/pattern_words.h"

namespace corslint {
namespace {

// One letter for each of re2, go, python, js, pcre, java: p parsed, r rejected, u unverifiable.
struct Row {
  const char* what;
  const char* pattern;
  const char* status;
};

const Row rows[] = {
    {"nothing", "", "pppppp"},
    {"an open group", "(", "rrrrrr"},
    {"a group that was never opened", ")", "rrrrrr"},
    {"an open set", "[a", "rrrrrr"},
    {"a trailing backslash", "a\\", "rrrrrr"},
    {"a quantifier of nothing", "*a", "rrrrrr"},
    {"two quantifiers", "a**", "rrrrrr"},
    {"counts behind counts", "a{2}{3}", "rrrrrp"},
    {"a count without a minimum", "a{,3}", "pppppr"},
    {"a count in disorder", "a{3,2}", "rrrrrr"},
    {"more than a thousand", "a{1001}", "rrpppp"},
    {"a quantified anchor", "^*a", "pprrrp"},
    {"a possessive quantifier", "a++", "rrprpp"},
    {"an atomic group", "(?>a)", "rrprpp"},
    {"look-ahead", "(?=a)a", "rrpppp"},
    {"look-behind", "(?<=a)b", "rrpppp"},
    {"look-behind of any length", "(?<=a+)b", "rrrpru"},
    {"look-around in look-around", "(?=(?!a)b)b", "rruuuu"},
    {"a named group in Python's way", "(?P<n>a)", "ppprpr"},
    {"a named group in Perl's way", "(?<n>a)", "rprppp"},
    {"a name that stands twice", "(?P<n>a)(?P<n>b)", "prrrrr"},
    {"a back-reference", "(a)\\1", "rrpppp"},
    {"a reference to no group", "a\\1", "rrrprp"},
    {"the end of the text, small", "a\\z", "pprppp"},
    {"the end of the text, capital", "a\\Z", "rrpppp"},
    {"quoted text", "\\Qa.b\\E", "pprppp"},
    {"flags at the start", "(?i)a", "ppprpp"},
    {"flags in the middle", "a(?i)b", "pprrpp"},
    {"flags for a group", "(?i:a)", "ppprpp"},
    {"an unknown flag", "(?y)a", "rrrrrr"},
    {"a POSIX class", "[[:alpha:]]",
     "ppppp"
     "u"},
    {"a Unicode property", "\\p{Lu}", "pprppp"},
    {"an unknown property", "\\p{Nonsense}", "rrrpur"},
    {"an unknown escape", "\\y", "rrrprr"},
    {"a class as a range's end", "[a-\\d]", "rrrppr"},
    {"a range in disorder", "[b-a]", "rrrrrr"},
    {"an empty set", "[]", "rrrprr"},
    {"a conditional", "(a)?(?(1)b)", "rrurur"},
    {"a recursion", "(?R)", "rrrrur"},
    {"a backtracking verb", "(*FAIL)", "rrrrur"},
    {"an intersection of sets", "[a&&b]", "pppppu"},
};

char letter_of(pattern::ParseStatus status) {
  switch (status) {
    case pattern::ParseStatus::parsed:
      return 'p';
    case pattern::ParseStatus::rejected:
      return 'r';
    case pattern::ParseStatus::unverifiable:
      return 'u';
    case pattern::ParseStatus::too_deep:
      break;
  }
  return 'd';
}

bool admits(const char* syntax, const std::string& pattern, const std::string& text) {
  const auto reading = pattern::read_pattern({.pattern = pattern,
                                              .syntax = tests::syntax_of(syntax),
                                              .mode = MatchMode::full,
                                              .letter_case = LetterCase::sensitive});
  return reading.automaton && accepts(*reading.automaton, text);
}

}  // namespace

TEST_CASE("each engine's syntax is read as the engine reads it") {
  constexpr const char* syntaxes[] = {"re2", "go", "python", "js", "pcre", "java"};
  for (const Row& row : rows) {
    std::string status;
    for (const char* syntax : syntaxes)
      status += letter_of(
          pattern::parse(row.pattern, tests::syntax_of(syntax), LetterCase::sensitive).status);
    INFO(row.what << ": " << row.pattern);
    CHECK(status == row.status);
  }
}

TEST_CASE("what engines read differently matches differently") {
  CHECK(admits("js", "\\Aa\\z", "Aaz"));
  CHECK_FALSE(admits("pcre", "\\Aa\\z", "Aaz"));
  CHECK(admits("python", "a{,2}", "aa"));
  CHECK(admits("re2", "a{,2}", "a{,2}"));
  CHECK(admits("re2", "(?i)\\x{212A}", "k"));
  CHECK_FALSE(admits("pcre", "(?i)\\x{212A}", "k"));
  CHECK_FALSE(admits("re2", "(?i)\\W", "k"));
  CHECK(admits("ruby", "\\h", "f"));
  CHECK_FALSE(admits("pcre", "\\h", "f"));
  CHECK(admits("pcre", "(?x) a b # note", "ab"));
}

TEST_CASE("an error has the place where it stands") {
  const auto place = [](const char* pattern) {
    return pattern::parse(pattern, Syntax::re2, LetterCase::sensitive).offset;
  };
  CHECK(place("ab\\Zc") == 2);
  CHECK(place("ab(cd") == 2);
  CHECK(place("ab[cd") == 2);
  CHECK(place("ab**") == 3);
}

TEST_CASE("nesting beyond the bound is undecided and not a crash") {
  const std::string deep = std::string(100'000, '(') + std::string(100'000, ')');
  const auto result = pattern::parse(deep, Syntax::python, LetterCase::sensitive);
  CHECK(result.status == pattern::ParseStatus::too_deep);
  const std::string allowed = std::string(900, '(') + "a" + std::string(900, ')');
  CHECK(admits("python", allowed, "a"));
}

TEST_CASE("any bytes are read") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second)};
      for (const Syntax syntax : {Syntax::re2, Syntax::python, Syntax::javascript, Syntax::pcre,
                                  Syntax::ruby, Syntax::java})
        pattern::parse(text, syntax, LetterCase::insensitive);
    }
  }
  SUCCEED("nothing crashed");
}

}  // namespace corslint
