#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "lint/project/dev_servers.h"
#include "lint/project/javascript_values.h"
#include "lint/project/project_files.h"

namespace corslint {

/// How well a setting is known: not set, set to a value, or set in a way that cannot be told
/// without running something.
enum class Certainty { absent, known, unknown };

/// One setting with the place that sets it, as messages name it.
template <typename T>
struct Configured {
  Certainty certainty = Certainty::absent;
  T value = {};
  std::string place = {};
};

/// What one source (a command, a file, the environment) says about a development server. An empty
/// host means all addresses.
struct ServerConfiguration {
  Configured<std::int64_t> port = {};
  Configured<std::string> host = {};
  Configured<bool> https = {};
  Configured<bool> proxy = {};  ///< whether requests to the API are forwarded
};

/// Variables by name, with their place.
using PlacedVariables = std::map<std::string, Configured<std::string>, std::less<>>;

/// What a configuration file of JavaScript can refer to: the variables of the process that runs it,
/// as far as its command sets them, and those of the project's env files.
struct ScriptEnvironment {
  PlacedVariables process;
  PlacedVariables env_files;
};

/// The server's settings as its configuration file has them: the one named by `file`, which is
/// without its ending, or that which the command names by `named`. Without such a file nothing is
/// set; one that cannot be read leaves everything unknown.
ServerConfiguration file_configuration(const ProjectFolder& folder, const DevServer& server,
                                       std::string_view named,
                                       const ScriptEnvironment& environment);

/// A port in digits; unknown for anything else.
Configured<std::int64_t> configured_port(std::string_view text, std::string place);

}  // namespace corslint
