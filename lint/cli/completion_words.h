#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// The words that can stand for a value which `--help` shows as `placeholder`, such as the dialects
/// for `D[@VERSION]`; none where any text or a file can stand there.
std::vector<std::string> words_for(std::string_view placeholder);

/// The words that can stand at a command's position, such as the rules for `explain RULE`; none
/// where files do.
std::vector<std::string> words_at_position(std::string_view command, std::string_view position);

/// Whether the value is the path of a file or folder.
bool is_path(std::string_view placeholder);

}  // namespace corslint
