#pragma once

#include <string>
#include <vector>

#include "rules/fetch/header_list.h"

namespace corslint {

/// Whether a request carries the user's cookies and HTTP authentication across origins. `omit`
/// stands for `omit` and `same-origin`, which are the same for a cross-origin request.
/// https://fetch.spec.whatwg.org/#concept-request-credentials-mode
enum class CredentialsMode { omit, include };

/// A cross-origin request of mode `cors`, as a script makes it with `fetch()`: the serialized
/// origin of the page, the method as written, the headers that the script sets.
/// https://fetch.spec.whatwg.org/#concept-request
struct Request {
  std::string origin;
  std::string method = "GET";
  HeaderList headers;
  CredentialsMode credentials_mode = CredentialsMode::omit;
};

/// An answer: status and headers. https://fetch.spec.whatwg.org/#concept-response
struct Response {
  int status = 200;
  HeaderList headers;
};

/// A status from 200 to 299. https://fetch.spec.whatwg.org/#ok-status
constexpr bool is_ok_status(int status) {
  return status >= 200 && status <= 299;
}

}  // namespace corslint
