#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// How an `#include` names its file: `"quoted"` or `<angled>`.
enum class IncludeForm { quoted, angled };

/// One `#include` of a source text.
struct Include {
  IncludeForm form;
  std::string path;

  bool operator==(const Include&) const = default;
};

/// The `#include` lines of a source text, in order; a macro's name instead of a file is left out.
std::vector<Include> includes_of(std::string_view source);

/// What is wrong with `include` standing in `file` (a path from the root of the sources): the
/// direction of dependencies that it breaks, in one line, or nothing.
std::optional<std::string> broken_layer(std::string_view file, const Include& include);

}  // namespace corslint
