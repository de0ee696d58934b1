#pragma once

#include <optional>
#include <string_view>

#include "lint/read/source_file.h"
#include "rules/surroundings.h"

namespace corslint {

/// What a Python module does with an environment variable, where it says so in one of the usual
/// ways: a list field of a pydantic-settings class, the FastAPI template's `parse_cors`,
/// django-environ's `env.list("NAME")`, python-decouple's `config("NAME", cast=Csv())`. Nothing
/// where the module takes decoding into its own hands, or says nothing about the variable.
std::optional<VariableReader> python_reader(const SourceFile& module, std::string_view variable);

}  // namespace corslint
