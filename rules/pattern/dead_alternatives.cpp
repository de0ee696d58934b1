// The places of the tree that lie on a path to some origin are gathered from the products with all
// parts of the origin language. An alternative with places none of which is among them is dead. One
// that lives is redundant if the pattern without it still includes the pattern with it. That is
// asked only about those of which no origin shows at once that they are needed; what is redundant
// is taken out before the next one is asked about, so that of two that match the same one stays.

#include "rules/pattern/dead_alternatives.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "rules/pattern/inclusion.h"
#include "rules/pattern/needed_alternatives.h"
#include "rules/pattern/origin_language.h"
#include "rules/pattern/product.h"

namespace corslint::pattern {
namespace {

void add_live_places(const Automaton& automaton, const Product& product,
                     std::vector<std::uint8_t>& live) {
  for (State state = 0; state < product.size(); ++state) {
    for (const Product::Step& step : product.steps_of(state)) {
      const NodeIndex node = automaton.edges[step.edge].node;
      if (node != no_node) live[node] = 1;
    }
  }
}

// Whether the subtree reads characters, and whether one of the places where it does is live.
void look_for_life(const Tree& tree, NodeIndex index, const std::vector<std::uint8_t>& live,
                   bool& reads, bool& lives) {
  const Node& node = tree.at(index);
  // What a look-around or a reference reads lies on no edge of its own.
  if (node.kind == NodeKind::look || node.kind == NodeKind::reference) lives = true;
  if (node.kind == NodeKind::characters) {
    reads = true;
    lives = lives || live[index] != 0;
    return;
  }
  for (NodeIndex i = node.first_child; i != no_node; i = tree.at(i).next_sibling)
    look_for_life(tree, i, live, reads, lives);
}

// What the subtree says, the same for subtrees that match the same way.
std::string spelled(const Tree& tree, NodeIndex index) {
  std::string text;
  std::vector<NodeIndex> open = {index};
  const auto add = [&](std::uint64_t number) { text += std::to_string(number) + ' '; };
  while (!open.empty()) {
    const Node& node = tree.at(open.back());
    open.pop_back();
    add(static_cast<std::uint64_t>(node.kind));
    add(static_cast<std::uint64_t>(node.assertion));
    add(static_cast<std::uint64_t>(node.direction) * 2 + (node.negated ? 1 : 0));
    add(node.minimum);
    add(node.maximum);
    add(node.characters.low);
    add(node.characters.high);
    // A reference repeats a group elsewhere.
    if (node.kind == NodeKind::reference) {
      add(node.first_child);
      continue;
    }
    std::size_t children = 0;
    for (NodeIndex i = node.first_child; i != no_node; i = tree.at(i).next_sibling) {
      open.push_back(i);
      ++children;
    }
    add(children);
  }
  return text;
}

// Takes `dropped`, children of `parent` in their order, out of the tree.
void unlink(Tree& tree, NodeIndex parent, std::span<const NodeIndex> dropped) {
  NodeIndex* link = &tree.nodes[parent].first_child;
  for (const NodeIndex child : dropped) {
    while (*link != child) link = &tree.nodes[*link].next_sibling;
    *link = tree.nodes[child].next_sibling;
  }
}

Tree without(Tree tree, NodeIndex parent, NodeIndex dropped) {
  unlink(tree, parent, {&dropped, 1});
  return tree;
}

// The tree with `kept` as the only child of `parent`.
Tree with_only(const Tree& tree, NodeIndex parent, NodeIndex kept) {
  Tree result = tree;
  result.nodes[parent].first_child = kept;
  result.nodes[kept].next_sibling = no_node;
  return result;
}

// Whether `rest` matches every origin that `part_of_it` accepts.
bool adds_nothing(const Automaton& part_of_it, const Tree& rest, MatchMode mode) {
  constexpr std::size_t set_limit = 3'000;
  const std::optional<Automaton> without = build_automaton(rest, mode);
  if (!without) return false;
  // The smallest part first: most answers are no.
  constexpr std::array parts = {OriginPart::domains, OriginPart::widely_named,
                                OriginPart::bracketed, OriginPart::other};
  return std::all_of(parts.begin(), parts.end(), [&](OriginPart part) {
    return includes(*without, part_of_it, part, mark::origin, set_limit).holds();
  });
}

class Finder {
 public:
  Finder(const PatternQuery& query, const PatternReading& reading)
      : query_{query},
        reading_{reading},
        tree_{reading.parsed.tree},
        rest_{reading.parsed.tree},
        needed_{tree_, *reading.automaton} {}

  // Most patterns live on named hosts alone; the other parts are asked only about the rest.
  std::vector<IdleAlternative> find(const Product* named) {
    live_.assign(tree_.nodes.size(), 0);
    if (named != nullptr) add(*named);
    std::array<std::optional<Product>, every_origin_part.size()> products;
    if (named == nullptr || has_dead_alternative()) {
      for (std::size_t i = 0; i < products.size(); ++i) {
        products[i] = explore(*reading_.automaton, every_origin_part[i]);
        if (!products[i]) return {};
        add(*products[i]);
      }
    }
    visit(tree_.root, Around::nothing);
    return std::move(found_);
  }

 private:
  void add(const Product& product) {
    add_live_places(*reading_.automaton, product, live_);
    needed_.add(product);
  }

  bool has_dead_alternative() const {
    for (const Node& node : tree_.nodes) {
      if (node.kind != NodeKind::alternatives) continue;
      for (NodeIndex i = node.first_child; i != no_node; i = tree_.at(i).next_sibling)
        if (is_dead(i)) return true;
    }
    return false;
  }

  // Whether a repetition stands around a node.
  enum class Around : std::uint8_t { nothing, repetition };

  void visit(NodeIndex index, Around around) {
    const Node& node = tree_.at(index);
    if (node.kind == NodeKind::look) return;
    std::vector<NodeIndex> children;
    for (NodeIndex i = node.first_child; i != no_node; i = tree_.at(i).next_sibling)
      children.push_back(i);
    if (node.kind == NodeKind::alternatives) judge(index, children, around);
    const bool repeats = node.kind == NodeKind::repeat;
    for (const NodeIndex child : children) visit(child, repeats ? Around::repetition : around);
  }

  // Takes the idle ones out of `children`.
  void judge(NodeIndex parent, std::vector<NodeIndex>& children, Around around) {
    std::vector<NodeIndex> living;
    std::vector<NodeIndex> dead;
    for (const NodeIndex child : children) (is_dead(child) ? dead : living).push_back(child);
    // Alternatives that are all dead die of something around them.
    if (living.empty()) return;
    for (const NodeIndex child : dead) report(child, false);
    drop_repeated(parent, living);
    drop_redundant(parent, living, around);
    children = std::move(living);
  }

  // Those that are written like another one before.
  void drop_repeated(NodeIndex parent, std::vector<NodeIndex>& living) {
    // Without one of two groups a reference would mean another group.
    if (tree_.referring) return;
    std::unordered_map<std::string_view, NodeIndex> known;
    std::vector<NodeIndex> dropped;
    const auto repeated = [&](NodeIndex index) {
      const Node& node = tree_.at(index);
      if (node.kind == NodeKind::empty) return false;
      const auto text = std::string_view{reading_.text}.substr(node.begin, node.end - node.begin);
      const auto [first, added] = known.try_emplace(text, index);
      // Flags may have changed between two that look alike.
      if (added || spelled(tree_, first->second) != spelled(tree_, index)) return false;
      dropped.push_back(index);
      return true;
    };
    living.erase(std::remove_if(living.begin(), living.end(), repeated), living.end());
    drop(parent, dropped);
  }

  // Of two that match the same the later one is too much.
  void drop_redundant(NodeIndex parent, std::vector<NodeIndex>& living, Around around) {
    for (std::size_t i = living.size(); i-- > 0 && living.size() > 1;) {
      if (!is_redundant(parent, living[i], around)) continue;
      drop(parent, {&living[i], 1});
      living.erase(living.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  void drop(NodeIndex parent, std::span<const NodeIndex> dropped) {
    for (const NodeIndex index : dropped) report(index, true);
    unlink(rest_, parent, dropped);
  }

  void report(NodeIndex index, bool redundant) {
    found_.push_back({{tree_.at(index).begin, tree_.at(index).end}, redundant});
  }

  bool is_dead(NodeIndex index) const {
    bool reads = false;
    bool lives = false;
    look_for_life(tree_, index, live_, reads, lives);
    return reads && !lives;
  }

  // Each question builds the pattern anew; large patterns are not asked about many alternatives.
  bool is_redundant(NodeIndex parent, NodeIndex index, Around around) {
    // An empty alternative or one inside a repetition is a way of writing.
    if (tree_.at(index).kind == NodeKind::empty || tree_.looking || tree_.referring) return false;
    if (needed_.contains(index)) return false;
    constexpr std::size_t edge_budget = 60'000;
    edges_built_ += reading_.automaton->edges.size();
    if (edges_built_ > edge_budget) return false;
    // Outside repetitions the pattern is the union of what it is with each alternative alone.
    if (around == Around::nothing) {
      const auto alone = build_automaton(with_only(rest_, parent, index), query_.mode);
      return alone && adds_nothing(*alone, without(rest_, parent, index), query_.mode);
    }
    return adds_nothing(*reading_.automaton, without(rest_, parent, index), query_.mode);
  }

  const PatternQuery& query_;
  const PatternReading& reading_;
  const Tree& tree_;
  Tree rest_;  // without what is redundant
  NeededAlternatives needed_;
  std::vector<std::uint8_t> live_;
  std::vector<IdleAlternative> found_;
  std::size_t edges_built_ = 0;
};

}  // namespace

std::vector<IdleAlternative> idle_alternatives(const PatternQuery& query,
                                               const PatternReading& reading,
                                               const Product* named) {
  const bool any =
      std::any_of(reading.parsed.tree.nodes.begin(), reading.parsed.tree.nodes.end(),
                  [](const Node& node) { return node.kind == NodeKind::alternatives; });
  if (!any || !reading.automaton) return {};
  return Finder{query, reading}.find(named);
}

}  // namespace corslint::pattern
