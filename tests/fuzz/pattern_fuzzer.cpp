// Patterns, beside RE2: the automaton is there where RE2 takes the pattern and admits what RE2
// matches, and each witness is let in. The input's first byte chooses the mode, its first line is
// the pattern, the rest are texts.
#include <cstddef>
#include <cstdint>
#include <re2/re2.h>
#include <string>
#include <string_view>

#include "rules/pattern/analysis.h"
#include "rules/pattern/reading.h"
#include "tests/fuzz/invariants.h"

namespace {

using corslint::MatchMode;

re2::RE2::Anchor anchor_of(MatchMode mode) {
  switch (mode) {
    case MatchMode::full:
      return re2::RE2::ANCHOR_BOTH;
    case MatchMode::prefix:
      return re2::RE2::ANCHOR_START;
    default:
      return re2::RE2::UNANCHORED;
  }
}

bool admits(const re2::RE2& expression, std::string_view text, MatchMode mode) {
  const re2::StringPiece piece(text.data(), text.size());
  return expression.Match(piece, 0, piece.size(), anchor_of(mode), nullptr, 0);
}

// Origins are ASCII; what RE2 makes of other bytes is no question here.
bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80 || c == '\0') return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corslint;
  if (size < 2) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto end = std::min(rest.find('\n'), rest.size());
  constexpr MatchMode modes[] = {MatchMode::full, MatchMode::prefix, MatchMode::search};
  const PatternQuery query{
      .pattern = std::string(rest.substr(0, end)),
      .syntax = Syntax::re2,
      .mode = modes[data[0] % 3],
      .letter_case = (data[0] & 4U) != 0 ? LetterCase::insensitive : LetterCase::sensitive};
  const PatternAnalysis analysis = analyze(query);
  for (const PatternFinding& finding : analysis.findings)
    fuzz::require(finding.range.begin <= finding.range.end && finding.range.end <= end,
                  "a finding has its place in the pattern");

  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(64 << 20);
  options.set_case_sensitive(query.letter_case == LetterCase::sensitive);
  const re2::RE2 expression(query.pattern, options);
  if (!expression.ok()) return 0;
  for (const AdmittedClass& admitted : analysis.classes)
    fuzz::require(admits(expression, admitted.witness, query.mode), "RE2 admits each witness");

  const auto reading = pattern::read_pattern(query);
  if (!reading.automaton) return 0;
  while (end < rest.size() && !rest.empty()) {
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    const auto text = rest.substr(0, rest.find('\n'));
    if (!is_ascii(text)) continue;
    fuzz::require(accepts(*reading.automaton, text) == admits(expression, text, query.mode),
                  "the automaton admits what RE2 matches");
    if (rest.find('\n') == rest.npos) break;
  }
  return 0;
}
