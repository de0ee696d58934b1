#pragma once

#include "lint/read/document.h"
#include "lint/read/source_file.h"

namespace corslint {

/// Decodes the value of every variable of an env file: sets `text.value` and `text.resolution` from
/// what stands at `text.content`. A variable that leads back to itself stays unresolved, and so
/// does what would grow without measure.
void expand_env_variables(const SourceFile& file, Value& root);

}  // namespace corslint
