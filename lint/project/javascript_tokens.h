#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// What a token of JavaScript or TypeScript is. A text whose value is not plain (escapes, a
/// template with substitutions) is `opaque_text`.
enum class ScriptTokenKind { name, number, text, opaque_text, pattern, punctuation };

/// One token: as it is written, and for `text` what it stands for.
struct ScriptToken {
  ScriptTokenKind kind = ScriptTokenKind::punctuation;
  std::string_view written;
  std::uint32_t offset = 0;
  bool after_line_break = false;

  /// The text between the quotes; only for `text`.
  std::string_view value() const { return written.substr(1, written.size() - 2); }

  /// Whether the token is this name or punctuation.
  bool is(std::string_view what) const {
    return (kind == ScriptTokenKind::name || kind == ScriptTokenKind::punctuation) &&
           written == what;
  }
};

/// The most tokens that one file may have to be read.
inline constexpr std::size_t most_script_tokens = 100'000;

/// The tokens of a script without its comments; views into `text`. Nothing where the text is not
/// understood to its end: a quote, comment or template that is not closed, or too many tokens.
/// https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar
std::optional<std::vector<ScriptToken>> script_tokens(std::string_view text);

}  // namespace corslint
