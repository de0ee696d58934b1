#include <algorithm>
#include <optional>
#include <string>

#include "rules/origin/ascii.h"
#include "rules/pattern/reader.h"

namespace corslint::pattern {
namespace {

bool is_octal(char c) {
  return c >= '0' && c <= '7';
}

// Whether a group has a name somewhere, which makes \k a reference (ECMA-262, Annex B.1.2).
bool has_named_group(std::string_view pattern) {
  for (std::size_t at = pattern.find("(?<"); at != std::string_view::npos;
       at = pattern.find("(?<", at + 1)) {
    const char next = at + 3 < pattern.size() ? pattern[at + 3] : '=';
    if (next != '=' && next != '!') return true;
  }
  return false;
}

constexpr CharacterClass horizontal_space = any_of("\t ");
constexpr CharacterClass vertical_space = any_of("\n\v\f\r");

}  // namespace

// \1 is a reference, \123 an octal character (re/_parser.py, _escape).
Escape Reader::python_digits(char first, Place place, std::uint32_t begin) {
  if (first == '0') return octal(first, 2);
  if (place == Place::in_set) {
    if (!is_octal(first)) return no_escape(begin, "bad escape");
    const Escape read = octal(first, 2);
    return read.code_point > 0377 ? no_escape(begin, "octal escape value outside range") : read;
  }
  if (is_octal(first) && is_octal(peek()) && is_octal(peek(1))) {
    const Escape read = octal(first, 2);
    return read.code_point > 0377 ? no_escape(begin, "octal escape value outside range") : read;
  }
  auto group = static_cast<std::uint32_t>(first - '0');
  if (is_ascii_digit(peek())) {
    group = group * 10 + static_cast<std::uint32_t>(peek() - '0');
    ++position_;
  }
  if (group > captures_) return no_escape(begin, "invalid group reference");
  if (group_nodes_[group] == no_node) return no_escape(begin, "cannot refer to an open group");
  return of_group(group);
}

Escape Reader::python_escape(char letter, Place place, std::uint32_t begin) {
  if (is_ascii_digit(letter)) return python_digits(letter, place, begin);
  if (letter == 'x') return braced_or_two_digits(begin, true);
  if (letter == 'u') return exact_digits(4, begin);
  if (letter == 'U') return exact_digits(8, begin);
  if (letter == 'N' && peek() == '{') return unsupported(begin, "a named character");
  if (place == Place::in_set && letter == 'b') return of(0x08);
  if (place == Place::outside) {
    if (letter == 'A') return of(Assertion::start);
    if (letter == 'Z') return of(Assertion::end);
    if (letter == 'b') return of(Assertion::word_boundary);
    if (letter == 'B') return of(Assertion::no_word_boundary);
  }
  if (is_ascii_alpha(letter)) return no_escape(begin, "bad escape \\" + std::string{letter});
  return of(static_cast<unsigned char>(letter));
}

// Without the u flag an unknown escape is the character itself (ECMA-262, Annex B.1.2).
Escape Reader::javascript_escape(char letter, Place place, std::uint32_t begin) {
  if (place == Place::outside) {
    if (letter == 'b') return of(Assertion::word_boundary);
    if (letter == 'B') return of(Assertion::no_word_boundary);
    if (letter >= '1' && letter <= '9') {
      std::uint32_t group = 0;
      std::size_t length = 0;
      for (char c = letter; is_ascii_digit(c) && group < 10000; c = peek(length++))
        group = group * 10 + static_cast<std::uint32_t>(c - '0');
      if (group <= all_captures_) {
        position_ += length - 1;
        return of_group(group);
      }
    }
    if (letter == 'k' && has_named_group(pattern_)) return named_reference(begin);
  }
  if (place == Place::in_set && letter == 'b') return of(0x08);
  if (letter == 'c') {
    const char control = peek();
    const bool in_set_too = place == Place::in_set && (is_ascii_digit(control) || control == '_');
    if (is_ascii_alpha(control) || in_set_too) {
      ++position_;
      return of(static_cast<std::uint32_t>(control) & 0x1FU);
    }
    --position_;  // the backslash stands for itself
    return of('\\');
  }
  const std::size_t hex = letter == 'x' ? 2 : letter == 'u' ? 4 : 0;
  bool complete = hex > 0;
  for (std::size_t i = 0; i < hex; ++i) complete = complete && hex_digit_value(peek(i)) >= 0;
  if (complete) return exact_digits(hex, begin);
  if (is_octal(letter)) return octal(letter, letter <= '3' ? 2 : 1);
  return of(static_cast<unsigned char>(letter));
}

Escape Reader::named_reference(std::uint32_t begin) {
  const char opening = peek();
  const char closing = opening == '<' ? '>' : opening == '{' ? '}' : '\'';
  const bool known = opening == '<' || (is(Syntax::pcre) && (opening == '{' || opening == '\'')) ||
                     (is(Syntax::ruby) && opening == '\'');
  const std::size_t end = known ? pattern_.find(closing, position_ + 1) : std::string_view::npos;
  if (end == std::string_view::npos) return no_escape(begin, "invalid named reference");
  const std::string_view name = pattern_.substr(position_ + 1, end - position_ - 1);
  const auto found = std::find(names_.begin(), names_.end(), name);
  position_ = end + 1;
  if (found == names_.end()) return unsupported(begin, "a back-reference");
  return of_group(name_groups_[static_cast<std::size_t>(found - names_.begin())]);
}

// Below ten always a reference; from ten on where so many groups stand before it.
Escape Reader::perl_digits(char first, Place place, std::uint32_t begin) {
  if (first == '0' || place == Place::in_set) {
    if (!is_octal(first)) return of(static_cast<unsigned char>(first));
    return octal(first, 2);
  }
  std::uint32_t group = 0;
  std::size_t length = 0;
  for (char c = first; is_ascii_digit(c) && group < 100000; c = peek(length++))
    group = group * 10 + static_cast<std::uint32_t>(c - '0');
  if (group < 10 || group <= captures_ || first >= '8') {
    position_ += length - 1;
    if (group > 65535) return no_escape(begin, "number is too big");
    return of_group(group);
  }
  return octal(first, 2);
}

// PCRE flips a bit of the character in upper case; Ruby keeps its five lowest.
Escape Reader::perl_control(std::uint32_t begin) {
  const char c = peek();
  if (at_end() || !is_ascii(c)) return no_escape(begin, "\\c without a character behind it");
  if (is(Syntax::ruby) && c == '\\') return unsupported(begin, "an escape behind \\c");
  ++position_;
  const char upper = is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  const std::uint32_t code = static_cast<unsigned char>(upper);
  if (is(Syntax::pcre)) return of(code ^ 64U);
  return of(c == '?' ? 0x7F : code & 0x1FU);
}

std::optional<Escape> Reader::perl_escape_outside(char letter, std::uint32_t begin) {
  switch (letter) {
    case 'A':
      return of(Assertion::start);
    case 'z':
    case 'Z':
      return of(Assertion::end);
    case 'B':
      return of(Assertion::no_word_boundary);
    case 'N':
      return of_set(every_character & ~one_of('\n'));
    case 'k':
      return named_reference(begin);
    case 'K':
    case 'G':
    case 'R':
    case 'X':
    case 'C':
    case 'g':
    case 'o':
      return unsupported(begin, "\\" + std::string{letter});
    default:
      break;
  }
  return std::nullopt;
}

Escape Reader::perl_escape(char letter, Place place, std::uint32_t begin) {
  const bool outside = place == Place::outside;
  if (is_ascii_digit(letter)) return perl_digits(letter, place, begin);
  switch (letter) {
    case 'x':
      if (is(Syntax::ruby) && hex_digit_value(peek()) < 0)
        return no_escape(begin, "invalid hex escape");
      return braced_or_two_digits(begin, false);
    case 'e':
      return of(0x1B);
    case 'h':
      return of_set(is(Syntax::ruby) ? digits | any_of("abcdefABCDEF") : horizontal_space);
    case 'H':
      return of_set(is(Syntax::ruby) ? ~(digits | any_of("abcdefABCDEF")) : ~horizontal_space);
    case 'v':
      return of_set(vertical_space);
    case 'V':
      return of_set(~vertical_space);
    case 'c':
      return perl_control(begin);
    case 'u':
      if (is(Syntax::pcre)) return no_escape(begin, "\\u is not supported");
      if (peek() != '{') return exact_digits(4, begin);
      if (pattern_.substr(position_, pattern_.find('}', position_) - position_).find(' ') !=
          std::string_view::npos)
        return unsupported(begin, "several characters in one escape");
      return braced_or_two_digits(begin, false);
    case 'b':
      return outside ? of(Assertion::word_boundary) : of(0x08);
    case 'E':
      return {.kind = Escape::Kind::nothing};
    default:
      break;
  }
  if (outside) {
    if (const auto found = perl_escape_outside(letter, begin)) return *found;
  }
  if (is_ascii_alpha(letter) && !is(Syntax::ruby))
    return no_escape(begin, "unrecognized character follows \\");
  return of(static_cast<unsigned char>(letter));
}

Escape Reader::java_escape(char letter, Place place, std::uint32_t begin) {
  const bool outside = place == Place::outside;
  switch (letter) {
    case '0':
      if (!is_octal(peek())) return no_escape(begin, "illegal octal escape sequence");
      return octal('0', peek() <= '3' ? 3 : 2);
    case 'x':
      return braced_or_two_digits(begin, true);
    case 'u':
      return exact_digits(4, begin);
    case 'e':
      return of(0x1B);
    case 'c':
      if (at_end()) return no_escape(begin, "illegal control escape sequence");
      ++position_;
      return of(static_cast<unsigned char>(pattern_[position_ - 1]) ^ 64U);
    case 'h':
      return of_set(horizontal_space);
    case 'H':
      return of_set(~horizontal_space);
    case 'v':
      return of_set(vertical_space);
    case 'V':
      return of_set(~vertical_space);
    case 'R':
    case 'X':
    case 'G':
    case 'N':
      return unsupported(begin, "\\" + std::string{letter});
    default:
      break;
  }
  if (outside) {
    if (letter == 'A') return of(Assertion::start);
    if (letter == 'z' || letter == 'Z') return of(Assertion::end);
    if (letter == 'b') return of(Assertion::word_boundary);
    if (letter == 'B') return of(Assertion::no_word_boundary);
    if (letter == 'k') return named_reference(begin);
    if (is_ascii_digit(letter)) return of_group(static_cast<std::uint32_t>(letter - '0'));
  }
  if (is_ascii_alpha(letter) || is_ascii_digit(letter))
    return no_escape(begin, "illegal or unsupported escape sequence");
  return of(static_cast<unsigned char>(letter));
}

}  // namespace corslint::pattern
