#pragma once

#include <string_view>

#include "lint/report/painter.h"

namespace corslint {

/// When reports are coloured, as `--color` says it.
enum class ColourChoice { automatic, always, never };

/// The choice of that name (`auto`, `always`, `never`). Throws `EnvironmentError` for any other.
ColourChoice colour_choice(std::string_view name);

/// Whether a report on standard output is coloured. An explicit choice decides; else `NO_COLOR`
/// (https://no-color.org), then `FORCE_COLOR` and `CLICOLOR_FORCE`, each counting where it is set
/// and not empty (the latter two: nor `0`), then whether it goes to a terminal that is not `dumb`.
Colour colour_of_standard_output(ColourChoice choice);

/// Whether a report in a file is coloured: only if that was asked for.
Colour colour_of_file(ColourChoice choice);

}  // namespace corslint
