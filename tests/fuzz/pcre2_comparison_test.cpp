#define PCRE2_CODE_UNIT_WIDTH 8
#include <catch2/catch.hpp>
#include <cstdlib>
#include <memory>
#include <optional>
#include <pcre2.h>
#include <string>

#include "rules/pattern/reading.h"
#include "tests/fuzz/pattern_generator.h"

namespace corslint {
namespace {

using tests::Chance;

std::size_t pattern_count(std::size_t otherwise) {
  const char* const asked = std::getenv("CORSLINT_FUZZ_PATTERNS");
  return asked != nullptr ? std::stoul(asked) : otherwise;
}

struct Free {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};
using Code = std::unique_ptr<pcre2_code, Free>;

const unsigned char* bytes_of(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Code compiled(const PatternQuery& query) {
  std::uint32_t options = query.letter_case == LetterCase::insensitive ? PCRE2_CASELESS : 0;
  if (query.mode != MatchMode::search) options |= PCRE2_ANCHORED;
  if (query.mode == MatchMode::full) options |= PCRE2_ENDANCHORED;
  int error = 0;
  std::size_t offset = 0;
  return Code{pcre2_compile(bytes_of(query.pattern), query.pattern.size(), options, &error, &offset,
                            nullptr)};
}

// Nothing where the match limit was reached.
std::optional<bool> admits(const pcre2_code* code, const std::string& text) {
  const std::unique_ptr<pcre2_match_data, Free> data{
      pcre2_match_data_create_from_pattern(code, nullptr)};
  const int result = pcre2_match(code, bytes_of(text), text.size(), 0, 0, data.get(), nullptr);
  if (result == PCRE2_ERROR_NOMATCH) return false;
  if (result < 0) return std::nullopt;
  return true;
}

}  // namespace

TEST_CASE("the automaton and PCRE2 agree about random patterns and texts") {
  constexpr std::size_t texts_each = 14;
  Chance chance{9};
  std::size_t pairs = 0;
  std::size_t matches = 0;
  std::size_t refused = 0;
  std::size_t left_out = 0;
  const std::size_t count = pattern_count(600);
  for (std::size_t i = 0; i < count; ++i) {
    constexpr MatchMode modes[] = {MatchMode::full, MatchMode::prefix, MatchMode::search};
    const PatternQuery query{
        .pattern = random_pattern(chance, Syntax::pcre),
        .syntax = Syntax::pcre,
        .mode = chance.pick(modes),
        .letter_case = chance.one_in(3) ? LetterCase::insensitive : LetterCase::sensitive};
    const Code code = compiled(query);
    const pattern::PatternReading reading = pattern::read_pattern(query);
    const auto texts =
        random_texts(chance, reading.automaton ? &*reading.automaton : nullptr, texts_each);
    INFO("pattern " << query.pattern << " mode " << static_cast<int>(query.mode) << " case "
                    << static_cast<int>(query.letter_case) << " ours: " << reading.parsed.message);
    if (!code) ++refused;
    const pattern::Tree& tree = reading.parsed.tree;
    if (reading.parsed.status == pattern::ParseStatus::unverifiable) {
      ++left_out;
      continue;
    }
    CHECK((code == nullptr) == (reading.parsed.status == pattern::ParseStatus::rejected));
    if (!code || !reading.automaton) continue;
    if (tree.relaxed || tree.referring) {
      ++left_out;
      continue;
    }
    for (const std::string& text : texts) {
      const std::optional<bool> expected = admits(code.get(), text);
      if (!expected) continue;
      ++pairs;
      if (*expected) ++matches;
      if (accepts(*reading.automaton, text) == *expected) continue;
      INFO("text " << text << " PCRE2 says " << *expected);
      CHECK(accepts(*reading.automaton, text) == *expected);
    }
  }
  CHECK(matches * 10 > pairs);
  if (std::getenv("CORSLINT_FUZZ_PATTERNS") != nullptr)
    WARN(pairs << " pairs, " << matches << " matches, " << refused << " patterns refused, "
               << left_out << " left out");
}

}  // namespace corslint
