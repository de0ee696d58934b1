#pragma once

#include <string>

#include "rules/enforcers/exchange.h"

namespace corslint {

/// A request as HTTP/1.1 with `> ` before each line, the header fields as they were sent. What
/// could drive a terminal is spelled out.
std::string request_lines(const ServerRequest& request);

/// An answer in the same way, with `< `.
std::string response_lines(const Response& response);

}  // namespace corslint
