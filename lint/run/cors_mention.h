#pragma once

#include <string_view>

namespace corslint {

/// Whether a text may be about CORS at all: it holds `cors` or `origin` in any case. As fast as
/// memory is read, so that nothing else has to be done with most files of a folder.
bool mentions_cors(std::string_view text);

}  // namespace corslint
