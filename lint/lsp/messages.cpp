#include "lint/lsp/messages.h"

#include <utility>

namespace corslint::lsp {
namespace {

constexpr std::string_view protocol = "2.0";

}  // namespace

std::variant<Call, Answer, Malformed> read_message(std::string_view content) {
  auto message = read_json(content);
  if (!message) return Malformed{ErrorCode::parse_error, "this is no JSON, or more than is read"};
  if (message->is_array()) return Malformed{.reason = "the protocol has no batches"};
  if (!message->is_object()) return Malformed{.reason = "a message is an object"};

  Json id = member_of(*message, "id");
  const auto method = text_of(member_of(*message, "method"));
  if (!method) {
    if (message->contains("result") || message->contains("error")) return Answer{};
    return Malformed{.reason = "a message names its method"};
  }
  if (message->contains("id") && !id.is_number() && !id.is_string())
    return Malformed{.reason = "an id is a number or a string"};
  if (member_of(*message, "jsonrpc") != protocol)
    return Malformed{.reason = "`jsonrpc` is not \"2.0\"", .id = std::move(id)};
  return Call{std::move(id), *method, std::move((*message)["params"])};
}

Json error_response(const Json& id, ErrorCode code, std::string_view message) {
  return {{"jsonrpc", protocol},
          {"id", id},
          {"error", {{"code", static_cast<int>(code)}, {"message", message}}}};
}

Json response(const Json& id, Json result) {
  return {{"jsonrpc", protocol}, {"id", id}, {"result", std::move(result)}};
}

Json notification(std::string_view method, Json params) {
  return {{"jsonrpc", protocol}, {"method", method}, {"params", std::move(params)}};
}

Json request(std::string_view id, std::string_view method, Json params) {
  return {{"jsonrpc", protocol}, {"id", id}, {"method", method}, {"params", std::move(params)}};
}

std::string written(const Json& message) {
  constexpr int one_line = -1;
  constexpr bool ascii_only = true;
  return message.dump(one_line, ' ', ascii_only, Json::error_handler_t::replace);
}

}  // namespace corslint::lsp
