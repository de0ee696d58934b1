#pragma once

#include <string>
#include <vector>

#include "lint/read/source_file.h"
#include "lint/report/painter.h"
#include "lint/run/configuration/configuration.h"

namespace corslint {

/// What is wrong with a configuration or baseline, each with the line that it stands on, as the
/// `full` report shows findings. No other line is shown.
std::string problem_frames(const SourceFile& file, const std::vector<FileProblem>& problems,
                           Colour colour);

}  // namespace corslint
