// What the server does with each method of the protocol; server.cpp has what they have in common.

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "lint/lsp/code_actions.h"
#include "lint/lsp/diagnostics.h"
#include "lint/lsp/hover.h"
#include "lint/lsp/parameters.h"
#include "lint/lsp/server.h"
#include "lint/report/rule_page.h"
#include "lint/report/version.h"
#include "rules/catalog.h"

namespace corslint::lsp {
namespace {

/// The numbers of `TextDocumentSyncKind` and `MessageType`.
constexpr int incremental_sync = 2;
constexpr int information = 3;

/// The files outside of what is linted that change what is found.
constexpr std::array<std::string_view, 5> watched_files{
    "**/{corslint.toml,.corslint.toml,pyproject.toml}", "**/{package.json,angular.json}",
    "**/*.config.{js,ts,mjs,mts,cjs,cts}", "**/.env*", "**/{config,settings,base}.py"};

Json capabilities_for(const Client& client) {
  Json capabilities{
      {"positionEncoding", encoding_name(client.encoding)},
      {"textDocumentSync",
       {{"openClose", true}, {"change", incremental_sync}, {"save", {{"includeText", false}}}}},
      {"hoverProvider", true},
      {"executeCommandProvider", {{"commands", Json::array({documentation_command})}}},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}};
  if (client.takes_code_actions)
    capabilities["codeActionProvider"] = {
        {"codeActionKinds", Json::array({"quickfix", fix_all_kind})}};
  if (client.pulls_diagnostics)
    capabilities["diagnosticProvider"] = {{"identifier", "corslint"},
                                          {"interFileDependencies", true},
                                          {"workspaceDiagnostics", false}};
  return capabilities;
}

Json watchers() {
  auto list = Json::array();
  for (const auto pattern : watched_files) list.push_back({{"globPattern", pattern}});
  return list;
}

}  // namespace

LanguageServer::RequestHandler LanguageServer::request_handler(std::string_view method) {
  static constexpr std::array<std::pair<std::string_view, RequestHandler>, 6> handlers{{
      {"initialize", &LanguageServer::initialize},
      {"shutdown", &LanguageServer::shutdown},
      {"textDocument/hover", &LanguageServer::hover},
      {"textDocument/codeAction", &LanguageServer::code_action},
      {"textDocument/diagnostic", &LanguageServer::diagnostic},
      {"workspace/executeCommand", &LanguageServer::execute_command},
  }};
  const auto* found =
      std::ranges::find(handlers, method, [](const auto& entry) { return entry.first; });
  return found == handlers.end() ? nullptr : found->second;
}

LanguageServer::NotificationHandler LanguageServer::notification_handler(std::string_view method) {
  static constexpr std::array<std::pair<std::string_view, NotificationHandler>, 9> handlers{{
      {"initialized", &LanguageServer::initialized},
      {"exit", &LanguageServer::exit},
      {"textDocument/didOpen", &LanguageServer::did_open},
      {"textDocument/didChange", &LanguageServer::did_change},
      {"textDocument/didSave", &LanguageServer::did_save},
      {"textDocument/didClose", &LanguageServer::did_close},
      {"workspace/didChangeWatchedFiles", &LanguageServer::did_change_outside},
      {"workspace/didChangeConfiguration", &LanguageServer::did_change_outside},
      {"workspace/didChangeWorkspaceFolders", &LanguageServer::did_change_folders},
  }};
  const auto* found =
      std::ranges::find(handlers, method, [](const auto& entry) { return entry.first; });
  return found == handlers.end() ? nullptr : found->second;
}

LanguageServer::Result LanguageServer::initialize(const Json& params) {
  session_.client = client_of(params);
  stage_ = Stage::running;
  return Json{{"capabilities", capabilities_for(session_.client)},
              {"serverInfo", {{"name", "corslint"}, {"version", version()}}}};
}

LanguageServer::Result LanguageServer::shutdown(const Json& /*parameters*/) {
  stage_ = Stage::shut_down;
  was_shut_down_ = true;
  return Json();
}

LanguageServer::Result LanguageServer::hover(const Json& params) {
  const auto uri = document_uri_in(params);
  const auto position = position_in(member_of(params, "position"));
  if (!uri || !position) return std::nullopt;
  const auto linted = session_.linted(*uri);
  return linted ? lsp::hover(*linted, session_.client, *position) : Json();
}

LanguageServer::Result LanguageServer::code_action(const Json& params) {
  const auto uri = document_uri_in(params);
  if (!uri || !range_in(member_of(params, "range"))) return std::nullopt;
  const auto linted = session_.linted(*uri);
  if (!linted || !session_.client.takes_code_actions) return Json::array();
  return code_actions(*linted, session_.client, params);
}

LanguageServer::Result LanguageServer::diagnostic(const Json& params) {
  const auto uri = document_uri_in(params);
  if (!uri) return std::nullopt;
  const auto linted = session_.linted(*uri);
  auto items = linted ? diagnostics_of(*linted, session_.client.encoding) : Json::array();
  const auto result_id = std::to_string(std::hash<std::string>()(written(items)));
  if (member_of(params, "previousResultId") == result_id)
    return Json{{"kind", "unchanged"}, {"resultId", result_id}};
  return Json{{"kind", "full"}, {"resultId", result_id}, {"items", std::move(items)}};
}

LanguageServer::Result LanguageServer::execute_command(const Json& params) {
  const Json& arguments = member_of(params, "arguments");
  if (member_of(params, "command") != documentation_command || !arguments.is_array() ||
      arguments.empty())
    return std::nullopt;
  const Rule* rule = find_rule(text_of(arguments.front()).value_or(""));
  if (rule == nullptr) return std::nullopt;
  if (session_.client.shows_documents) {
    send_request("window/showDocument", {{"uri", rule->reference}, {"external", true}});
  } else {
    send(
        notification("window/showMessage", {{"type", information}, {"message", rule_page(*rule)}}));
  }
  return Json();
}

bool LanguageServer::initialized(const Json& /*parameters*/) {
  if (!session_.client.watches_files) return true;
  const Json registration{{"id", "corslint-files"},
                          {"method", "workspace/didChangeWatchedFiles"},
                          {"registerOptions", {{"watchers", watchers()}}}};
  send_request("client/registerCapability", {{"registrations", Json::array({registration})}});
  return true;
}

bool LanguageServer::exit(const Json& /*parameters*/) {
  stage_ = Stage::ended;
  return true;
}

bool LanguageServer::did_open(const Json& params) {
  auto document = opened_document_in(params);
  if (!document) return false;
  session_.open(*std::move(document));
  return true;
}

bool LanguageServer::did_change(const Json& params) {
  const auto uri = document_uri_in(params);
  const auto changes = changes_in(params);
  if (!uri || !changes) return false;
  const auto version = integer_of(member_of(params, {"textDocument", "version"}));
  return session_.change(*uri, *changes, version.value_or(0));
}

/// What is on the disk has changed: what was found beside other documents may be out of date.
bool LanguageServer::did_save(const Json& params) {
  session_.read_again();
  return document_uri_in(params).has_value();
}

bool LanguageServer::did_close(const Json& params) {
  const auto uri = document_uri_in(params);
  return uri && session_.close(*uri);
}

bool LanguageServer::did_change_outside(const Json& /*parameters*/) {
  session_.read_again();
  return true;
}

bool LanguageServer::did_change_folders(const Json& params) {
  const Json& event = member_of(params, "event");
  auto& folders = session_.client.folders;
  const auto removed = paths_of_folders(member_of(event, "removed"));
  std::erase_if(folders, [&](const std::string& folder) {
    return std::ranges::find(removed, folder) != removed.end();
  });
  for (auto& folder : paths_of_folders(member_of(event, "added")))
    folders.push_back(std::move(folder));
  session_.read_again();
  return event.is_object();
}

}  // namespace corslint::lsp
