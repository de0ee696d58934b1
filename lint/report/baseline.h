#pragma once

#include <string>

#include "lint/run/baseline.h"

namespace corslint {

/// A baseline as its file holds it: JSON with one entry a line, in order, so that git merges it.
/// ASCII only.
std::string baseline_text(const Baseline& baseline);

}  // namespace corslint
