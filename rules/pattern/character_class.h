#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace corslint::pattern {

/// A set of ASCII characters. An origin is printable ASCII, so a class never needs more.
struct CharacterClass {
  std::uint64_t low = 0;   // characters 0 to 63
  std::uint64_t high = 0;  // characters 64 to 127

  constexpr bool empty() const { return (low | high) == 0; }
  constexpr int size() const { return std::popcount(low) + std::popcount(high); }
  constexpr bool single() const {
    return low == 0 ? std::has_single_bit(high) : high == 0 && std::has_single_bit(low);
  }
  constexpr bool contains(unsigned char c) const {
    return c < 64 ? ((low >> c) & 1U) != 0 : c < 128 && ((high >> (c - 64U)) & 1U) != 0;
  }
  constexpr void add(unsigned char c) {
    if (c < 64)
      low |= std::uint64_t{1} << c;
    else if (c < 128)
      high |= std::uint64_t{1} << (c - 64U);
  }
  /// The smallest character; the class must not be empty.
  constexpr unsigned char first() const {
    return static_cast<unsigned char>(low != 0 ? std::countr_zero(low)
                                               : 64 + std::countr_zero(high));
  }
  constexpr bool intersects(CharacterClass other) const {
    return ((low & other.low) | (high & other.high)) != 0;
  }
  constexpr bool includes(CharacterClass other) const {
    return ((other.low & ~low) | (other.high & ~high)) == 0;
  }

  friend constexpr bool operator==(CharacterClass, CharacterClass) = default;
  friend constexpr CharacterClass operator|(CharacterClass a, CharacterClass b) {
    return {a.low | b.low, a.high | b.high};
  }
  friend constexpr CharacterClass operator&(CharacterClass a, CharacterClass b) {
    return {a.low & b.low, a.high & b.high};
  }
  friend constexpr CharacterClass operator~(CharacterClass a) { return {~a.low, ~a.high}; }
};

/// The class of the one character `c`; empty where `c` is not ASCII.
constexpr CharacterClass one_of(unsigned char c) {
  CharacterClass result;
  result.add(c);
  return result;
}

/// The class of the characters of `text`.
constexpr CharacterClass any_of(const char* text) {
  CharacterClass result;
  for (; *text != '\0'; ++text) result.add(static_cast<unsigned char>(*text));
  return result;
}

/// The class of the characters from `first` to `last`, both included.
constexpr CharacterClass between(unsigned char first, unsigned char last) {
  CharacterClass result;
  for (unsigned c = first; c <= last; ++c) result.add(static_cast<unsigned char>(c));
  return result;
}

/// Calls `visit` with each character of `characters` in ascending order.
template <typename Visit>
constexpr void for_each_character(CharacterClass characters, Visit visit) {
  for (std::uint64_t rest = characters.low; rest != 0; rest &= rest - 1)
    visit(static_cast<unsigned char>(std::countr_zero(rest)));
  for (std::uint64_t rest = characters.high; rest != 0; rest &= rest - 1)
    visit(static_cast<unsigned char>(64 + std::countr_zero(rest)));
}

/// Splits each class that `by` cuts in two.
inline void split_classes(std::vector<CharacterClass>& classes, CharacterClass by) {
  const std::size_t count = classes.size();
  for (std::size_t i = 0; i < count; ++i) {
    const CharacterClass inside = classes[i] & by;
    if (inside.empty() || inside == classes[i]) continue;
    classes.push_back(classes[i] & ~by);
    classes[i] = inside;
  }
}

inline constexpr CharacterClass every_character = {~std::uint64_t{0}, ~std::uint64_t{0}};
inline constexpr CharacterClass digits = between('0', '9');
inline constexpr CharacterClass lower_letters = between('a', 'z');
inline constexpr CharacterClass upper_letters = between('A', 'Z');
inline constexpr CharacterClass letters = lower_letters | upper_letters;
inline constexpr CharacterClass word_characters = letters | digits | one_of('_');
/// What a label that a registry sells is made of: letters, digits, hyphens.
inline constexpr CharacterClass registrable_characters = lower_letters | digits | one_of('-');
/// What a label that a browser and the DNS carry is made of.
inline constexpr CharacterClass label_characters = registrable_characters | one_of('_');

}  // namespace corslint::pattern
