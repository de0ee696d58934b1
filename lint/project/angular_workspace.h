#pragma once

#include "lint/project/server_configuration.h"

namespace corslint {

/// What the folder's `angular.json` says about `ng serve` of its one application, or of the
/// `defaultProject`. Unknown where there are several and none is the default, or where a
/// configuration that development uses sets the port again.
/// https://angular.dev/reference/configs/workspace-config
ServerConfiguration angular_configuration(const ProjectFolder& folder);

}  // namespace corslint
