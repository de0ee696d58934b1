#include "lint/read/example_file.h"

#include <algorithm>
#include <array>
#include <string>

#include "rules/policy/ascii.h"

namespace corslint {

bool is_example_file(std::string_view path) {
  constexpr auto words =
      std::to_array<std::string_view>({".example", ".sample", ".template", ".dist"});
  const auto name = ascii_lowered(path.substr(path.find_last_of('/') + 1));
  return std::ranges::any_of(words, [&](std::string_view word) {
    const auto at = name.find(word);
    const auto end = at == std::string::npos ? at : at + word.size();
    return end != std::string::npos && (end == name.size() || name[end] == '.');
  });
}

}  // namespace corslint
