#include "rules/pattern/reader.h"

namespace corslint::pattern {

bool Reader::check_look_behind(NodeIndex body, std::uint32_t begin) {
  // Java takes some bodies without a bound, and refuses some repeated groups that have one.
  if (is(Syntax::java) && !is_bounded(body))
    return give_up(begin, "a look-behind without a bound or with a repeated group");
  // What Ruby takes in a look-behind depends on captures and on how an assertion is repeated.
  if (is(Syntax::ruby) && !is_plain(body))
    return give_up(begin, "a look-behind with groups or assertions");
  return can_look_behind(body) || reject(begin, "the look-behind's length is not fixed");
}

// How far the engines look back: JavaScript any length, Java any bounded one, PCRE and Ruby a fixed
// length of each alternative, Python one fixed length.
bool Reader::can_look_behind(NodeIndex body) const {
  std::uint64_t width = 0;
  if (is(Syntax::javascript) || is(Syntax::java)) return true;
  if (is(Syntax::python) || result_.tree.at(body).kind != NodeKind::alternatives)
    return looks_fixed_width(body, width);
  for (NodeIndex i = result_.tree.at(body).first_child; i != no_node;
       i = result_.tree.at(i).next_sibling)
    if (!looks_fixed_width(i, width)) return false;
  return true;
}

bool Reader::is_bounded(NodeIndex index) const {
  const Node& node = result_.tree.at(index);
  const bool of_group = node.kind == NodeKind::repeat &&
                        result_.tree.at(node.first_child).kind != NodeKind::characters;
  if (node.kind == NodeKind::repeat && (node.maximum == unbounded || of_group)) return false;
  for (NodeIndex i = node.first_child; i != no_node; i = result_.tree.at(i).next_sibling)
    if (!is_bounded(i)) return false;
  return true;
}

bool Reader::is_plain(NodeIndex index) const {
  const Node& node = result_.tree.at(index);
  if (node.kind == NodeKind::group || node.kind == NodeKind::assertion ||
      node.kind == NodeKind::look || node.kind == NodeKind::reference)
    return false;
  for (NodeIndex i = node.first_child; i != no_node; i = result_.tree.at(i).next_sibling)
    if (!is_plain(i)) return false;
  return true;
}

// The width of a look-behind's body, where every path through it has the same (Python).
bool Reader::looks_fixed_width(NodeIndex index, std::uint64_t& width) const {
  const Node& node = result_.tree.at(index);
  width = 0;
  switch (node.kind) {
    case NodeKind::characters:
      width = 1;
      return true;
    case NodeKind::empty:
    case NodeKind::assertion:
    case NodeKind::look:
      return true;
    case NodeKind::group:
    case NodeKind::reference:
      return node.first_child != no_node && looks_fixed_width(node.first_child, width);
    case NodeKind::repeat: {
      std::uint64_t body = 0;
      if (node.maximum == 0 && is(Syntax::python)) return true;
      if (!looks_fixed_width(node.first_child, body)) return false;
      width = body * node.minimum;
      return node.minimum == node.maximum || (body == 0 && is(Syntax::python));
    }
    case NodeKind::sequence:
    case NodeKind::alternatives:
      break;
  }
  bool first = true;
  for (NodeIndex i = node.first_child; i != no_node; i = result_.tree.at(i).next_sibling) {
    std::uint64_t part = 0;
    if (!looks_fixed_width(i, part)) return false;
    if (node.kind == NodeKind::alternatives && !first && part != width) return false;
    width = node.kind == NodeKind::sequence ? width + part : part;
    first = false;
  }
  return true;
}

}  // namespace corslint::pattern
