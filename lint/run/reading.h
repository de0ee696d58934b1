#pragma once

#include <string>

namespace corslint {

/// Why an input gave no bytes.
enum class Obstacle { none, gone, other_kind, too_large, failure };

/// The bytes of one input, or why there are none: then `problem` is one line that says it, without
/// the input's name.
struct Reading {
  std::string text = {};
  std::string problem = {};
  Obstacle obstacle = Obstacle::none;
};

/// The bytes of a regular file, at most `largest_file`. Named pipes, sockets, devices and folders
/// are refused without being read, so this never waits.
Reading read_path(const std::string& path);

/// The bytes of standard input up to its end. More than `largest_file` of them is a problem; what
/// follows is not read.
Reading read_standard_input();

}  // namespace corslint
