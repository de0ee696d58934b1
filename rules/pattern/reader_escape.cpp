#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "rules/origin/ascii.h"
#include "rules/pattern/named_class.h"
#include "rules/pattern/reader.h"

namespace corslint::pattern {
namespace {

constexpr CharacterClass white_space = any_of(" \t\n\v\f\r");

bool is_octal(char c) {
  return c >= '0' && c <= '7';
}

}  // namespace

Escape Reader::of(std::uint32_t code_point) {
  return {.kind = Escape::Kind::code_point, .code_point = code_point};
}

Escape Reader::of(Assertion assertion) {
  return {.kind = Escape::Kind::assertion, .assertion = assertion};
}

Escape Reader::of_set(CharacterClass characters) {
  return {.kind = Escape::Kind::set, .characters = characters};
}

Escape Reader::of_group(std::uint32_t group) {
  return {.kind = Escape::Kind::reference, .group = group};
}

Escape Reader::no_escape(std::uint32_t begin, std::string message) {
  reject(begin, std::move(message));
  return {};
}

Escape Reader::unsupported(std::uint32_t begin, std::string construct) {
  give_up(begin, std::move(construct));
  return {};
}

bool Reader::read_quoted() {
  while (!at_end()) {
    const std::uint32_t begin = here();
    if (take("\\E")) return true;
    const std::uint32_t code_point = take_code_point();
    if (failed()) return false;
    add_code_point(code_point, begin);
  }
  return true;
}

bool Reader::read_escape() {
  const std::uint32_t begin = here();
  const bool quotes = is_re2() || is(Syntax::pcre) || is(Syntax::java);
  if (quotes && take("\\Q")) return read_quoted();
  const Escape read = escape(Place::outside);
  switch (read.kind) {
    case Escape::Kind::failed:
      return false;
    case Escape::Kind::nothing:
      return true;
    case Escape::Kind::code_point:
      add_code_point(read.code_point, begin);
      return true;
    case Escape::Kind::set:
      add_characters(read.characters, Spelling::set, begin);
      return true;
    case Escape::Kind::assertion:
      add_assertion(read.assertion, begin);
      return true;
    case Escape::Kind::reference:
      break;
  }
  if (read.group > highest_reference_) {
    highest_reference_ = read.group;
    reference_offset_ = begin;
  }
  result_.tree.referring = true;
  const NodeIndex group = read.group < group_nodes_.size() ? group_nodes_[read.group] : no_node;
  items_.push_back(
      add({.kind = NodeKind::reference, .begin = begin, .end = here(), .first_child = group}));
  return true;
}

Escape Reader::escape(Place place) {
  const std::uint32_t begin = here();
  ++position_;
  if (at_end()) return no_escape(begin, "trailing backslash");
  if (!is_ascii(peek())) return of(take_code_point());
  const char letter = peek();
  ++position_;
  Escape result;
  if (shared_class_escape(letter, result) || shared_control_escape(letter, result)) return result;
  const bool braceless = is(Syntax::ruby) && peek() != '{';
  if ((letter == 'p' || letter == 'P') && !is(Syntax::python) && !is(Syntax::javascript) &&
      !braceless)
    return property(letter == 'P', begin);
  switch (syntax_) {
    case Syntax::re2:
    case Syntax::go:
      return re2_escape(letter, place, begin);
    case Syntax::python:
      return python_escape(letter, place, begin);
    case Syntax::javascript:
      return javascript_escape(letter, place, begin);
    case Syntax::pcre:
    case Syntax::ruby:
      return perl_escape(letter, place, begin);
    case Syntax::java:
      break;
  }
  return java_escape(letter, place, begin);
}

// A negated class is complemented after folding.
bool Reader::shared_class_escape(char letter, Escape& result) {
  CharacterClass positive;
  switch (letter) {
    case 'd':
    case 'D':
      positive = digits;
      break;
    case 'w':
    case 'W':
      positive = word_characters;
      break;
    case 's':
    case 'S':
      positive = is_re2() ? white_space & ~one_of('\v') : white_space;
      break;
    default:
      return false;
  }
  result = of_set(is_ascii_upper(letter) ? ~positive : positive);
  return true;
}

bool Reader::shared_control_escape(char letter, Escape& result) {
  const bool bell = !is(Syntax::javascript);
  switch (letter) {
    case 'a':
      result = of(0x07);
      return bell;
    case 'f':
      result = of(0x0C);
      return true;
    case 'n':
      result = of(0x0A);
      return true;
    case 'r':
      result = of(0x0D);
      return true;
    case 't':
      result = of(0x09);
      return true;
    case 'v':
      result = of(0x0B);
      return !is(Syntax::pcre) && !is(Syntax::java);
    default:
      return false;
  }
}

Escape Reader::property(bool negated, std::uint32_t begin) {
  bool complement = negated;
  std::string name;
  if (take('{')) {
    const std::size_t end = pattern_.find('}', position_);
    if (end == std::string_view::npos) return no_escape(begin, "invalid character class range");
    if (!is(Syntax::java) && take('^')) complement = !complement;
    name = pattern_.substr(position_, end - position_);
    position_ = end + 1;
  } else if (!at_end()) {
    name = std::string{peek()};
    ++position_;
  }
  const auto found = unicode_property(name, syntax_);
  // PCRE2 compares the names of properties loosely.
  if (!found && is(Syntax::pcre)) return unsupported(begin, "the property " + name);
  if (!found && is(Syntax::java) && name.starts_with("java"))
    return unsupported(begin, "the property " + name);
  if (!found) return no_escape(begin, "unknown character property " + name);
  CharacterClass characters = found->ascii;
  constexpr std::array cased = {
      "Lu",          "Ll",         "Lt", "Lower", "Upper", "javaLowerCase", "javaUpperCase",
      "IsLowercase", "IsUppercase"};
  const bool folds =
      is_re2() || is(Syntax::ruby) ||
      (is(Syntax::java) && std::find(cased.begin(), cased.end(), name) != cased.end());
  if (flags_.ignore_case && folds) characters = fold_case(*found, syntax_);
  return of_set(complement ? ~characters : characters);
}

// The cursor stands behind the x of \x.
Escape Reader::braced_or_two_digits(std::uint32_t begin, bool exactly_two) {
  std::uint32_t value = 0;
  if (peek() == '{' && !is(Syntax::python)) {
    ++position_;
    const std::size_t first = position_;
    while (hex_digit_value(peek()) >= 0 && value <= 0x10FFFF) {
      value = value * 16 + static_cast<std::uint32_t>(hex_digit_value(peek()));
      ++position_;
    }
    if (position_ == first || value > 0x10FFFF || !take('}'))
      return no_escape(begin, "invalid escape sequence");
    return of(value);
  }
  std::size_t count = 0;
  for (; count < 2 && hex_digit_value(peek()) >= 0; ++count, ++position_)
    value = value * 16 + static_cast<std::uint32_t>(hex_digit_value(peek()));
  if (exactly_two && count < 2) return no_escape(begin, "invalid escape sequence");
  return of(value);
}

Escape Reader::exact_digits(std::size_t count, std::uint32_t begin) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i, ++position_) {
    if (hex_digit_value(peek()) < 0) return no_escape(begin, "incomplete escape");
    value = value * 16 + static_cast<std::uint32_t>(hex_digit_value(peek()));
  }
  if (value > 0x10FFFF) return no_escape(begin, "bad escape");
  return of(value);
}

Escape Reader::octal(char first, std::size_t more) {
  auto value = static_cast<std::uint32_t>(first - '0');
  for (std::size_t i = 0; i < more && is_octal(peek()); ++i, ++position_)
    value = value * 8 + static_cast<std::uint32_t>(peek() - '0');
  return of(value);
}

Escape Reader::re2_escape(char letter, Place place, std::uint32_t begin) {
  const bool outside = place == Place::outside;
  if (letter == 'A' && outside) return of(Assertion::start);
  if (letter == 'z' && outside) return of(Assertion::end);
  if (letter == 'b' && outside) return of(Assertion::word_boundary);
  if (letter == 'B' && outside) return of(Assertion::no_word_boundary);
  if (letter == 'C' && outside && is(Syntax::re2)) return of_set(every_character);
  if (letter == 'x') return braced_or_two_digits(begin, true);
  if (letter == '0' || (is_octal(letter) && is_octal(peek()))) return octal(letter, 2);
  if (!is_ascii_alpha(letter) && !is_ascii_digit(letter))
    return of(static_cast<unsigned char>(letter));
  return no_escape(begin, "invalid escape sequence: \\" + std::string{letter});
}

}  // namespace corslint::pattern
