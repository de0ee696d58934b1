#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "lint/read/source_file.h"
#include "rules/rule.h"

namespace corslint {

using Json = nlohmann::ordered_json;

/// A range as every JSON document has it: start and end, each with line, column and offset.
Json range_object(const SourceFile& file, Span span);

/// Message, consequence and help as one text of whole sentences.
std::string whole_message(const Finding& finding);

/// One place for how text that is no UTF-8 becomes JSON: each such byte is U+FFFD. ASCII only; a
/// negative indentation writes one line. Ends with a line end.
std::string dumped(const Json& json, int indentation);

}  // namespace corslint
