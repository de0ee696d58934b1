#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/project/project_files.h"
#include "rules/surroundings.h"

namespace corslint {

/// The modules around an env file that may read its variables.
struct ReadingModules {
  std::vector<SourceFile> python;
  std::vector<SourceFile> scripts;
};

/// Gathers the modules in which programs usually read their settings, from the folder of an env
/// file and the places below it and beside it where such programs stand (`app/core/config.py`,
/// `src/server.ts`, what `manage.py` names). Bounded by a fixed list of names; scripts only where
/// the folder's `package.json` depends on Express's cors.
ReadingModules reading_modules(const ProjectFolder& folder);

/// Who reads a variable, by the first module that says it; nothing where none does, or where two
/// say different things.
std::vector<VariableReader> readers_of(const ReadingModules& modules,
                                       const std::vector<std::string>& variables);

}  // namespace corslint
