#pragma once

#include <string>
#include <string_view>

#include "rules/enforcers/exchange.h"

namespace corslint {

/// The command that sends the same request to the resource at `url` and prints status and headers,
/// on one line, quoted for a POSIX shell. What could drive a terminal is spelled out.
std::string curl_command(const ServerRequest& request, std::string_view url);

}  // namespace corslint
