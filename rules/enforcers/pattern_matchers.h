#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "rules/pattern/analysis.h"

namespace corslint {

/// The origin patterns of one run, each read once, to be matched with the Origin of many requests.
/// Not to be shared between threads.
class PatternMatchers {
 public:
  PatternMatchers();
  ~PatternMatchers();
  PatternMatchers(const PatternMatchers&) = delete;
  PatternMatchers& operator=(const PatternMatchers&) = delete;

  /// Whether the enforcer's engine matches the pattern with `text`. False where the engine rejects
  /// the pattern, and where the pattern holds what no automaton expresses: see `can_match`.
  bool match(const PatternQuery& query, std::string_view text);

  /// Whether `match` can tell at all: false for patterns that hold what no automaton expresses.
  bool can_match(const PatternQuery& query);

 private:
  struct Matcher;
  const Matcher& of(const PatternQuery& query);

  std::map<std::string, std::unique_ptr<const Matcher>, std::less<>> matchers_;
};

}  // namespace corslint
