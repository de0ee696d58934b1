#pragma once

#include <cstddef>
#include <string_view>

namespace corslint {

/// Whether a byte may stand in a token. https://httpwg.org/specs/rfc9110.html#rule.token.separators
bool is_token_character(char c);

/// Whether a text is a token: what a method or a header name has to be. The empty text is none, and
/// `*` is one.
bool is_token(std::string_view text);

/// Where the first byte stands that no token has; `npos` for a token and for the empty text.
std::size_t first_non_token_character(std::string_view text);

}  // namespace corslint
