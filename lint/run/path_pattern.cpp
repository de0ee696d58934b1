// A pattern becomes a list of steps, and a path is matched by keeping the set of steps that it may
// have come to: one pass over the path, whatever stars there are.
#include "lint/run/path_pattern.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

std::size_t index_of(char c) {
  return static_cast<unsigned char>(c);
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return is_lower(c) || is_upper(c);
}
bool is_alnum(char c) {
  return is_alpha(c) || is_digit(c);
}
bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool is_space(char c) {
  return is_blank(c) || c == '\n' || c == '\r';
}
bool is_print(char c) {
  return c >= ' ' && c <= '~';
}
bool is_graph(char c) {
  return is_print(c) && c != ' ';
}
bool is_punct(char c) {
  return is_graph(c) && !is_alnum(c);
}
bool is_cntrl(char c) {
  return (c >= '\0' && c < ' ') || c == '\x7F';
}
bool is_xdigit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

struct NamedClass {
  std::string_view name;
  bool (*holds)(char);
};

// The classes as git has them, which are those of ASCII whatever the locale.
constexpr std::array<NamedClass, 12> named_classes{{
    {"alnum", is_alnum},
    {"alpha", is_alpha},
    {"blank", is_blank},
    {"cntrl", is_cntrl},
    {"digit", is_digit},
    {"graph", is_graph},
    {"lower", is_lower},
    {"print", is_print},
    {"punct", is_punct},
    {"space", is_space},
    {"upper", is_upper},
    {"xdigit", is_xdigit},
}};

/// Reads a bracket expression in the order in which git's wildmatch does, which decides what `-`,
/// `]` and `[:` mean at odd places.
class SetReader {
 public:
  SetReader(std::string_view pattern, std::size_t at) : pattern_(pattern), at_(at) {}

  /// The bytes that it stands for, the slash never among them; no value where it does not end or
  /// names an unknown class.
  std::optional<std::bitset<256>> read() {
    const bool is_negated = peek() == '!' || peek() == '^';
    if (is_negated) ++at_;
    do {
      if (at_ >= pattern_.size() || !read_item()) return std::nullopt;
    } while (at_ < pattern_.size() && pattern_[at_] != ']');
    if (at_ >= pattern_.size()) return std::nullopt;
    ++at_;
    if (is_negated) set_.flip();
    set_.reset(index_of('/'));
    return set_;
  }

  /// Behind the closing bracket.
  std::size_t end() const { return at_; }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : '\0';
  }

  /// The byte here, without its backslash; no value at the end.
  std::optional<char> plain_byte() {
    if (peek() == '\\') ++at_;
    if (at_ >= pattern_.size()) return std::nullopt;
    return pattern_[at_++];
  }

  bool read_item() {
    if (peek() == '-' && previous_ && peek(1) != '\0' && peek(1) != ']') return read_range();
    if (peek() == '[' && peek(1) == ':') return read_class();
    const auto byte = plain_byte();
    if (byte) set_.set(index_of(*byte));
    previous_ = byte;
    return byte.has_value();
  }

  bool read_range() {
    ++at_;
    const auto last = plain_byte();
    if (!last) return false;
    for (auto i = index_of(*previous_); i <= index_of(*last); ++i) set_.set(i);
    previous_.reset();
    return true;
  }

  bool read_class() {
    const auto begin = at_ + 2;
    const auto close = pattern_.find(']', begin);
    if (close == std::string_view::npos) return false;
    if (close == begin || pattern_[close - 1] != ':') {
      set_.set(index_of('['));
      previous_ = '[';
      ++at_;
      return true;
    }
    const auto name = pattern_.substr(begin, close - 1 - begin);
    const auto* const known = std::ranges::find(named_classes, name, &NamedClass::name);
    if (known == named_classes.end()) return false;
    for (std::size_t i = 0; i < set_.size(); ++i)
      if (known->holds(static_cast<char>(i))) set_.set(i);
    previous_.reset();
    at_ = close + 1;
    return true;
  }

  std::string_view pattern_;
  std::size_t at_;
  std::bitset<256> set_;
  std::optional<char> previous_;
};

}  // namespace

PathPattern::PathPattern(std::string_view text) : text_(text) {
  if (text.starts_with('!')) {
    is_negated_ = true;
    text.remove_prefix(1);
  }
  if (text.ends_with('/')) {
    is_for_folders_ = true;
    text.remove_suffix(1);
  }
  is_for_names_ = text.find('/') == std::string_view::npos;
  if (text.starts_with('/')) text.remove_prefix(1);
  for (std::size_t at = 0; at < text.size();) {
    switch (text[at]) {
      case '*':
        add_stars(text, at);
        break;
      case '?':
        add(Step::one);
        ++at;
        break;
      case '[':
        add_set(text, at);
        break;
      case '\\':
        // A backslash at the end makes the pattern invalid.
        if (at + 1 == text.size())
          add(Step::nothing);
        else
          add(Step::byte, text[at + 1]);
        at += 2;
        break;
      default:
        add(Step::byte, text[at++]);
    }
  }
}

bool PathPattern::is_malformed() const {
  return std::ranges::any_of(tokens_,
                             [](const Token& token) { return token.step == Step::nothing; });
}

void PathPattern::add_stars(std::string_view pattern, std::size_t& at) {
  const auto begin = at;
  at = std::min(pattern.find_first_not_of('*', at), pattern.size());
  const bool is_whole_name =
      (begin == 0 || pattern[begin - 1] == '/') &&
      (at == pattern.size() || pattern[at] == '/' || pattern.substr(at).starts_with("\\/"));
  if (at - begin == 1 || !is_whole_name) {
    add(Step::name_part);
  } else if (at < pattern.size() && pattern[at] == '/') {
    add(Step::folders);
    ++at;
  } else {
    add(Step::rest);
  }
}

void PathPattern::add_set(std::string_view pattern, std::size_t& at) {
  SetReader reader(pattern, at + 1);
  if (const auto set = reader.read()) {
    tokens_.push_back({.step = Step::set, .set = *set});
    at = reader.end();
  } else {
    add(Step::nothing);
    at = pattern.size();
  }
}

/// Comes to a step, and to those behind it that need nothing.
void PathPattern::enter(std::vector<bool>& states, std::size_t state) const {
  while (!states[state]) {
    states[state] = true;
    if (state == tokens_.size()) return;
    const auto step = tokens_[state].step;
    if (step != Step::name_part && step != Step::rest && step != Step::folders) return;
    ++state;
  }
}

void PathPattern::advance(std::vector<bool>& next, std::size_t state, char c) const {
  const auto& token = tokens_[state];
  switch (token.step) {
    case Step::byte:
      if (c == token.byte) enter(next, state + 1);
      break;
    case Step::one:
      if (c != '/') enter(next, state + 1);
      break;
    case Step::set:
      if (token.set.test(index_of(c))) enter(next, state + 1);
      break;
    case Step::name_part:
      if (c != '/') enter(next, state);
      break;
    case Step::rest:
      enter(next, state);
      break;
    case Step::folders:
      // Within a folder's name the step behind is out of reach until the slash.
      next[state] = true;
      if (c == '/') enter(next, state + 1);
      break;
    case Step::nothing:
      break;
  }
}

bool PathPattern::matches(std::string_view path, PathKind kind) const {
  if (is_for_folders_ && kind != PathKind::folder) return false;
  // Without a slash, the pattern is about the last name alone.
  if (is_for_names_) path.remove_prefix(path.rfind('/') + 1);
  std::vector<bool> states(tokens_.size() + 1);
  enter(states, 0);
  for (const char c : path) {
    std::vector<bool> next(states.size());
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (states[i]) advance(next, i, c);
    states.swap(next);
  }
  return states.back();
}

const PathPattern* deciding_pattern(const std::vector<PathPattern>& patterns, std::string_view path,
                                    PathKind kind) {
  const auto found =
      std::find_if(patterns.rbegin(), patterns.rend(),
                   [&](const PathPattern& pattern) { return pattern.matches(path, kind); });
  return found == patterns.rend() ? nullptr : &*found;
}

}  // namespace corslint
