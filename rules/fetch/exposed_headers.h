#pragma once

#include <string>
#include <vector>

#include "rules/fetch/request.h"

namespace corslint {

/// Which headers of a response the script reads beyond the safelisted ones. Where `every` is set,
/// all of them (but Set-Cookie), and `names` is empty.
struct ExposedHeaders {
  bool every = false;
  std::vector<std::string> names;
};

/// What Access-Control-Expose-Headers says; nothing where it is no list of tokens. `*` is a
/// wildcard only for a request without credentials.
/// https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list
ExposedHeaders exposed_headers(const Request& request, const Response& response);

}  // namespace corslint
