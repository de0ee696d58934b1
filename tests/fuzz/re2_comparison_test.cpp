#include <catch2/catch.hpp>
#include <cstdlib>
#include <re2/re2.h>
#include <string>

#include "rules/pattern/reading.h"
#include "tests/fuzz/pattern_generator.h"

namespace corslint {
namespace {

using tests::Chance;

// CORSLINT_FUZZ_PATTERNS asks for more than the few that every run of the tests tries.
std::size_t pattern_count(std::size_t otherwise) {
  const char* const asked = std::getenv("CORSLINT_FUZZ_PATTERNS");
  return asked != nullptr ? std::stoul(asked) : otherwise;
}

bool re2_admits(const re2::RE2& expression, const std::string& text, MatchMode mode) {
  const auto anchor = mode == MatchMode::full     ? re2::RE2::ANCHOR_BOTH
                      : mode == MatchMode::prefix ? re2::RE2::ANCHOR_START
                                                  : re2::RE2::UNANCHORED;
  return expression.Match(text, 0, text.size(), anchor, nullptr, 0);
}

}  // namespace

TEST_CASE("the automaton and RE2 agree about random patterns and texts") {
  constexpr std::size_t texts_each = 14;
  Chance chance{20240611};
  std::size_t pairs = 0;
  std::size_t matches = 0;
  std::size_t rejected = 0;
  const std::size_t count = pattern_count(600);
  for (std::size_t i = 0; i < count; ++i) {
    const MatchMode modes[] = {MatchMode::full, MatchMode::prefix, MatchMode::search};
    PatternQuery query{
        .pattern = random_pattern(chance, Syntax::re2),
        .syntax = Syntax::re2,
        .mode = chance.pick(modes),
        .letter_case = chance.one_in(3) ? LetterCase::insensitive : LetterCase::sensitive};
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(256 << 20);
    options.set_case_sensitive(query.letter_case == LetterCase::sensitive);
    const re2::RE2 expression{query.pattern, options};
    const pattern::PatternReading reading = pattern::read_pattern(query);
    INFO("pattern " << query.pattern << " mode " << static_cast<int>(query.mode)
                    << " RE2: " << expression.error() << " ours: " << reading.parsed.message);
    CHECK(expression.ok() == reading.automaton.has_value());
    if (!expression.ok()) ++rejected;
    if (!expression.ok()) continue;
    for (const std::string& text :
         random_texts(chance, reading.automaton ? &*reading.automaton : nullptr, texts_each)) {
      if (!reading.automaton) continue;
      const bool expected = re2_admits(expression, text, query.mode);
      ++pairs;
      if (expected) ++matches;
      if (accepts(*reading.automaton, text) == expected) continue;
      INFO("text " << text << " RE2 says " << expected);
      CHECK(accepts(*reading.automaton, text) == expected);
    }
  }
  INFO(pairs << " pairs, " << matches << " matches, " << rejected << " patterns rejected");
  CHECK(matches * 10 > pairs);
  if (std::getenv("CORSLINT_FUZZ_PATTERNS") != nullptr)
    WARN(pairs << " pairs, " << matches << " matches, " << rejected << " patterns rejected");
}

}  // namespace corslint
