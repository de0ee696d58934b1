#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lint/lsp/framing.h"
#include "lint/lsp/messages.h"
#include "lint/lsp/session.h"

namespace corslint::lsp {

/// The language server as a value: bytes in, bytes out. Whoever holds it reads and writes the
/// streams. Total: any bytes at all are answered, and none ends the conversation but `exit`.
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
class LanguageServer {
 public:
  /// `options` are those that documents are linted with, together with their configurations.
  /// Throws `EnvironmentError` where the chosen configuration cannot be read.
  explicit LanguageServer(LintOptions options = {}, ConfigurationChoice choice = {});

  /// Takes in what the editor wrote. Nothing is answered yet, so that a request can still be
  /// cancelled by a message behind it, and a text be linted only after the last of its changes.
  void receive(std::string_view bytes);

  /// How many messages wait.
  std::size_t backlog() const { return queue_.size(); }

  /// Handles every message that waits, and gives what is to be written.
  std::string work();

  /// What to say on standard error, a line each; empties the list.
  std::vector<std::string> take_log();

  /// Whether the editor said `exit`, and whether it said `shutdown` before.
  bool has_ended() const { return stage_ == Stage::ended; }
  bool ended_well() const { return was_shut_down_; }

 private:
  enum class Stage { before_initialize, running, shut_down, ended };

  struct Item {
    std::variant<Call, Answer, Malformed> message;
    bool is_cancelled = false;
  };

  /// What becomes of a request: its result, or nothing where its parameters make no sense.
  using Result = std::optional<Json>;
  using RequestHandler = Result (LanguageServer::*)(const Json& params);
  /// Whether the parameters of a notification made sense.
  using NotificationHandler = bool (LanguageServer::*)(const Json& params);

  static RequestHandler request_handler(std::string_view method);
  static NotificationHandler notification_handler(std::string_view method);

  void cancel(const Json& id);
  void handle(const Item& item);
  void handle_request(const Call& call);
  void handle_notification(const Call& call);
  Json answer_to(const Call& call);

  Result initialize(const Json& params);
  Result shutdown(const Json& params);
  Result hover(const Json& params);
  Result code_action(const Json& params);
  Result diagnostic(const Json& params);
  Result execute_command(const Json& params);

  bool initialized(const Json& params);
  bool exit(const Json& params);
  bool did_open(const Json& params);
  bool did_change(const Json& params);
  bool did_save(const Json& params);
  bool did_close(const Json& params);
  bool did_change_outside(const Json& params);
  bool did_change_folders(const Json& params);

  void publish_stale();
  void publish(const std::string& uri);
  void send(const Json& message);
  void send_request(std::string_view method, Json params);

  Session session_;
  FrameReader reader_;
  std::deque<Item> queue_;
  std::string output_;
  std::vector<std::string> log_;
  std::set<std::string, std::less<>> published_;
  Stage stage_ = Stage::before_initialize;
  bool was_shut_down_ = false;
  std::size_t requests_sent_ = 0;
};

}  // namespace corslint::lsp
