// One pass over the pattern with a stack of open groups instead of recursion. Items of the open
// sequence and finished alternatives lie on two stacks; closing a group links what lies above its
// marks into one node. Quantifiers wrap the item on top.

#include "rules/pattern/reader.h"

#include <algorithm>
#include <utility>

namespace corslint::pattern {

Reader::Reader(std::string_view pattern, Syntax syntax, LetterCase letter_case)
    : pattern_{pattern}, syntax_{syntax} {
  flags_.ignore_case = letter_case == LetterCase::insensitive;
  result_.tree.nodes.reserve(pattern.size() + 4);
  result_.tree.empty_is_no_gap = syntax == Syntax::python;
  group_nodes_.push_back(no_node);
  if (is(Syntax::javascript)) all_captures_ = count_captures();
}

bool Reader::take(char c) {
  if (at_end() || peek() != c) return false;
  ++position_;
  return true;
}

bool Reader::take(std::string_view text) {
  if (!looking_at(text)) return false;
  position_ += text.size();
  return true;
}

bool Reader::reject(std::size_t offset, std::string message) {
  if (!failed()) {
    result_.status = ParseStatus::rejected;
    result_.offset = static_cast<std::uint32_t>(offset);
    result_.message = std::move(message);
  }
  return false;
}

bool Reader::give_up(std::size_t offset, std::string construct) {
  if (!failed()) {
    result_.status = ParseStatus::unverifiable;
    result_.offset = static_cast<std::uint32_t>(offset);
    result_.message = std::move(construct);
  }
  return false;
}

// A malformed sequence is refused where the engine takes UTF-8 only; elsewhere a byte is a
// character.
std::uint32_t Reader::take_code_point() {
  const auto first = static_cast<unsigned char>(peek());
  ++position_;
  if (first < 0x80) return first;
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
  std::uint32_t value = more == 3 ? first & 0x07U : more == 2 ? first & 0x0FU : first & 0x1FU;
  for (std::size_t i = 0; i < more; ++i) {
    const auto next = static_cast<unsigned char>(peek(i));
    if ((next & 0xC0U) != 0x80U) {
      if (is_re2()) reject(position_ - 1, "invalid UTF-8");
      return 0x10FFFF;
    }
    value = (value << 6U) | (next & 0x3FU);
  }
  if (more == 0 && is_re2()) reject(position_ - 1, "invalid UTF-8");
  position_ += more;
  return value;
}

NodeIndex Reader::add(Node node) {
  result_.tree.nodes.push_back(node);
  return static_cast<NodeIndex>(result_.tree.nodes.size() - 1);
}

// One child stands for itself; none is the empty node.
NodeIndex Reader::chain(NodeKind kind, std::size_t first, std::vector<NodeIndex>& stack,
                        std::uint32_t begin) {
  const std::size_t count = stack.size() - first;
  if (count == 0) return add({.kind = NodeKind::empty, .begin = begin, .end = here()});
  if (count == 1) {
    const NodeIndex only = stack.back();
    stack.pop_back();
    return only;
  }
  std::vector<Node>& nodes = result_.tree.nodes;
  for (std::size_t i = first; i + 1 < stack.size(); ++i)
    nodes[stack[i]].next_sibling = stack[i + 1];
  const NodeIndex head = stack[first];
  stack.resize(first);
  return add({.kind = kind, .begin = begin, .end = here(), .first_child = head});
}

CharacterClass Reader::fold(const CodePoints& points) const {
  if (!flags_.ignore_case) return points.ascii;
  return flags_.ascii_only ? fold_ascii(points.ascii) : fold_case(points, syntax_);
}

CharacterClass Reader::dot() const {
  if (flags_.dot_all) return every_character;
  const bool carriage_return_too = is(Syntax::javascript) || is(Syntax::java);
  return every_character & ~(carriage_return_too ? any_of("\n\r") : one_of('\n'));
}

void Reader::add_characters(CharacterClass characters, Spelling spelling, std::uint32_t begin) {
  items_.push_back(add({.kind = NodeKind::characters,
                        .spelling = spelling,
                        .begin = begin,
                        .end = here(),
                        .characters = characters}));
}

void Reader::add_code_point(std::uint32_t code_point, std::uint32_t begin) {
  CodePoints points;
  points.add(code_point, code_point);
  add_characters(fold(points), Spelling::literal, begin);
}

void Reader::add_assertion(Assertion assertion, std::uint32_t begin) {
  if (assertion == Assertion::word_boundary || assertion == Assertion::no_word_boundary)
    result_.tree.bounding = true;
  items_.push_back(
      add({.kind = NodeKind::assertion, .assertion = assertion, .begin = begin, .end = here()}));
}

bool Reader::read_atom() {
  const std::uint32_t begin = here();
  const char c = peek();
  if (flags_.extended) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) return ++position_, true;
    if (c == '#') {
      position_ = std::min(pattern_.find('\n', position_), pattern_.size());
      return true;
    }
  }
  switch (c) {
    case '(':
      return open_group();
    case ')':
      return close_group();
    case '[':
      return read_set();
    case '\\':
      return read_escape();
    case '*':
    case '+':
    case '?':
    case '{':
      return quantify();
    case '|':
      alternatives_.push_back(chain(NodeKind::sequence, frames_.back().first_item, items_,
                                    frames_.back().alternative_begin));
      ++position_;
      frames_.back().alternative_begin = here();
      return true;
    case '.':
      ++position_;
      add_characters(dot(), Spelling::dot, begin);
      return true;
    case '^':
      ++position_;
      add_assertion(Assertion::start, begin);
      return true;
    case '$':
      ++position_;
      add_assertion(Assertion::end, begin);
      return true;
    default:
      break;
  }
  const std::uint32_t code_point = take_code_point();
  if (failed()) return false;
  add_code_point(code_point, begin);
  return true;
}

bool Reader::check_references() {
  if (highest_reference_ <= captures_ || is(Syntax::java)) return true;
  return reject(reference_offset_, "reference to a group that does not exist");
}

ParseResult Reader::read() {
  frames_.push_back({});
  while (!at_end() && !failed()) read_atom();
  if (!failed() && frames_.size() > 1) reject(frames_.back().begin, "missing )");
  if (!failed()) check_references();
  if (!failed()) result_.tree.root = close_alternatives(frames_.back());
  if (!failed() && is_re2() && repeats_too_often(result_.tree))
    reject(0, "bad repetition operator: more than 1000 repetitions");
  return std::move(result_);
}

ParseResult parse(std::string_view pattern, Syntax syntax, LetterCase letter_case) {
  return Reader{pattern, syntax, letter_case}.read();
}

namespace {

// The counts of nested repetitions divide 1,000 on the way down; nothing may be left of it.
bool exhausts(const Tree& tree, NodeIndex index, std::uint32_t budget) {
  for (NodeIndex i = index; i != no_node; i = tree.at(i).next_sibling) {
    const Node& node = tree.at(i);
    std::uint32_t rest = budget;
    if (node.kind == NodeKind::repeat && node.counted) {
      const std::uint32_t most = node.maximum == unbounded ? node.minimum : node.maximum;
      if (most > 0) rest /= most;
      if (rest == 0) return true;
    }
    if (node.first_child != no_node && exhausts(tree, node.first_child, rest)) return true;
  }
  return false;
}

}  // namespace

bool repeats_too_often(const Tree& tree) {
  const bool counts = std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const Node& node) {
    return node.counted && (node.minimum >= 2 || (node.maximum >= 2 && node.maximum != unbounded));
  });
  return counts && tree.root != no_node && exhausts(tree, tree.root, 1000);
}

}  // namespace corslint::pattern
