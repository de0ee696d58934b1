#include <algorithm>
#include <string>

#include "rules/origin/ascii.h"
#include "rules/pattern/reader.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t nesting_limit = 1000;

bool is_name(std::string_view name) {
  if (name.empty() || is_ascii_digit(name.front())) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return word_characters.contains(static_cast<unsigned char>(c)) || !is_ascii(c);
  });
}

}  // namespace

bool Reader::push_frame(NodeKind kind, std::uint32_t begin, bool captures) {
  if (frames_.size() > nesting_limit) {
    if (is(Syntax::go)) return reject(begin, "expression nests too deeply");
    give_up(begin, "groups nested more than 1000 deep");
    result_.status = ParseStatus::too_deep;
    return false;
  }
  if (kind == NodeKind::look && std::any_of(frames_.begin(), frames_.end(), [](const Frame& outer) {
        return outer.kind == NodeKind::look;
      }))
    return give_up(begin, "a look-around inside a look-around");
  Frame frame;
  frame.kind = kind;
  frame.begin = begin;
  frame.first_item = items_.size();
  frame.first_alternative = alternatives_.size();
  frame.alternative_begin = here();
  frame.flags_outside = flags_;
  if (captures) {
    frame.capture = ++captures_;
    group_nodes_.push_back(no_node);
  }
  frames_.push_back(frame);
  return true;
}

bool Reader::open_group() {
  const std::uint32_t begin = here();
  ++position_;
  if ((looking_at("?*") || looking_at("?<*")) && is(Syntax::pcre))
    return give_up(begin, "a look-around that is not atomic");
  if (peek() == '*' && is(Syntax::pcre) && (is_ascii_alpha(peek(1)) || peek(1) == ':'))
    return give_up(begin, "a backtracking verb");
  if (take('?')) return open_special_group(begin);
  return push_frame(NodeKind::group, begin, true);
}

bool Reader::open_special_group(std::uint32_t begin) {
  const bool plain = is_re2();
  if (take(':')) return push_frame(NodeKind::group, begin, false);
  if (!plain && (peek() == '=' || peek() == '!')) {
    const bool negated = peek() == '!';
    ++position_;
    if (!push_frame(NodeKind::look, begin, false)) return false;
    frames_.back().negated = negated;
    return true;
  }
  if (!plain && (looking_at("<=") || looking_at("<!"))) return open_look_behind(begin);
  if (peek() == '<' && !is(Syntax::re2) && !is(Syntax::python)) {
    ++position_;
    return open_named_group(begin, '>');
  }
  const bool python_names = plain || is(Syntax::python) || is(Syntax::pcre);
  if (python_names && take("P<")) return open_named_group(begin, '>');
  if ((is(Syntax::python) || is(Syntax::pcre)) && take("P=")) return refer_by_name(begin);
  if (is_perl() && take('\'')) return open_named_group(begin, '\'');
  if (!plain && !is(Syntax::javascript) && take('>')) {
    result_.tree.relaxed = true;
    return push_frame(NodeKind::group, begin, false);
  }
  if ((is(Syntax::python) || is_perl()) && take('#')) return skip_comment(begin);
  if (is(Syntax::pcre) && take('|')) return push_frame(NodeKind::group, begin, false);
  if ((is(Syntax::python) || is_perl()) && peek() == '(')
    return give_up(begin, "a conditional group");
  if (is(Syntax::pcre) &&
      (is_ascii_digit(peek()) || peek() == 'R' || peek() == '&' || peek() == '+' ||
       looking_at("P>") || (peek() == '-' && is_ascii_digit(peek(1)))))
    return give_up(begin, "a recursive group");
  if (is(Syntax::pcre) && peek() == 'C') return give_up(begin, "a callout");
  if (is(Syntax::ruby) && peek() == '~') return give_up(begin, "an absence operator");
  if (is(Syntax::javascript)) return reject(begin, "invalid group");
  return read_flags(begin);
}

bool Reader::open_look_behind(std::uint32_t begin) {
  const bool negated = peek(1) == '!';
  position_ += 2;
  if (!push_frame(NodeKind::look, begin, false)) return false;
  frames_.back().direction = Direction::behind;
  frames_.back().negated = negated;
  return true;
}

bool Reader::open_named_group(std::uint32_t begin, char closing) {
  const std::size_t end = pattern_.find(closing, position_);
  if (end == std::string_view::npos) return reject(begin, "missing end of the group's name");
  std::string name{pattern_.substr(position_, end - position_)};
  const bool digits_first = is_re2() && !name.empty() && is_ascii_digit(name.front());
  if (!is_name(digits_first ? "_" + name : name)) return reject(position_, "invalid group name");
  if (is(Syntax::java) && name.find('_') != std::string::npos)
    return reject(position_, "invalid group name");
  if (std::find(names_.begin(), names_.end(), name) != names_.end() && !is(Syntax::ruby) &&
      !is(Syntax::re2))
    return reject(position_, "the group's name stands twice");
  position_ = end + 1;
  if (!push_frame(NodeKind::group, begin, true)) return false;
  names_.push_back(std::move(name));
  name_groups_.push_back(captures_);
  return true;
}

bool Reader::refer_by_name(std::uint32_t begin) {
  const std::size_t end = pattern_.find(')', position_);
  if (end == std::string_view::npos) return reject(begin, "missing )");
  const std::string_view name = pattern_.substr(position_, end - position_);
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return reject(begin, "unknown group name");
  position_ = end + 1;
  result_.tree.referring = true;
  const std::uint32_t group = name_groups_[static_cast<std::size_t>(found - names_.begin())];
  items_.push_back(add({.kind = NodeKind::reference,
                        .begin = begin,
                        .end = here(),
                        .first_child = group_nodes_[group]}));
  return true;
}

bool Reader::skip_comment(std::uint32_t begin) {
  const std::size_t end = pattern_.find(')', position_);
  if (end == std::string_view::npos) return reject(begin, "missing ), unterminated comment");
  position_ = end + 1;
  // A quantifier behind the comment stands behind what is before it.
  if (after_quantifier_ == begin) after_quantifier_ = position_;
  return true;
}

// False where the engine has no such flag.
bool Reader::apply_flag(char flag, bool on, Flags& flags) const {
  const std::string_view known = is_re2()             ? "imsU"
                                 : is(Syntax::python) ? (on ? "aiLmsux" : "imsx")
                                 : is(Syntax::pcre)   ? "imsxnJU"
                                 : is(Syntax::ruby)   ? (on ? "imxadu" : "imx")
                                                      : "idmsuxU";
  if (known.find(flag) == std::string_view::npos) return false;
  if (flag == 'i') flags.ignore_case = on;
  if (flag == (is(Syntax::ruby) ? 'm' : 's')) flags.dot_all = on;
  if (flag == 'x') flags.extended = on;
  if (flag == 'a' && is(Syntax::python)) flags.ascii_only = on;
  return flag != 'L';
}

bool Reader::read_flags(std::uint32_t begin) {
  Flags flags = flags_;
  if (is(Syntax::pcre) && take('^')) flags = {};
  bool on = true;
  bool seen = false;
  while (!at_end() && peek() != ')' && peek() != ':') {
    if (peek() == '-' && on) {
      on = false;
      seen = false;
    } else if (!apply_flag(peek(), on, flags)) {
      return reject(begin, "unknown flag or group: (?" + std::string{peek()});
    } else {
      seen = true;
    }
    ++position_;
  }
  if (at_end()) return reject(begin, "missing )");
  const bool needs_flag = is_re2() || is(Syntax::python);
  if (needs_flag && !on && !seen) return reject(begin, "missing flag behind -");
  if (is(Syntax::python) && on && !seen) return reject(begin, "unknown group");
  if (is(Syntax::ruby) && on && !seen && peek() == ')')
    return reject(begin, "undefined group option");
  if (take(')')) {
    const bool first = frames_.size() == 1 && alternatives_.empty() && items_.empty();
    if (is(Syntax::python) && (!first || !on))
      return reject(begin, "global flags not at the start of the expression");
    flags_ = flags;
    return true;
  }
  ++position_;
  if (!push_frame(NodeKind::group, begin, false)) return false;
  flags_ = flags;
  return true;
}

NodeIndex Reader::close_alternatives(const Frame& frame) {
  const NodeIndex last =
      chain(NodeKind::sequence, frame.first_item, items_, frame.alternative_begin);
  if (alternatives_.size() == frame.first_alternative) return last;
  alternatives_.push_back(last);
  const std::uint32_t begin = result_.tree.at(alternatives_[frame.first_alternative]).begin;
  return chain(NodeKind::alternatives, frame.first_alternative, alternatives_, begin);
}

bool Reader::close_group() {
  if (frames_.size() == 1) return reject(position_, "unmatched )");
  const Frame frame = frames_.back();
  const NodeIndex body = close_alternatives(frame);
  ++position_;
  frames_.pop_back();
  flags_ = frame.flags_outside;
  const NodeIndex node = add({.kind = frame.kind,
                              .direction = frame.direction,
                              .negated = frame.negated,
                              .begin = frame.begin,
                              .end = here(),
                              .first_child = body});
  if (frame.kind == NodeKind::look) {
    result_.tree.looking = true;
    if (frame.direction == Direction::behind && !check_look_behind(body, frame.begin)) return false;
  }
  if (frame.capture != 0) group_nodes_[frame.capture] = node;
  items_.push_back(node);
  return true;
}

// How many groups of the whole pattern capture; sets and escapes hide parentheses.
std::uint32_t Reader::count_captures() const {
  std::uint32_t count = 0;
  bool in_set = false;
  for (std::size_t i = 0; i < pattern_.size(); ++i) {
    const char c = pattern_[i];
    if (c == '\\') {
      ++i;
    } else if (in_set) {
      in_set = c != ']';
    } else if (c == '[') {
      in_set = true;
    } else if (c == '(') {
      const std::string_view rest = pattern_.substr(i + 1);
      const bool named =
          rest.starts_with("?<") && !rest.starts_with("?<=") && !rest.starts_with("?<!");
      if (!rest.starts_with("?") || named) ++count;
    }
  }
  return count;
}

}  // namespace corslint::pattern
