#pragma once

#include <cstdint>

namespace corslint {

/// The regular expression language that an enforcer's engine reads. `go` is RE2's language with
/// `(?<name>...)` as Go 1.22 reads it; `ruby` is PCRE's with Onigmo's own escapes.
enum class Syntax : std::uint8_t { re2, go, python, javascript, pcre, ruby, java };

/// What part of the origin a pattern must cover to admit it: all of it; its beginning; any part;
/// its beginning, with a `$` written behind the pattern where none stands there (Kong); its end.
enum class MatchMode : std::uint8_t { full, prefix, search, prefix_with_dollar, suffix };

/// Whether letters of both cases count as the same.
enum class LetterCase : std::uint8_t { sensitive, insensitive };

}  // namespace corslint
