#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "lint/lsp/json_reading.h"

namespace corslint::lsp {

/// The error numbers of JSON-RPC and of the protocol.
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#errorCodes
enum class ErrorCode {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_cancelled = -32800,
};

/// A call of one of our methods: a request, which has an `id` (a number or a text) and gets an
/// answer, or a notification, whose `id` is null.
struct Call {
  Json id = {};
  std::string method = {};
  Json params = {};

  bool is_request() const { return !id.is_null(); }
};

/// What the editor answers to a request of ours.
struct Answer {};

/// Something that is no message; `id` is the request's, where it has one.
struct Malformed {
  ErrorCode code = ErrorCode::invalid_request;
  std::string reason = {};
  Json id = {};
};

/// Reads one message. Total: what JSON-RPC forbids, batches included (which the protocol does not
/// have), is `Malformed`.
std::variant<Call, Answer, Malformed> read_message(std::string_view content);

/// What is answered to a request that cannot be.
Json error_response(const Json& id, ErrorCode code, std::string_view message);

/// What is answered to a request.
Json response(const Json& id, Json result);

/// A message that gets no answer.
Json notification(std::string_view method, Json params);

/// A request of ours.
Json request(std::string_view id, std::string_view method, Json params);

/// A message's text. Bytes that are no UTF-8 become U+FFFD, and everything beyond ASCII is escaped.
std::string written(const Json& message);

}  // namespace corslint::lsp
