#include "lint/lsp/server.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "lint/lsp/diagnostics.h"

namespace corslint::lsp {
namespace {

std::variant<Call, Answer, Malformed> message_in(const Frame& frame) {
  switch (frame.kind) {
    case Frame::Kind::message:
      return read_message(frame.content);
    case Frame::Kind::bad_header:
      return Malformed{ErrorCode::parse_error, "a message has no Content-Length"};
    case Frame::Kind::too_large:
      break;
  }
  return Malformed{.reason = "a message is larger than any that is read"};
}

}  // namespace

LanguageServer::LanguageServer(LintOptions options, ConfigurationChoice choice)
    : session_(std::move(options), std::move(choice)) {}

void LanguageServer::receive(std::string_view bytes) {
  reader_.feed(bytes);
  while (auto frame = reader_.next()) {
    auto message = message_in(*frame);
    const auto* call = std::get_if<Call>(&message);
    if (call != nullptr && call->method == "$/cancelRequest") {
      cancel(member_of(call->params, "id"));
    } else {
      queue_.push_back({std::move(message)});
    }
  }
}

void LanguageServer::cancel(const Json& id) {
  for (auto& item : queue_) {
    const auto* call = std::get_if<Call>(&item.message);
    if (call != nullptr && call->is_request() && call->id == id) item.is_cancelled = true;
  }
}

std::string LanguageServer::work() {
  while (!queue_.empty() && !has_ended()) {
    const auto item = std::move(queue_.front());
    queue_.pop_front();
    handle(item);
  }
  if (stage_ == Stage::running) publish_stale();
  return std::exchange(output_, {});
}

std::vector<std::string> LanguageServer::take_log() {
  return std::exchange(log_, {});
}

void LanguageServer::handle(const Item& item) {
  if (const auto* malformed = std::get_if<Malformed>(&item.message)) {
    log_.push_back("a message is not understood: " + malformed->reason);
    send(error_response(malformed->id, malformed->code, malformed->reason));
    return;
  }
  const auto* call = std::get_if<Call>(&item.message);
  if (call == nullptr) return;
  if (!call->is_request()) {
    handle_notification(*call);
  } else if (item.is_cancelled) {
    send(error_response(call->id, ErrorCode::request_cancelled, "cancelled"));
  } else {
    handle_request(*call);
  }
}

void LanguageServer::handle_request(const Call& call) {
  Json answer;
  try {
    answer = answer_to(call);
  } catch (const std::exception& error) {
    log_.push_back(call.method + ": internal error: " + error.what());
    answer = error_response(call.id, ErrorCode::internal_error, error.what());
  }
  send(answer);
}

Json LanguageServer::answer_to(const Call& call) {
  const bool is_first = call.method == "initialize";
  if (stage_ == Stage::before_initialize && !is_first)
    return error_response(call.id, ErrorCode::server_not_initialized,
                          "`initialize` comes before everything else");
  if (stage_ == Stage::shut_down || (is_first && stage_ != Stage::before_initialize))
    return error_response(
        call.id, ErrorCode::invalid_request,
        stage_ == Stage::shut_down ? "the server is shut down" : "`initialize` comes once");
  const auto handler = request_handler(call.method);
  if (handler == nullptr)
    return error_response(call.id, ErrorCode::method_not_found,
                          "there is no method `" + call.method + '`');
  auto result = (this->*handler)(call.params);
  if (!result)
    return error_response(call.id, ErrorCode::invalid_params,
                          "the parameters of `" + call.method + "` make no sense");
  return response(call.id, *std::move(result));
}

void LanguageServer::handle_notification(const Call& call) {
  const auto handler = notification_handler(call.method);
  const bool is_exit = call.method == "exit";
  if (handler == nullptr || (stage_ != Stage::running && !is_exit)) return;
  try {
    if (!(this->*handler)(call.params))
      log_.push_back(call.method + ": its parameters make no sense, it is ignored");
  } catch (const std::exception& error) {
    log_.push_back(call.method + ": internal error: " + error.what());
  }
}

void LanguageServer::publish_stale() {
  const auto stale = session_.take_stale();
  const auto& client = session_.client;
  if (!client.pulls_diagnostics) {
    for (const auto& uri : stale) publish(uri);
  } else if (session_.take_outside_change() && client.refreshes_diagnostics) {
    send_request("workspace/diagnostic/refresh", {});
  }
}

void LanguageServer::publish(const std::string& uri) {
  const auto linted = session_.linted(uri);
  Json params{{"uri", uri}, {"diagnostics", Json::array()}};
  if (linted) {
    params["version"] = linted->document.version;
    params["diagnostics"] = diagnostics_of(*linted, session_.client.encoding);
    published_.insert(uri);
  } else if (published_.erase(uri) == 0) {
    return;
  }
  send(notification("textDocument/publishDiagnostics", std::move(params)));
}

void LanguageServer::send(const Json& message) {
  output_ += framed(written(message));
}

void LanguageServer::send_request(std::string_view method, Json params) {
  const auto id = "corslint-" + std::to_string(++requests_sent_);
  send(request(id, method, std::move(params)));
}

}  // namespace corslint::lsp
