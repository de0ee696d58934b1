#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/fetch/cors_check.h"
#include "rules/fetch/request.h"

namespace corslint {

/// The request as the browser makes it of what the script says: the method normalised, the
/// forbidden headers dropped, the values of the others normalised.
/// https://fetch.spec.whatwg.org/#dom-request
Request as_sent(const Request& request);

/// Whether the browser asks before it sends the request: an unsafelisted method or an unsafe header
/// name. `request` is as sent. https://fetch.spec.whatwg.org/#main-fetch
bool needs_preflight(const Request& request);

/// The headers that the browser asks with: Accept, Access-Control-Request-Method, -Headers where
/// any name is unsafe, Origin. https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
HeaderList preflight_headers(const Request& request);

/// What the browser makes of the answer to that: nothing where it goes on to send the request,
/// otherwise why not. https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
std::optional<BlockReason> judge_preflight(const Request& request, const Response& response);

/// The first request header that Access-Control-Allow-Headers with these elements does not permit,
/// in lower case; empty where it permits all. https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
std::string refused_header_name(const Request& request, const std::vector<std::string>& permitted);

}  // namespace corslint
