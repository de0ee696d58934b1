#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/pattern/syntax.h"
#include "rules/pattern/tree.h"

namespace corslint::pattern {

/// How reading a pattern ended: it is a tree; the engine refuses it; it holds a construct that no
/// finite automaton expresses; it is nested deeper than 1,000 groups.
enum class ParseStatus : std::uint8_t { parsed, rejected, unverifiable, too_deep };

/// The tree of a pattern, or the byte offset and the reason in words where there is none. For an
/// unverifiable pattern the message names the construct.
struct ParseResult {
  ParseStatus status = ParseStatus::parsed;
  Tree tree;
  std::uint32_t offset = 0;
  std::string message;
};

/// Reads `pattern` as the engine of `syntax` does. Total: any bytes, in time linear in their
/// number.
ParseResult parse(std::string_view pattern, Syntax syntax, LetterCase letter_case);

/// Whether `tree` repeats more than RE2 allows: counts above 1,000, multiplied where they are
/// nested.
bool repeats_too_often(const Tree& tree);

}  // namespace corslint::pattern
