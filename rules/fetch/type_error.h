#pragma once

#include <string>

#include "rules/fetch/request.h"

namespace corslint {

/// What `fetch()` throws instead of sending the request, in the words of Chromium; empty where it
/// sends it. A method has to be a token that is not forbidden, a header name a token, and a header
/// value is free of NUL, CR and LF and holds nothing beyond Latin-1 (the value is UTF-8 here).
/// https://fetch.spec.whatwg.org/#dom-request
std::string type_error(const Request& request);

}  // namespace corslint
