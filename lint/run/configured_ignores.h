#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lint/run/diagnostic.h"

namespace corslint {

/// One rule of a configuration's `[[ignore]]`, which silences the rule's findings in one file, and
/// with a pointer only those at that place of the document or within it. `number` tells it from the
/// others of its configuration.
struct ConfiguredIgnore {
  std::string rule = {};
  std::optional<std::string> pointer = {};
  std::string reason = {};
  std::size_t number = 0;
};

/// Moves the diagnostics that an entry silences to the silenced ones, and notes which entries did,
/// each once.
void apply_configured_ignores(const std::vector<ConfiguredIgnore>& ignores, FileReport& report);

}  // namespace corslint
