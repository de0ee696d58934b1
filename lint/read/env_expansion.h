#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "rules/policy/text.h"

namespace corslint {

/// The most bytes that a value may grow to by expanding its variables; beyond that it stays as
/// written and counts as unresolved.
inline constexpr std::size_t longest_expansion = std::size_t{64} * 1024;

/// A written text with its escapes decoded and its variables put in. `unresolved` where at least
/// one variable could not be known: its reference then stays in the text as written.
struct Expansion {
  std::string value;
  Resolution resolution = Resolution::literal;
};

/// What a variable holds, expanded itself; nothing for one that is not defined.
using VariableLookup = std::function<std::optional<Expansion>(std::string_view name)>;

/// Expands what stands between the quotes of an env value (or a part of it): escapes within double
/// quotes, `$NAME`, `${NAME}` and the shell's operators `:-` `-` `:=` `=` `:+` `+` `:?` `?` outside
/// single quotes.
/// https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/
Expansion expanded(std::string_view written, Quoting quoting, const VariableLookup& lookup);

/// The offset behind the variable reference that starts at `at`; `at` itself if none starts there,
/// the text's end for one that is not closed.
std::size_t end_of_reference(std::string_view text, std::size_t at);

}  // namespace corslint
