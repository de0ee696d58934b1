#pragma once

#include <optional>

#include "lint/project/project_files.h"
#include "rules/surroundings.h"

namespace corslint {

/// What a folder's package is to the policies around it.
enum class FrontEnd {
  none,     ///< it starts no development server
  unclear,  ///< it starts one, at an address that cannot be told without running something
  found,
};

/// A package's development server. `is_own_api` says that its pages usually call an API in the same
/// program and that nothing else in the folder looks like a server, so a policy within the folder
/// is not about those pages.
struct DetectedServer {
  FrontEnd kind = FrontEnd::none;
  DevOrigin origin = {};
  bool is_own_api = false;
};

/// Reads what lies in the folder and finds where its development server shows the pages. What the
/// command says goes before the environment, that before the configuration file, and that before
/// the program's own default.
DetectedServer detected_server(const ProjectFolder& folder);

}  // namespace corslint
