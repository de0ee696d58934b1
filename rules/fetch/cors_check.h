#pragma once

#include <optional>
#include <string_view>

#include "rules/fetch/request.h"

namespace corslint {

/// Why a browser keeps a response from the script that asked for it, or why the request never got
/// one.
enum class BlockReason {
  preflight_status,
  no_allow_origin,
  origin_mismatch,
  wildcard_with_credentials,
  credentials_not_allowed,
  multiple_allow_origin,
  method_not_allowed,
  header_not_allowed,
  server_refused,
  startup_failure,
};

/// The reason as `simulate` spells it: `no-allow-origin`.
std::string_view block_reason_name(BlockReason reason);

/// The CORS check of the Fetch standard: nothing where the response may be shared with the
/// request's origin, otherwise the step that fails, told apart by what the header holds.
/// https://fetch.spec.whatwg.org/#concept-cors-check
std::optional<BlockReason> cors_check(const Request& request, const Response& response);

}  // namespace corslint
