#include "rules/enforcers/go_patterns.h"

#include "rules/pattern/reading.h"

namespace corslint {

std::optional<std::string> go_pattern_failure(std::string_view pattern) {
  const auto reading = pattern::read_pattern(
      {.pattern = std::string(pattern), .syntax = Syntax::go, .mode = MatchMode::search});
  if (reading.parsed.status != pattern::ParseStatus::rejected) return std::nullopt;
  return "error parsing regexp: " + reading.parsed.message;
}

}  // namespace corslint
