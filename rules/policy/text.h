#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "rules/policy/span.h"

namespace corslint {

/// How a text is written in its file, which decides how a replacement has to be spelled there.
enum class Quoting { bare, json, toml_basic, toml_literal, env_single, env_double };

/// Whether the text is what the enforcer will see: as written, put together from variables that the
/// reader expands, or still holding a variable whose value cannot be known from the file.
enum class Resolution { literal, expanded, unresolved };

/// One string of a policy: what it says, and where it stands. `span` is the whole token with its
/// quotes, `content` what lies within the quotes; inside a joined text (`a,b`) both are the entry's
/// own part. `removal` is what an edit deletes to take the entry out of its list with the
/// separator, absent where that is not possible.
struct Text {
  std::string value;
  Span span;
  Span content;
  Quoting quoting = Quoting::bare;
  Resolution resolution = Resolution::literal;
  std::optional<Span> removal;
};

/// Whether every byte of `content` stands for the byte of `value` at the same place, so that a part
/// of the value can be underlined and replaced by itself. An escape always takes more bytes than
/// what it stands for.
bool is_verbatim(const Text& text);

/// Where the `length` bytes of `text.value` from `offset` on stand in the file; the whole content
/// where that is not known.
Span part_of(const Text& text, std::size_t offset, std::size_t length);

/// `value` as it is spelled between the quotes of a text written with `quoting`; nothing if it
/// cannot be written there.
std::optional<std::string> spelled(std::string_view value, Quoting quoting);

}  // namespace corslint
