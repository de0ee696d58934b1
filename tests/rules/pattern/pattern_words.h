#pragma once

#include <string>
#include <string_view>

#include "rules/pattern/analysis.h"

namespace corslint::tests {

/// The syntax that a dialect word of the tables stands for: `re2`, `go`, `python`, `js`, `pcre`,
/// `ruby`, `java`.
Syntax syntax_of(std::string_view word);

/// The mode that a word of the tables stands for: `full`, `prefix`, `search`, `kong`, `suffix`.
MatchMode mode_of(std::string_view word);

/// The word that reports use for a verdict.
std::string word_of(Verdict verdict);

/// The word that the tables use for a kind of finding: the rule's name.
std::string word_of(PatternFindingKind kind);

}  // namespace corslint::tests
