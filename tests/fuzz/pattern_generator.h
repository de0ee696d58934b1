#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "rules/pattern/automaton.h"
#include "rules/pattern/syntax.h"

namespace corslint::tests {

/// A source of random numbers with a fixed seed: the same seed makes the same patterns and texts on
/// every machine.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_{seed} {}
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <typename Container>
  const auto& pick(const Container& container) {
    return container[below(std::size(container))];
  }

 private:
  std::mt19937 engine_;
};

/// A random pattern in `syntax`: grown from its grammar, or a real pattern with random mistakes.
std::string random_pattern(Chance& chance, Syntax syntax);

/// Texts to match against a pattern: walks through its automaton, near misses of them, origins and
/// noise; printable ASCII, never empty.
std::vector<std::string> random_texts(Chance& chance, const pattern::Automaton* automaton,
                                      std::size_t count);

/// A random text that looks like an origin, and mostly is one.
std::string random_origin(Chance& chance);

}  // namespace corslint::tests
