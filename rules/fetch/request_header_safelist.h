#pragma once

#include <string>
#include <vector>

#include "rules/fetch/header_list.h"

namespace corslint {

/// Whether the header may be sent without asking: one of the safelisted names with a value that an
/// HTML form could send, at most 128 bytes long.
/// https://fetch.spec.whatwg.org/#cors-safelisted-request-header
bool is_cors_safelisted_request_header(const Header& header);

/// The names that make the browser ask first, in lower case, sorted, each once. Beyond 1024 bytes
/// of safelisted values all of their names are unsafe too.
/// https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
std::vector<std::string> cors_unsafe_request_header_names(const HeaderList& headers);

}  // namespace corslint
