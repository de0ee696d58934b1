#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/project/project_files.h"

namespace corslint {

/// One command of a `package.json`.
struct PackageScript {
  std::string name;
  std::string command;
  std::string place;
};

/// What a `package.json` says, as far as development servers are concerned. `dependencies` holds
/// the versions of all kinds of dependencies by name.
struct Package {
  Presence presence = Presence::absent;
  std::map<std::string, std::string, std::less<>> dependencies = {};
  std::vector<PackageScript> scripts = {};
  std::string proxy_place = {};  ///< where Create React App's `proxy` is; empty: nowhere

  bool depends_on(std::string_view name) const { return dependencies.contains(name); }
};

/// Reads the folder's `package.json`; one that is not JSON is unreadable.
Package read_package(const ProjectFolder& folder);

/// The first number of a version or range of versions (`^5.1` gives 5); nothing for a range that
/// starts with none (`latest`, `workspace:*`).
std::optional<int> major_version(std::string_view range);

}  // namespace corslint
