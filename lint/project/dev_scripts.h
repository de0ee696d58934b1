#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lint/project/package.h"
#include "lint/project/server_configuration.h"

namespace corslint {

/// How a package starts its development server: the server, what the command line says about it,
/// the variables that it sets, and the configuration file that it names. `is_clear` is false where
/// the command does something that is not followed (another folder, a variable).
struct DevInvocation {
  const DevServer* server = nullptr;
  ServerConfiguration options = {};
  PlacedVariables variables = {};
  std::string file = {};
  bool is_clear = true;
};

/// The development server that a command starts; nothing where it starts none that is known, or
/// starts it in another folder. `place` is where the command stands.
std::optional<DevInvocation> dev_invocation(std::string_view command, const std::string& place);

/// How the package starts its development server, by its scripts `dev`, `start`, `serve` and
/// `develop`, the first that starts one, else by the scripts whose names begin with one of these
/// words or with `client`, `web`, `frontend`, where they agree. A package without a script of these
/// four names is taken by its dependencies. Nothing where it has no such server.
std::optional<DevInvocation> dev_invocation(const Package& package);

}  // namespace corslint
