#pragma once

#include <string_view>

namespace corslint {

/// The reason phrase that servers send with a status, `Not Found`; empty for a status without one.
/// https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml
std::string_view reason_phrase(int status);

}  // namespace corslint
