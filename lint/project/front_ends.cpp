#include "lint/project/front_ends.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace corslint {
namespace {

constexpr std::array<std::string_view, 18> front_end_names{
    "frontend", "front-end", "front", "web",     "webapp",     "web-app",
    "client",   "ui",        "app",   "www",     "site",       "website",
    "spa",      "dashboard", "admin", "console", "web-client", "frontend-app"};

constexpr std::array<std::string_view, 2> workspace_names{"apps", "packages"};

/// The folders within one that front ends usually stand in, as far as they are there.
std::vector<ProjectFolder> front_end_folders(const ProjectFolder& folder) {
  std::vector<ProjectFolder> result;
  const auto add_children_of = [&](const ProjectFolder& parent) {
    for (const auto name : folders_among(front_end_names, parent))
      result.push_back(parent.child(name));
  };
  add_children_of(folder);
  for (const auto name : folders_among(workspace_names, folder))
    add_children_of(folder.child(name));
  return result;
}

void add(std::vector<DevOrigin>& origins, DevOrigin origin) {
  const bool is_known = std::any_of(origins.begin(), origins.end(), [&](const DevOrigin& other) {
    return other.origin == origin.origin;
  });
  if (!is_known) origins.push_back(std::move(origin));
}

}  // namespace

FrontEnds front_ends_in(const ProjectFolder& folder, const ServerLookup& lookup) {
  FrontEnds result;
  const auto note = [&](DetectedServer server) {
    result.is_unclear = result.is_unclear || server.kind == FrontEnd::unclear;
    if (server.kind == FrontEnd::found) add(result.origins, std::move(server.origin));
  };
  auto own = lookup(folder);
  result.is_own_api = own.is_own_api;
  note(std::move(own));
  for (const auto& child : front_end_folders(folder)) note(lookup(child));
  return result;
}

std::vector<DevOrigin> front_ends_around(const std::vector<ProjectFolder>& folders,
                                         const FrontEndsLookup& lookup) {
  for (const auto& folder : folders) {
    auto found = lookup(folder);
    if (found.is_own_api || found.is_unclear) return {};
    if (!found.origins.empty()) return std::move(found.origins);
  }
  return {};
}

}  // namespace corslint
