#include "rules/pattern/analyses.h"

namespace corslint {
namespace {

std::string key_of(const PatternQuery& query) {
  std::string key = query.pattern;
  key += '\0';
  key += static_cast<char>(query.syntax);
  key += static_cast<char>(query.mode);
  key += static_cast<char>(query.letter_case);
  return key;
}

}  // namespace

const PatternAnalysis& PatternAnalyses::of(const PatternQuery& query) {
  const auto [entry, added] = analyses_.try_emplace(key_of(query));
  if (added) entry->second = analyze(query);
  return entry->second;
}

}  // namespace corslint
