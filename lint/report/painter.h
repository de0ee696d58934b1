#pragma once

#include <string>
#include <string_view>

#include "rules/rule.h"

namespace corslint {

/// Whether a report carries terminal colours (SGR sequences).
enum class Colour { none, terminal };

/// What a piece of a report is, which decides its colour.
enum class Role { plain, strong, frame, error, warning, info };

/// Colours the pieces of a report, or leaves them as they are.
class Painter {
 public:
  explicit Painter(Colour colour) : colour_(colour) {}

  std::string paint(std::string_view text, Role role) const;

 private:
  Colour colour_;
};

/// The role of a severity's own colour.
Role role_of(Severity severity);

}  // namespace corslint
