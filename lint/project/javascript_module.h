#pragma once

#include "lint/project/javascript_values.h"

namespace corslint {

/// The configuration that a module exports: `export default {...}` or `module.exports = {...}`,
/// also through a constant, through `defineConfig(...)`, and from a function whose first `return`
/// is its last word. Unknown for everything else, a second export included.
ScriptValue exported_configuration(const ScriptValues& values);

/// Whether a name or text of that spelling occurs anywhere in the script.
bool mentions(const ScriptValues& values, std::string_view word);

}  // namespace corslint
