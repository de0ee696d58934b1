#include "rules/pattern/origin_language.h"

#include <algorithm>

#include "rules/pattern/origin_language_tables.h"

namespace corslint::pattern {

const OriginLanguage& origin_language(OriginPart part) {
  return origin_language_tables[static_cast<std::size_t>(part)];
}

bool is_sendable(std::string_view text) {
  return std::any_of(every_origin_part.begin(), every_origin_part.end(), [&](OriginPart part) {
    const OriginLanguage& language = origin_language(part);
    State state = 0;
    for (const char c : text) {
      state = language.next(state, static_cast<unsigned char>(c));
      if (state == no_state) return false;
    }
    return (language.marks[state] & mark::origin) != 0;
  });
}

}  // namespace corslint::pattern
