#include "rules/enforcers/pattern_matchers.h"

#include "rules/pattern/reading.h"

namespace corslint {

struct PatternMatchers::Matcher {
  pattern::PatternReading reading;
};

PatternMatchers::PatternMatchers() = default;
PatternMatchers::~PatternMatchers() = default;

const PatternMatchers::Matcher& PatternMatchers::of(const PatternQuery& query) {
  std::string key{static_cast<char>('0' + static_cast<int>(query.syntax)),
                  static_cast<char>('0' + static_cast<int>(query.mode)),
                  static_cast<char>('0' + static_cast<int>(query.letter_case))};
  key += query.pattern;
  const auto found = matchers_.find(key);
  if (found != matchers_.end()) return *found->second;
  // Each becomes an automaton. Of what lies beyond, nobody can tell what it matches.
  constexpr std::size_t most_matchers = 1000;
  if (matchers_.size() >= most_matchers) {
    static const Matcher unread{};
    return unread;
  }
  auto matcher = std::make_unique<const Matcher>(Matcher{pattern::read_pattern(query)});
  return *matchers_.emplace(std::move(key), std::move(matcher)).first->second;
}

bool PatternMatchers::match(const PatternQuery& query, std::string_view text) {
  const auto& automaton = of(query).reading.automaton;
  return automaton && accepts(*automaton, text);
}

bool PatternMatchers::can_match(const PatternQuery& query) {
  const auto& reading = of(query).reading;
  if (reading.parsed.status == pattern::ParseStatus::rejected) return true;
  return reading.automaton && !reading.parsed.tree.relaxed && !reading.parsed.tree.referring;
}

}  // namespace corslint
