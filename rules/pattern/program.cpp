// Instructions are made from the end of the pattern to its beginning: each node is compiled with
// the instruction that follows it in hand, so nothing is patched but loops. `x{2,5}` becomes
// xx(x(x(x)?)?)?, whose optional parts leave directly for the end.

#include "rules/pattern/program.h"

#include <algorithm>
#include <utility>

namespace corslint::pattern {
namespace {

constexpr std::size_t instruction_limit = 1'500'000;

class Compiler {
 public:
  enum class Nesting : std::uint8_t { flattened, as_written };

  Compiler(const Tree& tree, Nesting nesting) : tree_{tree}, nesting_{nesting} {
    program_.instructions.reserve(tree.nodes.size() + 8);
    emit({});
  }

  std::optional<Program> finish(std::uint32_t start) {
    if (full()) return std::nullopt;
    program_.start = start;
    return std::move(program_);
  }

  std::uint32_t any_text_before(std::uint32_t next) {
    const std::uint32_t loop = emit({.kind = InstructionKind::split, .loop = true});
    const std::uint32_t any =
        emit({.kind = InstructionKind::characters, .characters = every_character, .next = loop});
    set_targets(loop, {any, next});
    return loop;
  }

  std::uint32_t node(NodeIndex index, std::uint32_t next) {
    if (full()) return next;
    const Node& node = tree_.at(index);
    switch (node.kind) {
      case NodeKind::empty:
        return next;
      case NodeKind::characters:
        return emit({.kind = InstructionKind::characters,
                     .characters = node.characters,
                     .node = index,
                     .next = next});
      case NodeKind::sequence:
        return sequence(node, next);
      case NodeKind::alternatives:
        return alternatives(node, next);
      case NodeKind::repeat:
        if (nesting_ == Nesting::flattened) return repeat(flatten(tree_, index), next);
        return repeat({node.first_child, node.minimum, node.maximum}, next);
      case NodeKind::assertion:
        return emit(
            {.kind = InstructionKind::assertion, .assertion = node.assertion, .next = next});
      case NodeKind::group:
        return this->node(node.first_child, next);
      case NodeKind::look: {
        const std::uint32_t body = this->node(node.first_child, 0);
        return emit(
            {.kind = InstructionKind::look, .node = index, .next = next, .first_target = body});
      }
      case NodeKind::reference:
        break;
    }
    if (node.first_child == no_node) return any_text_before(next);
    return split({this->node(node.first_child, next), next});
  }

 private:
  bool full() const { return program_.instructions.size() > instruction_limit; }

  std::uint32_t emit(Instruction instruction) {
    program_.instructions.push_back(instruction);
    return static_cast<std::uint32_t>(program_.instructions.size() - 1);
  }

  void set_targets(std::uint32_t split, const std::vector<std::uint32_t>& targets) {
    Instruction& instruction = program_.instructions[split];
    instruction.first_target = static_cast<std::uint32_t>(program_.targets.size());
    instruction.target_count = static_cast<std::uint32_t>(targets.size());
    program_.targets.insert(program_.targets.end(), targets.begin(), targets.end());
  }

  std::uint32_t split(const std::vector<std::uint32_t>& targets) {
    const std::uint32_t made = emit({.kind = InstructionKind::split});
    set_targets(made, targets);
    return made;
  }

  std::uint32_t sequence(const Node& parent, std::uint32_t next) {
    std::vector<NodeIndex> children;
    for (NodeIndex i = parent.first_child; i != no_node; i = tree_.at(i).next_sibling)
      children.push_back(i);
    std::reverse(children.begin(), children.end());
    for (const NodeIndex child : children) next = node(child, next);
    return next;
  }

  std::uint32_t alternatives(const Node& parent, std::uint32_t next) {
    std::vector<std::uint32_t> targets;
    for (NodeIndex i = parent.first_child; i != no_node; i = tree_.at(i).next_sibling)
      targets.push_back(node(i, next));
    return split(targets);
  }

  std::uint32_t repeat(const Repetition& repetition, std::uint32_t next) {
    std::uint32_t required = repetition.minimum;
    std::uint32_t current = next;
    if (repetition.maximum == unbounded) {
      const std::uint32_t loop = emit({.kind = InstructionKind::split, .loop = true});
      const std::uint32_t body = node(repetition.body, loop);
      set_targets(loop, {body, next});
      current = required == 0 ? loop : body;
      if (required > 0) --required;
    } else {
      for (std::uint32_t i = required; i < repetition.maximum && !full(); ++i)
        current = split({node(repetition.body, current), next});
    }
    for (std::uint32_t i = 0; i < required && !full(); ++i)
      current = node(repetition.body, current);
    return current;
  }

  const Tree& tree_;
  Nesting nesting_;
  Program program_;
};

std::uint64_t times(std::uint32_t a, std::uint32_t b) {
  if (a == 0 || b == 0) return 0;
  if (a == unbounded || b == unbounded) return unbounded;
  return std::min(std::uint64_t{a} * b, std::uint64_t{unbounded} - 1);
}

// Whether the counts k*a to k*b, for all k from c to d, leave no gap.
bool contiguous(const Repetition& inner, const Node& outer) {
  const std::uint32_t a = inner.minimum;
  const std::uint32_t c = outer.minimum;
  if (outer.minimum == outer.maximum) return true;
  if (c == 0 && a > 1) return false;
  if (inner.maximum == unbounded) return a <= 1 || c >= 1;
  if (c == 0) return true;
  return (std::uint64_t{c} + 1) * a <= times(c, inner.maximum) + 1;
}

}  // namespace

Repetition flatten(const Tree& tree, NodeIndex repeat) {
  const Node& outer = tree.at(repeat);
  NodeIndex body = outer.first_child;
  while (tree.at(body).kind == NodeKind::group) body = tree.at(body).first_child;
  if (tree.at(body).kind == NodeKind::repeat) {
    const Repetition inner = flatten(tree, body);
    if (contiguous(inner, outer))
      return {.body = inner.body,
              .minimum = static_cast<std::uint32_t>(times(inner.minimum, outer.minimum)),
              .maximum = static_cast<std::uint32_t>(times(inner.maximum, outer.maximum))};
  }
  return {.body = outer.first_child, .minimum = outer.minimum, .maximum = outer.maximum};
}

std::optional<Program> compile(const Tree& tree, MatchMode mode) {
  Compiler compiler{tree, Compiler::Nesting::flattened};
  const bool open_end = mode == MatchMode::prefix || mode == MatchMode::search ||
                        mode == MatchMode::prefix_with_dollar;
  const bool open_start = mode == MatchMode::search || mode == MatchMode::suffix;
  std::uint32_t start = compiler.node(tree.root, open_end ? compiler.any_text_before(0) : 0);
  if (open_start) start = compiler.any_text_before(start);
  return compiler.finish(start);
}

std::optional<Program> compile_as_written(const Tree& tree) {
  Compiler compiler{tree, Compiler::Nesting::as_written};
  const std::uint32_t start = compiler.node(tree.root, 0);
  return compiler.finish(start);
}

}  // namespace corslint::pattern
