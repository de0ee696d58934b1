#pragma once

#include <functional>
#include <vector>

#include "lint/project/detected_server.h"

namespace corslint {

/// How many folders upwards from a policy front ends are looked for, its own counted.
inline constexpr int most_levels = 5;

/// Finds the server of one folder; see `detected_server`.
using ServerLookup = std::function<DetectedServer(const ProjectFolder&)>;

/// The development servers of one folder: of its own package, and of the folders in it that are
/// named as front ends are (`frontend`, `web`, `client`, ...; also below `apps` and `packages`).
struct FrontEnds {
  std::vector<DevOrigin> origins = {};
  bool is_unclear = false;  ///< one of them cannot be told
  bool is_own_api = false;  ///< see `DetectedServer`
};

/// Looks at one folder.
FrontEnds front_ends_in(const ProjectFolder& folder, const ServerLookup& lookup);

/// Finds the front ends of one folder; see `front_ends_in`.
using FrontEndsLookup = std::function<FrontEnds(const ProjectFolder&)>;

/// The development servers whose pages use a policy in the innermost of `folders`, which holds that
/// folder and those around it, in order from the inside. The first of them with any such server
/// decides. Empty where one of its servers cannot be told: the policy may be for that
/// one.
std::vector<DevOrigin> front_ends_around(const std::vector<ProjectFolder>& folders,
                                         const FrontEndsLookup& lookup);

}  // namespace corslint
