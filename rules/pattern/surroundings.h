#pragma once

#include <cstdint>

#include "rules/pattern/character_class.h"
#include "rules/pattern/tree.h"

namespace corslint::pattern {

/// What stands before a place in a text.
enum class Before : std::uint8_t { start, word, other };

/// A set of what may stand behind a place: a word character, another character, the end.
using NextKinds = std::uint8_t;
inline constexpr NextKinds word_next = 1;
inline constexpr NextKinds other_next = 2;
inline constexpr NextKinds end_next = 4;
inline constexpr NextKinds any_next = 7;

/// What must stand behind a place for `assertion` to hold there.
constexpr NextKinds holds_before(Assertion assertion, Before before, bool empty_is_no_gap) {
  switch (assertion) {
    case Assertion::start:
      return before == Before::start ? any_next : NextKinds{0};
    case Assertion::end:
      return end_next;
    case Assertion::word_boundary:
      return before == Before::word ? NextKinds{other_next | end_next} : word_next;
    case Assertion::no_word_boundary:
      break;
  }
  if (before == Before::word) return word_next;
  return before == Before::start && empty_is_no_gap ? other_next : NextKinds{other_next | end_next};
}

/// The characters of the kinds in `next`.
constexpr CharacterClass characters_of(NextKinds next) {
  CharacterClass result;
  if ((next & word_next) != 0) result = result | word_characters;
  if ((next & other_next) != 0) result = result | ~word_characters;
  return result;
}

}  // namespace corslint::pattern
