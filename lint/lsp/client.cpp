#include "lint/lsp/client.h"

#include "lint/lsp/uris.h"

namespace corslint::lsp {
namespace {

/// UTF-8 needs no conversion; UTF-16 is what everybody has to understand.
PositionEncoding chosen_encoding(const Json& offered) {
  for (const auto encoding : {PositionEncoding::utf8, PositionEncoding::utf16}) {
    if (holds_text(offered, encoding_name(encoding))) return encoding;
  }
  return PositionEncoding::utf16;
}

/// The workspace's folders; older clients name one root instead.
std::vector<std::string> folders_of(const Json& params) {
  auto folders = paths_of_folders(member_of(params, "workspaceFolders"));
  if (!folders.empty()) return folders;
  if (const auto uri = text_of(member_of(params, "rootUri")))
    folders.push_back(path_of_uri(*uri));
  else if (const auto path = text_of(member_of(params, "rootPath")))
    folders.push_back(*path);
  std::erase_if(folders, [](const std::string& path) { return !path.starts_with('/'); });
  return folders;
}

/// A client that does not say what its positions count may be told to by its user, as Vim's ALE,
/// which counts bytes.
PositionEncoding encoding_of(const Json& params) {
  const Json& offered = member_of(params, {"capabilities", "general", "positionEncodings"});
  const Json& set = member_of(params, {"initializationOptions", "positionEncoding"});
  const bool is_silent = !offered.is_array() && set.is_string();
  return chosen_encoding(is_silent ? Json::array({set}) : offered);
}

}  // namespace

Client client_of(const Json& params) {
  const Json& capabilities = member_of(params, "capabilities");
  const Json& document = member_of(capabilities, "textDocument");
  const Json& workspace = member_of(capabilities, "workspace");
  const Json& formats = member_of(document, {"hover", "contentFormat"});
  return {
      .encoding = encoding_of(params),
      .folders = folders_of(params),
      .pulls_diagnostics = member_of(document, "diagnostic").is_object(),
      .refreshes_diagnostics = is_true(member_of(workspace, {"diagnostics", "refreshSupport"})),
      .takes_versioned_edits = is_true(member_of(workspace, {"workspaceEdit", "documentChanges"})),
      .takes_code_actions =
          member_of(document, {"codeAction", "codeActionLiteralSupport"}).is_object(),
      .shows_documents = is_true(member_of(capabilities, {"window", "showDocument", "support"})),
      .shows_markdown = !formats.is_array() || holds_text(formats, "markdown"),
      .watches_files =
          is_true(member_of(workspace, {"didChangeWatchedFiles", "dynamicRegistration"})),
  };
}

std::vector<std::string> paths_of_folders(const Json& folders) {
  std::vector<std::string> paths;
  if (!folders.is_array()) return paths;
  for (const auto& folder : folders) {
    const auto uri = text_of(member_of(folder, "uri"));
    auto path = uri ? path_of_uri(*uri) : std::string();
    if (!path.empty()) paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace corslint::lsp
