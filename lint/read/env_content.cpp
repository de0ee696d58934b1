#include "lint/read/env_content.h"

namespace corslint {

EnvContent env_content(std::string_view file_text, const Text& value) {
  constexpr std::string_view names = "nrt\"\\";
  constexpr std::string_view values = "\n\r\t\"\\";
  EnvContent content;
  for (auto at = value.content.begin; at < value.content.end; ++at) {
    char c = file_text[at];
    content.offsets.push_back(at);
    if (c == '\\' && value.quoting == Quoting::env_double && at + 1 < value.content.end) {
      const auto known = names.find(file_text[at + 1]);
      if (known != std::string_view::npos) {
        c = values[known];
        ++at;
      }
    }
    content.text += c;
  }
  content.offsets.push_back(value.content.end);
  return content;
}

}  // namespace corslint
