#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/pattern/reading.h"

namespace corslint::pattern {

/// What can be done to a pattern so that it admits no more than was meant: close its end, close its
/// start, escape the dots that stand alone, put a label's boundary before a literal, bind the
/// anchors around all alternatives.
enum class Remedy : std::uint8_t { anchor_end, anchor_start, escape_dots, add_boundary, group };

/// Remedies taken together, the pattern they make of the query's, and what each of them touches.
struct Repair {
  std::vector<Remedy> remedies;
  std::string pattern;
};

/// The smallest set of remedies after which the pattern is not too broad any more and still admits
/// what it was written for; nothing where no set helps. The repaired pattern was examined itself.
std::optional<Repair> find_repair(const PatternQuery& query, const PatternReading& reading,
                                  bool names_sites);

/// The query's pattern with `remedies` applied; nothing where one of them has nothing to do.
std::optional<std::string> apply(const PatternQuery& query, const Tree& tree,
                                 const std::vector<Remedy>& remedies);

/// The dots of the pattern that match any character and stand alone, without a quantifier.
std::vector<ByteRange> bare_dots(const Tree& tree);

/// The pattern with the dots at `dots` escaped.
std::string escape_dots(const std::string& pattern, const std::vector<ByteRange>& dots);

/// The wide repetitions that run into a literal without a dot between them.
std::vector<ByteRange> missing_boundaries(const Tree& tree);

}  // namespace corslint::pattern
