#pragma once

#include <string>
#include <vector>

namespace corslint {

/// One option or position of a command. `names` are as they are typed, the short one first; a
/// position has one, without dashes. `value` is what stands for the value in the help, empty for a
/// flag.
struct OptionDescription {
  std::vector<std::string> names = {};
  std::string value = {};
  std::string description = {};
  std::string group = {};
  bool is_position = false;
};

/// A command with everything that `--help` would say of it; hidden options and commands are left
/// out.
struct CommandDescription {
  std::string name = {};
  std::string description = {};
  std::vector<OptionDescription> options = {};
  std::vector<CommandDescription> commands = {};
};

}  // namespace corslint
