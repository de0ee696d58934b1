#include "rules/pattern/confirmation.h"

#include <re2/re2.h>

#include "rules/pattern/printer.h"

namespace corslint::pattern {
namespace {

constexpr std::int64_t memory_limit = std::int64_t{256} << 20U;

re2::RE2::Anchor anchor_of(MatchMode mode) {
  switch (mode) {
    case MatchMode::full:
      return re2::RE2::ANCHOR_BOTH;
    case MatchMode::prefix:
    case MatchMode::prefix_with_dollar:
      return re2::RE2::ANCHOR_START;
    case MatchMode::search:
    case MatchMode::suffix:
      break;
  }
  return re2::RE2::UNANCHORED;
}

}  // namespace

bool exceeds_engine(const PatternQuery& query, const PatternReading& reading) {
  if (query.syntax != Syntax::re2 || !reading.automaton) return false;
  // Below this no pattern comes near; one character beyond ASCII takes up to a dozen instructions.
  constexpr std::size_t instructions_enough_for_all = 140'000;
  std::size_t instructions = 0;
  for (const Edge& edge : reading.automaton->edges)
    instructions += edge.characters.size() > 64 ? 12U : 1U;
  if (instructions <= instructions_enough_for_all) return false;
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(query.letter_case == LetterCase::sensitive);
  return re2::RE2{reading.text, options}.error_code() == re2::RE2::ErrorPatternTooLarge;
}

Confirmation::Confirmation(const PatternQuery& query, const PatternReading& reading)
    : query_{query}, reading_{reading} {}

Confirmation::~Confirmation() = default;

void Confirmation::compile() {
  compiled_ = true;
  const bool own_syntax = query_.syntax == Syntax::re2 || query_.syntax == Syntax::go;
  std::string text = own_syntax ? reading_.text : print_for_re2(reading_.parsed.tree);
  const bool nothing = text.empty() && !own_syntax;
  if (nothing) return;
  if (query_.mode == MatchMode::suffix) text = "(?:" + text + ")\\z";
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(memory_limit);
  options.set_case_sensitive(!own_syntax || query_.letter_case == LetterCase::sensitive);
  auto expression = std::make_unique<re2::RE2>(text, options);
  if (expression->ok()) expression_ = std::move(expression);
}

bool Confirmation::admits(const std::string& origin) {
  if (!compiled_) compile();
  if (!expression_) return reading_.automaton && accepts(*reading_.automaton, origin);
  return expression_->Match(origin, 0, origin.size(), anchor_of(query_.mode), nullptr, 0);
}

}  // namespace corslint::pattern
