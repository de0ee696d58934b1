#include "rules/fetch/cors_check.h"

namespace corslint {

std::string_view block_reason_name(BlockReason reason) {
  switch (reason) {
    case BlockReason::preflight_status:
      return "preflight-status";
    case BlockReason::no_allow_origin:
      return "no-allow-origin";
    case BlockReason::origin_mismatch:
      return "origin-mismatch";
    case BlockReason::wildcard_with_credentials:
      return "wildcard-with-credentials";
    case BlockReason::credentials_not_allowed:
      return "credentials-not-allowed";
    case BlockReason::multiple_allow_origin:
      return "multiple-allow-origin";
    case BlockReason::method_not_allowed:
      return "method-not-allowed";
    case BlockReason::header_not_allowed:
      return "header-not-allowed";
    case BlockReason::server_refused:
      return "server-refused";
    case BlockReason::startup_failure:
      break;
  }
  return "startup-failure";
}

std::optional<BlockReason> cors_check(const Request& request, const Response& response) {
  const bool include = request.credentials_mode == CredentialsMode::include;
  // 1. Let origin be the result of getting `Access-Control-Allow-Origin` from response's header
  // list.
  const auto origin = get(response.headers, "access-control-allow-origin");
  // 2. If origin is null, then return failure.
  if (!origin) return BlockReason::no_allow_origin;
  // 3. If request's credentials mode is not "include" and origin is `*`, then return success.
  if (!include && *origin == "*") return std::nullopt;
  // 4. If the result of byte-serializing a request origin with request is not origin, then return
  // failure.
  if (*origin != request.origin) {
    if (*origin == "*") return BlockReason::wildcard_with_credentials;
    return origin->find_first_of(" ,") != std::string::npos ? BlockReason::multiple_allow_origin
                                                            : BlockReason::origin_mismatch;
  }
  // 5. If request's credentials mode is not "include", then return success.
  if (!include) return std::nullopt;
  // 6. Let credentials be the result of getting `Access-Control-Allow-Credentials` from response's
  // header list.
  // 7. If credentials is `true`, then return success.
  if (get(response.headers, "access-control-allow-credentials") == "true") return std::nullopt;
  // 8. Return failure.
  return BlockReason::credentials_not_allowed;
}

}  // namespace corslint
