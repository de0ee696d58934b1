#pragma once

#include <optional>
#include <string>

#include "rules/pattern/automaton.h"
#include "rules/pattern/origin_language.h"

namespace corslint::pattern {

/// The answer to whether one language holds another: undecided where the bound was reached, else
/// the shortest text of the inner one that the outer one misses, or nothing where there is none.
struct Inclusion {
  bool decided = true;
  std::optional<std::string> missing;

  bool holds() const { return decided && !missing; }
};

/// Whether `outer` accepts every text that `inner` accepts and whose state in `part` has a mark of
/// `wanted`. Explores at most `set_limit` sets of states of `outer`.
Inclusion includes(const Automaton& outer, const Automaton& inner, OriginPart part, Marks wanted,
                   std::size_t set_limit);

/// The automaton of every text that begins with `beginning`.
Automaton everything_behind(std::string_view beginning);

}  // namespace corslint::pattern
