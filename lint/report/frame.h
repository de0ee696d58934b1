#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "lint/read/source_file.h"
#include "lint/report/painter.h"
#include "rules/policy/span.h"

namespace corslint {

/// A place in a file with what is said below it. The finding's own place is underlined with `^`
/// in the severity's colour, others with `-`.
struct Annotation {
  enum class Rank { secondary, primary };

  Span span;
  std::string label;
  Rank rank = Rank::secondary;
  Role role = Role::frame;
};

/// The columns that line numbers take in the frame of these annotations.
std::size_t gutter_width(const SourceFile& file, const std::vector<Annotation>& annotations);

/// The annotated lines with their numbers, and under each its underlines and labels. No other line
/// of the file is shown: it may hold secrets. `...` stands for lines that were left out.
std::string code_frame(const SourceFile& file, const std::vector<Annotation>& annotations,
                       std::size_t gutter, const Painter& painter);

}  // namespace corslint
