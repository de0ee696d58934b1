#include "tests/lint/lsp/editor.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "lint/lsp/parameters.h"
#include "lint/lsp/positions.h"
#include "lint/run/edits.h"

namespace corslint::test {

Editor::Editor(Json capabilities, const std::string& folder, Json options) {
  Json params{{"processId", nullptr}, {"capabilities", std::move(capabilities)}};
  if (!folder.empty())
    params["workspaceFolders"] =
        Json::array({Json{{"uri", "file://" + folder}, {"name", "folder"}}});
  if (!options.is_null()) params["initializationOptions"] = std::move(options);
  result_of("initialize", std::move(params));
  notify("initialized", Json::object());
}

void Editor::exchange(const Json& message) {
  server_.receive(lsp::framed(lsp::written(message)));
  reader_.feed(server_.work());
  while (const auto frame = reader_.next()) {
    REQUIRE(frame->kind == lsp::Frame::Kind::message);
    received_.push_back(Json::parse(frame->content));
  }
}

Json Editor::ask(std::string_view method, Json params) {
  const Json id = ++last_id_;
  exchange({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
  const auto answer = std::ranges::find_if(received_, [&](const Json& message) {
    return !message.contains("method") && message["id"] == id;
  });
  REQUIRE(answer != received_.end());
  auto result = *answer;
  received_.erase(answer);
  return result;
}

Json Editor::result_of(std::string_view method, Json params) {
  auto answer = ask(method, std::move(params));
  INFO(answer.dump());
  REQUIRE(answer.contains("result"));
  return answer["result"];
}

void Editor::notify(std::string_view method, Json params) {
  exchange({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

void Editor::open(const std::string& uri, const std::string& text, const std::string& language) {
  notify(
      "textDocument/didOpen",
      {{"textDocument", {{"uri", uri}, {"languageId", language}, {"version", 1}, {"text", text}}}});
}

void Editor::replace(const std::string& uri, const std::string& text, int version) {
  notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", version}}},
                                    {"contentChanges", Json::array({Json{{"text", text}}})}});
}

std::vector<Json> Editor::take(std::string_view method) {
  std::vector<Json> taken;
  std::erase_if(received_, [&](const Json& message) {
    if (!message.contains("method") || message["method"] != method) return false;
    taken.push_back(message["params"]);
    return true;
  });
  return taken;
}

std::vector<std::string> Editor::published_rules(const std::string& uri) {
  std::vector<std::string> rules{"(nothing)"};
  for (const auto& params : take("textDocument/publishDiagnostics")) {
    if (params["uri"] != uri) continue;
    rules.clear();
    for (const auto& diagnostic : params["diagnostics"]) rules.push_back(diagnostic["code"]);
  }
  std::ranges::sort(rules);
  return rules;
}

Json Editor::code_actions(const std::string& uri, int line, int begin, int end, Json context) {
  const Json range{{"start", {{"line", line}, {"character", begin}}},
                   {"end", {{"line", line}, {"character", end}}}};
  return result_of("textDocument/codeAction",
                   {{"textDocument", {{"uri", uri}}}, {"range", range}, {"context", context}});
}

Json usual_capabilities() {
  return {{"textDocument",
           {{"codeAction", {{"codeActionLiteralSupport", Json::object()}}},
            {"hover", {{"contentFormat", Json::array({"markdown", "plaintext"})}}}}},
          {"workspace", {{"workspaceEdit", {{"documentChanges", true}}}}}};
}

std::vector<std::string> titles_of(const Json& actions) {
  std::vector<std::string> titles;
  for (const auto& action : actions) titles.push_back(action["title"]);
  return titles;
}

std::string applied(const std::string& text, const Json& actions, std::string_view title) {
  const auto action = std::ranges::find_if(
      actions, [&](const Json& candidate) { return candidate["title"] == title; });
  INFO(actions.dump(1));
  REQUIRE(action != actions.end());
  std::vector<Edit> edits;
  for (const auto& edit : (*action)["edit"]["documentChanges"][0]["edits"]) {
    const auto range = lsp::range_in(edit["range"]).value();
    edits.push_back({{lsp::offset_at(text, range.start, lsp::PositionEncoding::utf16),
                      lsp::offset_at(text, range.end, lsp::PositionEncoding::utf16)},
                     edit["newText"]});
  }
  return with_edits(text, edits);
}

}  // namespace corslint::test
