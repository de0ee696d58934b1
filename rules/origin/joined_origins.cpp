#include "rules/origin/joined_origins.h"

#include <algorithm>

#include "rules/origin/ascii.h"
#include "rules/origin/blanks.h"
#include "rules/origin/utf8.h"

namespace corslint {
namespace {

bool is_cut(char32_t c) {
  return c == ',' || c == ';' || c == '|' || is_blank(c);
}

std::vector<TextRange> pieces_of(std::string_view text) {
  std::vector<TextRange> pieces;
  bool is_in_piece = false;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint here = decode_utf8(text, i);
    if (is_cut(here.value)) {
      is_in_piece = false;
    } else {
      if (!is_in_piece) pieces.push_back({i, 0});
      pieces.back().length += here.length;
      is_in_piece = true;
    }
    i += here.length;
  }
  return pieces;
}

bool is_quote(char c) {
  return c == '"' || c == '\'' || c == '`';
}

/// The piece without the quotes of a list in another notation, and the brackets outside of those.
TextRange without_quotes(TextRange piece, std::string_view text) {
  const auto at = [&](std::size_t i) { return text[piece.offset + i]; };
  while (piece.length > 1 && (is_quote(at(0)) || (at(0) == '[' && is_quote(at(1))))) {
    ++piece.offset;
    --piece.length;
  }
  while (piece.length > 1 && (is_quote(at(piece.length - 1)) ||
                              (at(piece.length - 1) == ']' && is_quote(at(piece.length - 2)))))
    --piece.length;
  return piece;
}

bool begins_with_scheme(std::string_view piece) {
  const std::size_t end = piece.find("://");
  if (end == std::string_view::npos || end == 0 || !is_ascii_alpha(piece.front())) return false;
  return std::all_of(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
    return is_ascii_alpha(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

bool is_host_character(char c) {
  return is_ascii_alpha(c) || is_ascii_digit(c) || !is_ascii(c) || c == '-' || c == '_' ||
         c == '.' || c == '*' || c == ':' || c == '/';
}

bool looks_like_host(std::string_view piece) {
  if (!std::all_of(piece.begin(), piece.end(), is_host_character)) return false;
  const std::string_view name = piece.substr(0, piece.find(':'));
  const std::size_t dot = name.find('.');
  const bool has_inner_dot = dot != std::string_view::npos && dot > 0 && dot + 1 < name.size();
  return has_inner_dot || ascii_lowered(name) == "localhost";
}

bool could_be_entry(std::string_view piece) {
  return piece == "*" || ascii_lowered(piece) == "null" || begins_with_scheme(piece) ||
         looks_like_host(piece);
}

}  // namespace

std::vector<TextRange> split_joined_origins(std::string_view text) {
  std::vector<TextRange> pieces = pieces_of(text);
  for (TextRange& piece : pieces) piece = without_quotes(piece, text);
  const auto piece_text = [&](const TextRange& piece) {
    return text.substr(piece.offset, piece.length);
  };
  if (pieces.size() < 2) return {};
  const bool has_later_scheme =
      std::any_of(pieces.begin() + 1, pieces.end(),
                  [&](const TextRange& piece) { return begins_with_scheme(piece_text(piece)); });
  const bool could_all_be_entries =
      std::all_of(pieces.begin(), pieces.end(),
                  [&](const TextRange& piece) { return could_be_entry(piece_text(piece)); });
  if (!has_later_scheme && !could_all_be_entries) return {};
  return pieces;
}

}  // namespace corslint
