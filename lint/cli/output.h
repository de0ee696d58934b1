#pragma once

#include <string>
#include <string_view>

namespace corslint {

/// Writes to standard output. A reader that has gone away is no error: the rest is dropped.
/// Otherwise throws `EnvironmentError` where not everything could be written.
void write_standard_output(std::string_view text);

/// Writes one line to standard error, with the program's name in front.
void write_message(std::string_view text);

/// Writes a text to standard error as it is.
void write_standard_error(std::string_view text);

/// Puts a text into a file, whole or not at all: it is written beside it and renamed. What exists
/// and is no regular file (a device, a pipe) is written to directly. Throws `EnvironmentError`
/// where that fails.
void write_file(const std::string& path, std::string_view text);

}  // namespace corslint
