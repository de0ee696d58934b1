#include "rules/checks/origins/schemes.h"

#include <algorithm>
#include <array>

#include "rules/policy/ascii.h"
#include "rules/policy/nearest.h"

namespace corslint {

std::string_view meant_web_scheme(std::string_view scheme) {
  static constexpr std::array<std::string_view, 2> web{"https", "http"};
  constexpr std::size_t most_edits = 2;
  const bool is_web = std::find(web.begin(), web.end(), scheme) != web.end();
  if (is_web || scheme.size() < 3 || scheme.front() != 'h') return {};
  const auto nearer =
      edit_distance(scheme, web[0]) <= edit_distance(scheme, web[1]) ? web[0] : web[1];
  return edit_distance(scheme, nearer) <= most_edits ? nearer : std::string_view();
}

std::string scheme_text(const Entry& entry) {
  const auto value = stripped(entry.value());
  return ascii_lowered(value.substr(0, value.find_first_of(":/;\\")));
}

bool is_scheme_typo(const Entry& entry) {
  if (entry.kind != EntryKind::origin) return false;
  if (entry.parsed.note_of(OriginProblem::malformed_separator) != nullptr) return true;
  return entry.value().find_first_of(":/;") != std::string_view::npos &&
         !meant_web_scheme(scheme_text(entry)).empty();
}

std::string_view browser_with_installation_origins(std::string_view scheme) {
  if (scheme == "moz-extension") return "Firefox";
  if (scheme == "safari-web-extension") return "Safari";
  return {};
}

}  // namespace corslint
