#include "rules/enforcers/go_header_names.h"

#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"

namespace corslint {

std::string canonical_header_name(std::string_view name) {
  if (!is_token(name)) return std::string(name);
  std::string result;
  bool begins_word = true;
  for (const char c : name) {
    result += begins_word ? ascii_uppered({&c, 1}) : std::string(1, ascii_lowered(c));
    begins_word = c == '-';
  }
  return result;
}

std::vector<std::string> canonical_header_names(std::vector<std::string> names) {
  for (auto& name : names) name = canonical_header_name(name);
  return names;
}

}  // namespace corslint
