// Places are the instructions that read. The followers of one are found by walking the empty steps
// behind it depth first and counting the ways that arrive. No engine repeats a loop's body that
// read nothing, so a way that comes back to a loop through its own body ends there.

#include "rules/pattern/place_graph.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "rules/pattern/product.h"
#include "rules/pattern/program.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t place_limit = 2'000;
constexpr std::size_t walk_limit = 4'000'000;

class GraphBuilder {
 public:
  GraphBuilder(const Program& program, MatchMode mode) : program_{program}, mode_{mode} {}

  std::optional<PlaceGraph> build() {
    add_place(every_character, no_node);
    const bool anywhere = mode_ == MatchMode::search || mode_ == MatchMode::suffix;
    const std::uint32_t skipped = anywhere ? add_place(every_character, no_node) : 0;
    numbers_.assign(program_.instructions.size(), 0);
    for (std::uint32_t i = 0; i < program_.instructions.size(); ++i) {
      const Instruction& instruction = program_.instructions[i];
      if (instruction.kind != InstructionKind::characters) continue;
      numbers_[i] = add_place(instruction.characters, instruction.node);
      if (graph_.size() > place_limit) return std::nullopt;
    }
    on_way_.assign(program_.instructions.size(), 0);
    follow(0, program_.start, At::start);
    if (anywhere) {
      follow(skipped, program_.start, At::inside);
      graph_.followers[skipped].push_back({skipped, 1});
      graph_.followers[0].push_back({skipped, 1});
    }
    for (std::uint32_t i = 0; i < program_.instructions.size(); ++i)
      if (program_.instructions[i].kind == InstructionKind::characters)
        follow(numbers_[i], program_.instructions[i].next, At::inside);
    if (walked_ > walk_limit) return std::nullopt;
    return std::move(graph_);
  }

 private:
  enum class At : std::uint8_t { start, inside };

  std::uint32_t add_place(CharacterClass characters, NodeIndex node) {
    graph_.characters.push_back(characters);
    graph_.nodes.push_back(node);
    graph_.followers.emplace_back();
    return static_cast<std::uint32_t>(graph_.size() - 1);
  }

  void follow(std::uint32_t place, std::uint32_t from, At at) {
    std::map<std::uint32_t, std::uint8_t> ways;
    followed_ = place;
    walk(from, at, ways);
    auto& followers = graph_.followers[place];
    for (const auto& way : ways) {
      const auto known = std::find_if(followers.begin(), followers.end(),
                                      [&](const auto& other) { return other.place == way.first; });
      if (known == followers.end()) followers.push_back({way.first, way.second});
    }
  }

  void note_look(NodeIndex node) {
    const bool known = std::any_of(graph_.looks.begin(), graph_.looks.end(),
                                   [&](const auto& look) { return look.node == node; });
    if (!known) graph_.looks.push_back({node, followed_});
  }

  void walk(std::uint32_t index, At at, std::map<std::uint32_t, std::uint8_t>& ways) {
    if (on_way_[index] != 0 || ++walked_ > walk_limit) return;
    const Instruction& instruction = program_.instructions[index];
    switch (instruction.kind) {
      case InstructionKind::accept:
        break;
      case InstructionKind::characters: {
        std::uint8_t& count = ways[numbers_[index]];
        count = static_cast<std::uint8_t>(std::min(2, count + 1));
        break;
      }
      case InstructionKind::split:
        for (std::uint32_t i = 0; i < instruction.target_count; ++i) {
          on_way_[index] = instruction.loop && i == 0 ? 1 : 0;
          walk(program_.targets[instruction.first_target + i], at, ways);
          on_way_[index] = 0;
        }
        break;
      case InstructionKind::assertion:
        if (instruction.assertion == Assertion::end) break;
        if (instruction.assertion == Assertion::start && at == At::inside) break;
        walk(instruction.next, at, ways);
        break;
      case InstructionKind::look:
        note_look(instruction.node);
        walk(instruction.next, at, ways);
        break;
    }
  }

  const Program& program_;
  MatchMode mode_;
  PlaceGraph graph_;
  std::vector<std::uint32_t> numbers_;
  std::vector<std::uint8_t> on_way_;
  std::size_t walked_ = 0;
  std::uint32_t followed_ = 0;
};

// Tarjan's algorithm with an explicit stack.
void find_components(PlaceGraph& graph) {
  const std::size_t count = graph.size();
  constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Open {
    std::uint32_t place;
    std::size_t next;
  };
  std::vector<std::uint32_t> index(count, none);
  std::vector<std::uint32_t> low(count, 0);
  std::vector<std::uint32_t> stack;
  std::vector<Open> open;
  std::uint32_t counter = 0;
  std::uint32_t components = 0;
  graph.component.assign(count, none);
  graph.cyclic.assign(count, 0);
  for (std::uint32_t root = 0; root < count; ++root) {
    if (index[root] != none) continue;
    open.push_back({root, 0});
    while (!open.empty()) {
      const std::uint32_t place = open.back().place;
      if (open.back().next == 0) {
        index[place] = low[place] = counter++;
        stack.push_back(place);
      }
      if (open.back().next < graph.followers[place].size()) {
        const std::uint32_t to = graph.followers[place][open.back().next++].place;
        if (to == place) graph.cyclic[place] = 1;
        if (index[to] == none)
          open.push_back({to, 0});
        else if (graph.component[to] == none)
          low[place] = std::min(low[place], index[to]);
        continue;
      }
      open.pop_back();
      if (!open.empty()) low[open.back().place] = std::min(low[open.back().place], low[place]);
      if (low[place] != index[place]) continue;
      const bool several = stack.back() != place;
      for (bool more = true; more;) {
        const std::uint32_t member = stack.back();
        stack.pop_back();
        graph.component[member] = components;
        if (several) graph.cyclic[member] = 1;
        more = member != place;
      }
      ++components;
    }
  }
}

}  // namespace

std::optional<PlaceGraph> build_place_graph(const Tree& tree, MatchMode mode) {
  const std::optional<Program> program = compile_as_written(tree);
  if (!program || program->instructions.size() > 4 * place_limit) return std::nullopt;
  std::optional<PlaceGraph> graph = GraphBuilder{*program, mode}.build();
  if (graph) find_components(*graph);
  return graph;
}

std::optional<std::string> text_between(const PlaceGraph& graph, std::uint32_t from,
                                        std::uint32_t to, Within within) {
  std::vector<std::uint32_t> parent(graph.size(), no_state);
  std::vector<std::uint32_t> open = {from};
  if (from == to) return "";
  for (std::size_t i = 0; i < open.size(); ++i) {
    for (const auto& follower : graph.followers[open[i]]) {
      const std::uint32_t next = follower.place;
      if (next == from || parent[next] != no_state || graph.characters[next].empty()) continue;
      if (within == Within::component && graph.component[next] != graph.component[from]) continue;
      parent[next] = open[i];
      open.push_back(next);
      if (next != to) continue;
      std::string text;
      for (std::uint32_t place = to; place != from; place = parent[place])
        text += static_cast<char>(telling_character(graph.characters[place]));
      return std::string{text.rbegin(), text.rend()};
    }
  }
  return std::nullopt;
}

double count_steps(const PlaceGraph& graph, std::string_view text) {
  std::vector<double> ways(graph.size(), 0);
  std::vector<double> next(graph.size(), 0);
  ways[0] = 1;
  double steps = 0;
  for (const char c : text) {
    std::fill(next.begin(), next.end(), 0);
    for (std::uint32_t place = 0; place < graph.size(); ++place) {
      if (ways[place] <= 0) continue;
      for (const auto& follower : graph.followers[place])
        if (graph.characters[follower.place].contains(static_cast<unsigned char>(c)))
          next[follower.place] += ways[place] * follower.ways;
    }
    std::swap(ways, next);
    for (const double count : ways) steps += count;
    if (steps > 1e30) break;
  }
  return steps;
}

}  // namespace corslint::pattern
