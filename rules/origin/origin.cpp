#include "rules/origin/origin.h"

#include <algorithm>

namespace corslint {

std::string Origin::serialize() const {
  if (is_opaque()) return "null";
  std::string text = scheme + "://" + corslint::serialize(host);
  if (port) text += ':' + std::to_string(*port);
  return text;
}

const OriginNote* ParsedOrigin::note_of(OriginProblem problem) const {
  const auto found = std::find_if(notes.begin(), notes.end(),
                                  [&](const OriginNote& note) { return note.problem == problem; });
  return found == notes.end() ? nullptr : &*found;
}

std::optional<std::uint16_t> default_port(std::string_view scheme) {
  if (scheme == "http" || scheme == "ws") return std::uint16_t{80};
  if (scheme == "https" || scheme == "wss") return std::uint16_t{443};
  return std::nullopt;
}

bool is_web(const Origin& origin) {
  return origin.scheme == "http" || origin.scheme == "https";
}

bool is_loopback(const Origin& origin) {
  return !origin.is_opaque() && is_loopback(origin.host);
}

bool is_private_address(const Origin& origin) {
  return !origin.is_opaque() && is_private_address(origin.host);
}

bool has_trailing_dot(const Origin& origin) {
  const auto* domain = std::get_if<Domain>(&origin.host);
  return domain != nullptr && domain->name.ends_with('.');
}

}  // namespace corslint
