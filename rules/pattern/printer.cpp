#include "rules/pattern/printer.h"

#include <string_view>

namespace corslint::pattern {
namespace {

void append_hex(std::string& text, unsigned char c) {
  constexpr std::string_view hex_digits = "0123456789ABCDEF";
  text += "\\x";
  text += hex_digits[c >> 4U];
  text += hex_digits[c & 15U];
}

// A class without members is written as one that no text satisfies.
void append_class(std::string& text, CharacterClass characters) {
  if (characters.empty()) {
    text += "[^\\x00-\\x{10FFFF}]";
    return;
  }
  text += '[';
  for_each_character(characters, [&](unsigned char c) { append_hex(text, c); });
  text += ']';
}

class Printer {
 public:
  explicit Printer(const Tree& tree) : tree_{tree} {}

  std::string print() {
    node(tree_.root);
    return text_;
  }

 private:
  void children(const Node& parent, std::string_view between) {
    text_ += "(?:";
    for (NodeIndex i = parent.first_child; i != no_node; i = tree_.at(i).next_sibling) {
      if (i != parent.first_child) text_ += between;
      node(i);
    }
    text_ += ')';
  }

  void repeat(const Node& node) {
    text_ += "(?:";
    this->node(node.first_child);
    text_ += ')';
    if (node.maximum == unbounded && node.minimum <= 1) {
      text_ += node.minimum == 0 ? '*' : '+';
      return;
    }
    text_ += "{" + std::to_string(node.minimum) + ",";
    if (node.maximum != unbounded) text_ += std::to_string(node.maximum);
    text_ += '}';
  }

  void node(NodeIndex index) {
    const Node& node = tree_.at(index);
    switch (node.kind) {
      case NodeKind::empty:
        text_ += "(?:)";
        return;
      case NodeKind::characters:
        append_class(text_, node.characters);
        return;
      case NodeKind::sequence:
        children(node, "");
        return;
      case NodeKind::alternatives:
        children(node, "|");
        return;
      case NodeKind::repeat:
        repeat(node);
        return;
      case NodeKind::group:
        this->node(node.first_child);
        return;
      case NodeKind::assertion:
        break;
      case NodeKind::look:
      case NodeKind::reference:
        return;
    }
    switch (node.assertion) {
      case Assertion::start:
        text_ += "\\A";
        return;
      case Assertion::end:
        text_ += "\\z";
        return;
      case Assertion::word_boundary:
        text_ += "\\b";
        return;
      case Assertion::no_word_boundary:
        text_ += "\\B";
        return;
    }
  }

  const Tree& tree_;
  std::string text_;
};

}  // namespace

std::string print_for_re2(const Tree& tree) {
  if (tree.looking || tree.referring) return {};
  return Printer{tree}.print();
}

}  // namespace corslint::pattern
