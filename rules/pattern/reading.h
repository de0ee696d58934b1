#pragma once

#include <optional>
#include <string>

#include "rules/pattern/analysis.h"
#include "rules/pattern/automaton.h"
#include "rules/pattern/parser.h"

namespace corslint::pattern {

/// A query's pattern as it was read, and its automaton where it has one.
struct PatternReading {
  std::string text;  // as the engine gets it
  ParseResult parsed;
  std::optional<Automaton> automaton;
};

/// Reads the query's pattern.
PatternReading read_pattern(const PatternQuery& query);

/// The pattern as the engine gets it: Kong appends a dollar where the pattern does not end in one.
std::string text_for_engine(const PatternQuery& query);

}  // namespace corslint::pattern
