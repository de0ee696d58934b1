#include "rules/pattern/reading.h"

#include <utility>

namespace corslint::pattern {

std::string text_for_engine(const PatternQuery& query) {
  const bool appends = query.mode == MatchMode::prefix_with_dollar && !query.pattern.ends_with('$');
  return appends ? query.pattern + "$" : query.pattern;
}

PatternReading read_pattern(const PatternQuery& query) {
  PatternReading reading{.text = text_for_engine(query), .parsed = {}, .automaton = {}};
  reading.parsed = parse(reading.text, query.syntax, query.letter_case);
  if (reading.parsed.status == ParseStatus::parsed)
    reading.automaton = build_automaton(reading.parsed.tree, query.mode);
  return reading;
}

}  // namespace corslint::pattern
