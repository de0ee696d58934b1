#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/lsp/server.h"

namespace corslint::test {

using lsp::Json;

/// The other side of the conversation: an editor that talks to a language server in this process.
class Editor {
 public:
  /// Starts the conversation with these capabilities, in a workspace of one folder, if one is
  /// given, and with what the user set for the server.
  explicit Editor(Json capabilities = Json::object(), const std::string& folder = {},
                  Json options = nullptr);

  /// What the server answers to a request: its whole message.
  Json ask(std::string_view method, Json params);

  /// The result that the server gives; fails the test where it gives an error.
  Json result_of(std::string_view method, Json params);

  void notify(std::string_view method, Json params);

  /// Opens a document, its language as editors call it.
  void open(const std::string& uri, const std::string& text, const std::string& language = "");

  /// Replaces the whole text of a document.
  void replace(const std::string& uri, const std::string& text, int version = 2);

  /// What the server sent of its own accord under this method since it was asked last: the
  /// parameters.
  std::vector<Json> take(std::string_view method);

  /// The rules of the findings that were published last for the document, sorted; "(nothing)" where
  /// nothing was published since.
  std::vector<std::string> published_rules(const std::string& uri);

  /// All code actions for a range of one line.
  Json code_actions(const std::string& uri, int line, int begin, int end,
                    Json context = {{"diagnostics", Json::array()}});

  lsp::LanguageServer& server() { return server_; }

 private:
  void exchange(const Json& message);

  lsp::LanguageServer server_;
  lsp::FrameReader reader_;
  std::vector<Json> received_;
  int last_id_ = 0;
};

/// What a modern editor says it can do.
Json usual_capabilities();

/// The titles of code actions, in order.
std::vector<std::string> titles_of(const Json& actions);

/// A text after the edits of the action of that title, in UTF-16.
std::string applied(const std::string& text, const Json& actions, std::string_view title);

}  // namespace corslint::test
