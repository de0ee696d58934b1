#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/pattern/character_class.h"
#include "rules/pattern/syntax.h"
#include "rules/pattern/tree.h"

namespace corslint::pattern {

enum class InstructionKind : std::uint8_t { characters, split, assertion, look, accept };

/// One step of a compiled pattern: read a character, go on at any target, test a place, or accept.
struct Instruction {
  InstructionKind kind = InstructionKind::accept;
  Assertion assertion = Assertion::start;
  bool loop = false;  // of a split: its first target comes back to it
  CharacterClass characters = {};
  NodeIndex node = no_node;
  std::uint32_t next = 0;          // of a look: the step behind it
  std::uint32_t first_target = 0;  // of a split: into `targets`; of a look: where its body begins
  std::uint32_t target_count = 0;
};

/// A tree as steps, counted repetitions written out (Thompson's construction). Instruction 0
/// accepts.
struct Program {
  std::vector<Instruction> instructions;
  std::vector<std::uint32_t> targets;
  std::uint32_t start = 0;
};

/// Compiles `tree` as it stands when matched in `mode`; nothing above 1,500,000 instructions.
std::optional<Program> compile(const Tree& tree, MatchMode mode);

/// Compiles `tree` without the text around it and with every repetition as it was written: what a
/// backtracking engine walks.
std::optional<Program> compile_as_written(const Tree& tree);

/// A repetition freed of repetitions nested directly in it where their counts form one range:
/// `((a*){3}){2}` is `a*`.
struct Repetition {
  NodeIndex body = no_node;
  std::uint32_t minimum = 0;
  std::uint32_t maximum = 0;
};
Repetition flatten(const Tree& tree, NodeIndex repeat);

}  // namespace corslint::pattern
