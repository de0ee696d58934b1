#pragma once

#include <string>
#include <vector>

#include "lint/lsp/json_reading.h"
#include "lint/lsp/positions.h"

namespace corslint::lsp {

/// What the editor said of itself when it started the conversation.
struct Client {
  PositionEncoding encoding = PositionEncoding::utf16;
  std::vector<std::string> folders = {};  ///< the paths of the workspace
  bool pulls_diagnostics = false;
  bool refreshes_diagnostics = false;
  bool takes_versioned_edits = false;  ///< `documentChanges` in a workspace edit
  bool takes_code_actions = false;     ///< as literals, not only as commands
  bool shows_documents = false;
  bool shows_markdown = true;
  bool watches_files = false;
};

/// Reads the parameters of `initialize`. What is missing, or of another type, counts as not
/// supported.
Client client_of(const Json& params);

/// The paths of an array of workspace folders; those that are no files are left out.
std::vector<std::string> paths_of_folders(const Json& folders);

}  // namespace corslint::lsp
