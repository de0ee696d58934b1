#include "tests/rules/pattern/pattern_words.h"

#include <array>
#include <stdexcept>
#include <utility>

namespace corslint::tests {

Syntax syntax_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, Syntax>, 7> words = {{{"re2", Syntax::re2},
                                                                         {"go", Syntax::go},
                                                                         {"python", Syntax::python},
                                                                         {"js", Syntax::javascript},
                                                                         {"pcre", Syntax::pcre},
                                                                         {"ruby", Syntax::ruby},
                                                                         {"java", Syntax::java}}};
  for (const auto& [known, syntax] : words)
    if (known == word) return syntax;
  throw std::invalid_argument("no such syntax: " + std::string{word});
}

MatchMode mode_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, MatchMode>, 5> words = {
      {{"full", MatchMode::full},
       {"prefix", MatchMode::prefix},
       {"search", MatchMode::search},
       {"kong", MatchMode::prefix_with_dollar},
       {"suffix", MatchMode::suffix}}};
  for (const auto& [known, mode] : words)
    if (known == word) return mode;
  throw std::invalid_argument("no such mode: " + std::string{word});
}

std::string word_of(Verdict verdict) {
  constexpr std::array words = {"fine",     "too-broad",    "local-only", "unreachable",
                                "rejected", "unverifiable", "undecided"};
  return words.at(static_cast<std::size_t>(verdict));
}

std::string word_of(PatternFindingKind kind) {
  constexpr std::array words = {"invalid-pattern",
                                "unverifiable-pattern",
                                "undecided-pattern",
                                "pattern-matches-any-origin",
                                "unanchored-pattern",
                                "pattern-matches-foreign-sites",
                                "pattern-under-public-suffix",
                                "unescaped-dot",
                                "unescaped-dot (info)",
                                "unanchored-alternation",
                                "pattern-matches-null",
                                "special-character-host",
                                "pattern-matches-insecure",
                                "pattern-matches-any-port",
                                "pattern-matches-loopback",
                                "pattern-matches-no-origin",
                                "dead-alternative",
                                "catastrophic-backtracking"};
  return words.at(static_cast<std::size_t>(kind));
}

}  // namespace corslint::tests
