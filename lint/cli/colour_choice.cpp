#include "lint/cli/colour_choice.h"

#include <cstdlib>
#include <string>
#include <unistd.h>

#include "lint/run/environment_error.h"

namespace corslint {
namespace {

/// The value of an environment variable; empty where it is not set.
std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool is_switched_on(std::string_view value) {
  return !value.empty() && value != "0";
}

}  // namespace

ColourChoice colour_choice(std::string_view name) {
  if (name == "auto") return ColourChoice::automatic;
  if (name == "always") return ColourChoice::always;
  if (name == "never") return ColourChoice::never;
  throw EnvironmentError("--color: `" + std::string(name) + "` is not auto, always or never");
}

Colour colour_of_standard_output(ColourChoice choice) {
  if (choice == ColourChoice::always) return Colour::terminal;
  if (choice == ColourChoice::never || !variable("NO_COLOR").empty()) return Colour::none;
  if (is_switched_on(variable("FORCE_COLOR")) || is_switched_on(variable("CLICOLOR_FORCE")))
    return Colour::terminal;
  if (variable("TERM") == "dumb" || ::isatty(STDOUT_FILENO) == 0) return Colour::none;
  return Colour::terminal;
}

Colour colour_of_file(ColourChoice choice) {
  return choice == ColourChoice::always ? Colour::terminal : Colour::none;
}

}  // namespace corslint
