#include "rules/pattern/glob.h"

#include <utility>
#include <vector>

#include "rules/pattern/code_points.h"

namespace corslint::pattern {
namespace {

class Grower {
 public:
  explicit Grower(LetterCase letter_case) : letter_case_{letter_case} {}

  NodeIndex characters(CharacterClass characters, Spelling spelling, std::size_t at) {
    const bool folds = letter_case_ == LetterCase::insensitive && spelling == Spelling::literal;
    return add({.kind = NodeKind::characters,
                .spelling = spelling,
                .begin = static_cast<std::uint32_t>(at),
                .end = static_cast<std::uint32_t>(at + 1),
                .characters = folds ? fold_ascii(characters) : characters});
  }

  NodeIndex repeat(NodeIndex body, std::uint32_t minimum, std::size_t at) {
    return add({.kind = NodeKind::repeat,
                .begin = static_cast<std::uint32_t>(at),
                .end = static_cast<std::uint32_t>(at + 1),
                .first_child = body,
                .minimum = minimum,
                .maximum = unbounded});
  }

  NodeIndex chain(NodeKind kind, const std::vector<NodeIndex>& children) {
    for (std::size_t i = 0; i + 1 < children.size(); ++i)
      tree_.nodes[children[i]].next_sibling = children[i + 1];
    return add({.kind = children.empty() ? NodeKind::empty : kind,
                .first_child = children.empty() ? no_node : children.front()});
  }

  NodeIndex text(std::string_view text) {
    std::vector<NodeIndex> items;
    for (std::size_t i = 0; i < text.size(); ++i)
      items.push_back(
          characters(one_of(static_cast<unsigned char>(text[i])), Spelling::literal, i));
    return chain(NodeKind::sequence, items);
  }

  Tree finish(NodeIndex root) {
    tree_.root = root;
    return std::move(tree_);
  }

 private:
  NodeIndex add(Node node) {
    tree_.nodes.push_back(node);
    return static_cast<NodeIndex>(tree_.nodes.size() - 1);
  }

  LetterCase letter_case_;
  Tree tree_;
};

CharacterClass star_class(GlobMeaning meaning) {
  switch (meaning) {
    case GlobMeaning::one_label:
      return letters | digits | one_of('-');
    case GlobMeaning::any_run:
      return every_character;
    case GlobMeaning::any_subdomain:
      break;
  }
  // A host's characters, the label's boundary included.
  return every_character & ~any_of(":/[]");
}

}  // namespace

Tree glob_tree(std::string_view glob, GlobMeaning meaning, LetterCase letter_case) {
  Grower grower{letter_case};
  std::vector<NodeIndex> items;
  for (std::size_t i = 0; i < glob.size(); ++i) {
    if (glob[i] == '*') {
      const NodeIndex body = grower.characters(star_class(meaning), Spelling::set, i);
      items.push_back(grower.repeat(body, meaning == GlobMeaning::any_run ? 0 : 1, i));
    } else {
      items.push_back(
          grower.characters(one_of(static_cast<unsigned char>(glob[i])), Spelling::literal, i));
    }
  }
  const NodeIndex root = grower.chain(NodeKind::sequence, items);
  return grower.finish(root);
}

Tree list_tree(const std::vector<std::string>& texts, LetterCase letter_case) {
  Grower grower{letter_case};
  std::vector<NodeIndex> entries;
  entries.reserve(texts.size());
  for (const std::string& text : texts) entries.push_back(grower.text(text));
  const NodeIndex root = grower.chain(NodeKind::alternatives, entries);
  return grower.finish(root);
}

}  // namespace corslint::pattern
