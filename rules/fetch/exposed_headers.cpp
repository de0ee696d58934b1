#include "rules/fetch/exposed_headers.h"

#include <algorithm>

namespace corslint {

ExposedHeaders exposed_headers(const Request& request, const Response& response) {
  // 1. Let headerNames be the result of extracting header list values given
  // `Access-Control-Expose-Headers` and response's header list.
  auto header_names =
      extract_header_list_values("access-control-expose-headers", response.headers).names;
  // 2. If request's credentials mode is not "include" and headerNames contains `*`, then set
  // response's CORS-exposed header-name list to all unique header names in response's header list.
  const bool has_wildcard =
      std::find(header_names.begin(), header_names.end(), "*") != header_names.end();
  if (request.credentials_mode != CredentialsMode::include && has_wildcard)
    return {.every = true, .names = {}};
  // 3. Otherwise, if headerNames is non-null or failure, then set response's CORS-exposed
  // header-name list to headerNames.
  return {.every = false, .names = std::move(header_names)};
}

}  // namespace corslint
