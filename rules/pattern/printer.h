#pragma once

#include <string>

#include "rules/pattern/tree.h"

namespace corslint::pattern {

/// `tree` in RE2's syntax, every class of characters spelled out; empty where RE2 has no words for
/// it (look-around) or the tree is not the pattern itself (back-references).
std::string print_for_re2(const Tree& tree);

}  // namespace corslint::pattern
