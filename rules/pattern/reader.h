#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern/code_points.h"
#include "rules/pattern/parser.h"
#include "rules/pattern/syntax.h"
#include "rules/pattern/tree.h"

namespace corslint::pattern {

/// The inline flags that change what a pattern matches or how it is read.
struct Flags {
  bool ignore_case = false;
  bool dot_all = false;
  bool extended = false;
  bool ascii_only = false;  // Python's (?a): no folding beyond ASCII
};

/// What a backslash and the characters behind it stand for.
struct Escape {
  enum class Kind : std::uint8_t { code_point, set, assertion, reference, nothing, failed };
  Kind kind = Kind::failed;
  std::uint32_t code_point = 0;
  CharacterClass characters = {};  // of a set, already folded where case does not count
  Assertion assertion = Assertion::start;
  std::uint32_t group = 0;
};

/// The reader of one pattern: a cursor, the stack of open groups and the nodes read so far. Its
/// members are defined by what they read: groups, quantifiers, escapes, sets.
class Reader {
 public:
  Reader(std::string_view pattern, Syntax syntax, LetterCase letter_case);
  ParseResult read();

 private:
  enum class Place : std::uint8_t { outside, in_set };

  struct Frame {
    NodeKind kind = NodeKind::group;
    Direction direction = Direction::ahead;
    bool negated = false;
    std::uint32_t begin = 0;
    std::uint32_t capture = 0;
    std::size_t first_item = 0;
    std::size_t first_alternative = 0;
    std::uint32_t alternative_begin = 0;
    Flags flags_outside;
  };

  bool is(Syntax syntax) const { return syntax_ == syntax; }
  bool is_re2() const { return is(Syntax::re2) || is(Syntax::go); }
  bool is_perl() const { return is(Syntax::pcre) || is(Syntax::ruby); }

  // Cursor.
  bool at_end() const { return position_ >= pattern_.size(); }
  char peek(std::size_t ahead = 0) const {
    return position_ + ahead < pattern_.size() ? pattern_[position_ + ahead] : '\0';
  }
  bool looking_at(std::string_view text) const {
    return pattern_.substr(position_).starts_with(text);
  }
  bool take(char c);
  bool take(std::string_view text);
  std::uint32_t take_code_point();
  std::uint32_t here() const { return static_cast<std::uint32_t>(position_); }
  bool reject(std::size_t offset, std::string message);
  bool give_up(std::size_t offset, std::string construct);
  bool failed() const { return result_.status != ParseStatus::parsed; }

  // Nodes.
  NodeIndex add(Node node);
  NodeIndex chain(NodeKind kind, std::size_t first, std::vector<NodeIndex>& stack,
                  std::uint32_t begin);
  void add_characters(CharacterClass characters, Spelling spelling, std::uint32_t begin);
  void add_code_point(std::uint32_t code_point, std::uint32_t begin);
  void add_assertion(Assertion assertion, std::uint32_t begin);
  CharacterClass fold(const CodePoints& points) const;
  CharacterClass dot() const;

  // Groups (reader_group.cpp).
  bool open_group();
  bool open_special_group(std::uint32_t begin);
  bool open_look_behind(std::uint32_t begin);
  bool open_named_group(std::uint32_t begin, char closing);
  bool refer_by_name(std::uint32_t begin);
  bool read_flags(std::uint32_t begin);
  bool apply_flag(char flag, bool on, Flags& flags) const;
  bool push_frame(NodeKind kind, std::uint32_t begin, bool captures);
  bool close_group();
  NodeIndex close_alternatives(const Frame& frame);
  bool skip_comment(std::uint32_t begin);

  // What may stand in a look-behind (reader_look_behind.cpp).
  bool check_look_behind(NodeIndex body, std::uint32_t begin);
  bool can_look_behind(NodeIndex body) const;
  bool is_bounded(NodeIndex index) const;
  bool is_plain(NodeIndex index) const;
  bool looks_fixed_width(NodeIndex index, std::uint64_t& width) const;

  // Quantifiers (reader_quantifier.cpp).
  bool quantify();
  enum class Braces : std::uint8_t { literal, counted, failed };
  Braces read_braces(std::uint32_t& minimum, std::uint32_t& maximum);
  bool braces_are_valid(std::uint32_t begin, std::uint32_t minimum, std::uint32_t maximum);
  bool can_repeat(std::uint32_t begin);

  // Escapes (reader_escape.cpp).
  bool read_escape();
  Escape escape(Place place);
  bool shared_class_escape(char letter, Escape& result);
  bool shared_control_escape(char letter, Escape& result);
  Escape re2_escape(char letter, Place place, std::uint32_t begin);
  Escape python_escape(char letter, Place place, std::uint32_t begin);
  Escape javascript_escape(char letter, Place place, std::uint32_t begin);
  // Those that stand for themselves, or for an error, in a class.
  std::optional<Escape> perl_escape_outside(char letter, std::uint32_t begin);
  Escape perl_escape(char letter, Place place, std::uint32_t begin);
  Escape java_escape(char letter, Place place, std::uint32_t begin);
  Escape perl_control(std::uint32_t begin);
  Escape perl_digits(char first, Place place, std::uint32_t begin);
  Escape python_digits(char first, Place place, std::uint32_t begin);
  Escape property(bool negated, std::uint32_t begin);
  Escape named_reference(std::uint32_t begin);
  Escape braced_or_two_digits(std::uint32_t begin, bool exactly_two);
  Escape exact_digits(std::size_t count, std::uint32_t begin);
  Escape octal(char first, std::size_t more);
  Escape no_escape(std::uint32_t begin, std::string message);
  Escape unsupported(std::uint32_t begin, std::string construct);
  static Escape of(std::uint32_t code_point);
  static Escape of(Assertion assertion);
  static Escape of_set(CharacterClass characters);
  static Escape of_group(std::uint32_t group);
  bool read_quoted();

  // Sets (reader_set.cpp).
  bool read_set();
  bool read_set_members(CharacterClass& members);
  enum class Item : std::uint8_t { code_point, set, nothing, failed };
  Item set_item(std::uint32_t& code_point, CharacterClass& set);
  bool read_posix(CharacterClass& set, bool& found);
  bool read_range_end(std::uint32_t begin, std::uint32_t low, CharacterClass& members);

  bool read_atom();
  bool check_references();
  std::uint32_t count_captures() const;

  std::string_view pattern_;
  Syntax syntax_;
  std::size_t position_ = 0;
  Flags flags_;
  std::vector<Frame> frames_;
  std::vector<NodeIndex> items_;
  std::vector<NodeIndex> alternatives_;
  std::uint32_t captures_ = 0;
  std::uint32_t all_captures_ = 0;  // JavaScript reads \1 by how many groups the pattern has
  std::vector<NodeIndex> group_nodes_;
  std::vector<std::string> names_;
  std::vector<std::uint32_t> name_groups_;
  std::uint32_t highest_reference_ = 0;
  std::uint32_t reference_offset_ = 0;
  std::size_t after_quantifier_ = std::string_view::npos;
  ParseResult result_;
};

}  // namespace corslint::pattern
