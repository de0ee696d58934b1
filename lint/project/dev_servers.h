#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace corslint {

/// Where a development server takes its port from, besides its own option and file.
enum class PortVariable {
  none,      ///< no variable
  process,   ///< `PORT` of the process
  env_file,  ///< `PORT` of the process or of the project's env files
};

/// What a word behind the command that is no option stands for.
enum class Positional { ignored, root };

/// A command of a development server: `first` alone, or with `second` behind it.
struct DevCommand {
  std::string_view first;
  std::string_view second = {};
};

/// A program that serves a front end's pages while they are developed. `older_port` was the default
/// before the major version `since`. `files` are the names of its configuration without their
/// endings; there `section` holds the server's settings, and nothing is read where it is empty.
struct DevServer {
  std::string_view title;
  std::string_view package;
  std::span<const DevCommand> commands;
  std::int64_t port = 0;
  int since = 0;
  std::int64_t older_port = 0;
  PortVariable port_variable = PortVariable::none;
  Positional positional = Positional::ignored;
  std::string_view file = {};
  std::string_view section = {};
  /// Whether its pages usually call an API in the same program, which then is of the same origin.
  bool is_full_stack = false;
};

/// All that are known, the more particular ones first.
std::span<const DevServer> dev_servers();

}  // namespace corslint
