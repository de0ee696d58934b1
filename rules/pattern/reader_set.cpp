#include <string>

#include "rules/origin/ascii.h"
#include "rules/pattern/named_class.h"
#include "rules/pattern/reader.h"

namespace corslint::pattern {

bool Reader::read_set() {
  const std::uint32_t begin = here();
  CharacterClass members;
  ++position_;
  const bool negated = take('^');
  if (!read_set_members(members)) return failed() ? false : reject(begin, "missing closing ]");
  add_characters(negated ? ~members : members, Spelling::set, begin);
  return true;
}

// Reads up to and including the closing bracket. False at the end of the pattern, or on failure.
bool Reader::read_set_members(CharacterClass& members) {
  bool first = true;
  while (!at_end()) {
    if (peek() == ']' && (!first || is(Syntax::javascript))) return ++position_, true;
    first = false;
    const std::uint32_t begin = here();
    if (is(Syntax::java) || is(Syntax::ruby)) {
      if (looking_at("&&")) return give_up(begin, "an intersection of sets");
      if (peek() == '[' && !(is(Syntax::ruby) && peek(1) == ':'))
        return give_up(begin, "a set inside a set");
    }
    bool posix = false;
    CharacterClass set;
    if (!read_posix(set, posix)) return false;
    if (posix) {
      members = members | set;
      continue;
    }
    std::uint32_t low = 0;
    switch (set_item(low, set)) {
      case Item::failed:
        return false;
      case Item::nothing:
        break;
      case Item::set:
        members = members | set;
        // A dash behind a class cannot open a range here.
        if ((is(Syntax::python)) && peek() == '-' && peek(1) != ']' &&
            position_ + 1 < pattern_.size())
          return reject(begin, "bad character range");
        break;
      case Item::code_point:
        if (!read_range_end(begin, low, members)) return false;
        break;
    }
  }
  return false;
}

bool Reader::read_range_end(std::uint32_t begin, std::uint32_t low, CharacterClass& members) {
  std::uint32_t high = low;
  const bool range = peek() == '-' && position_ + 1 < pattern_.size() && peek(1) != ']';
  const bool set_next = (is(Syntax::java) || is(Syntax::ruby)) && peek(1) == '[';
  if (range && !set_next) {
    ++position_;
    CharacterClass set;
    std::uint32_t end_point = 0;
    const Item item = set_item(end_point, set);
    if (item == Item::failed) return false;
    if (item == Item::code_point) {
      high = end_point;
    } else if (is(Syntax::javascript) || is_perl()) {
      members = members | set;
      CodePoints both;
      both.add('-', '-');
      both.add(low, low);
      members = members | fold(both);
      return true;
    } else {
      return reject(begin, "bad character range");
    }
  }
  if (high < low) return reject(begin, "bad character range");
  CodePoints points;
  points.add(low, high);
  members = members | fold(points);
  return true;
}

Reader::Item Reader::set_item(std::uint32_t& code_point, CharacterClass& set) {
  if (peek() != '\\') {
    code_point = take_code_point();
    return failed() ? Item::failed : Item::code_point;
  }
  if ((is(Syntax::pcre) || is(Syntax::java)) && looking_at("\\Q")) {
    give_up(here(), "\\Q in a set");
    return Item::failed;
  }
  const Escape read = escape(Place::in_set);
  switch (read.kind) {
    case Escape::Kind::code_point:
      code_point = read.code_point;
      return Item::code_point;
    case Escape::Kind::set:
      set = read.characters;
      return Item::set;
    case Escape::Kind::nothing:
      return Item::nothing;
    case Escape::Kind::assertion:
    case Escape::Kind::reference:
      reject(here(), "bad escape in a set");
      return Item::failed;
    case Escape::Kind::failed:
      break;
  }
  return Item::failed;
}

// [:alpha:] and [:^alpha:] where the engine knows them; elsewhere they are plain characters.
bool Reader::read_posix(CharacterClass& set, bool& found) {
  found = false;
  if (!looking_at("[:") || !(is_re2() || is_perl())) return true;
  const std::size_t end = pattern_.find(":]", position_ + 2);
  if (end == std::string_view::npos) return true;
  std::string_view name = pattern_.substr(position_ + 2, end - position_ - 2);
  const bool negated = name.starts_with('^');
  if (negated) name.remove_prefix(1);
  for (const char c : name)
    if (!is_ascii_alpha(c) && is_perl()) return true;
  const auto characters = posix_class(name, syntax_);
  if (!characters) return reject(position_, "unknown POSIX class name");
  const bool cased = name == "lower" || name == "upper" || is_re2();
  set = flags_.ignore_case && cased ? fold_ascii(*characters) : *characters;
  if (negated) set = ~set;
  position_ = end + 2;
  found = true;
  return true;
}

}  // namespace corslint::pattern
