#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/origin/origin_problem.h"

namespace corslint {

/// What stands in front of host and port. `authority_offset` is where the rest begins. `scheme` is
/// in lower case and empty where the last note is fatal.
struct SchemeSplit {
  std::string scheme;
  std::size_t authority_offset = 0;
  std::vector<OriginNote> notes;
};

/// Cuts the scheme and its separator off a text without surrounding blanks. After the schemes of
/// the web any separator that a browser takes for `://` is taken, and one that misses its colon.
SchemeSplit split_scheme(std::string_view text);

/// Whether documents with this scheme, in lower case, have the opaque origin.
bool has_opaque_origin(std::string_view scheme);

/// Whether the URL Standard calls this scheme, in lower case, special and gives it a host: http,
/// https, ws, wss.
bool is_special_scheme(std::string_view scheme);

}  // namespace corslint
