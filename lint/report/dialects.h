#pragma once

#include <string>

namespace corslint {

/// The enforcers by name, with their versions that behave differently and where their policies
/// live.
std::string dialects_text();

/// The same as a JSON array, with what each version does.
std::string dialects_json();

/// The same as one Markdown document: a table of what each version does with origins, one with
/// methods, header names and caching, and what the facts rest on.
std::string dialects_markdown();

}  // namespace corslint
