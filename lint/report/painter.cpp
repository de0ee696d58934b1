#include "lint/report/painter.h"

namespace corslint {
namespace {

/// The parameters of the SGR sequence (ECMA-48, 8.3.117); empty for none.
std::string_view sgr_parameters(Role role) {
  switch (role) {
    case Role::plain:
      return "";
    case Role::strong:
      return "1";
    case Role::frame:
      return "1;34";
    case Role::error:
      return "1;31";
    case Role::warning:
      return "1;33";
    case Role::info:
      break;
  }
  return "1;36";
}

}  // namespace

std::string Painter::paint(std::string_view text, Role role) const {
  const auto parameters = sgr_parameters(role);
  if (colour_ == Colour::none || parameters.empty() || text.empty()) return std::string(text);
  return "\x1b[" + std::string(parameters) + "m" + std::string(text) + "\x1b[0m";
}

Role role_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return Role::info;
    case Severity::warning:
      return Role::warning;
    case Severity::error:
      break;
  }
  return Role::error;
}

}  // namespace corslint
