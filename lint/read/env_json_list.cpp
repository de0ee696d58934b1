#include "lint/read/env_json_list.h"

#include <algorithm>
#include <cstdint>

#include "rules/origin/ascii.h"

namespace corslint {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t after_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

BracketItem quoted_item(std::string_view text, std::size_t begin) {
  auto at = begin + 1;
  while (at < text.size() && text[at] != text[begin]) at += text[at] == '\\' ? 2U : 1U;
  const auto close = std::min(at, text.size());
  return {.begin = begin,
          .end = std::min(close + 1, text.size()),
          .content_begin = begin + 1,
          .content_end = close,
          .quote = text[begin]};
}

BracketItem bare_item(std::string_view text, std::size_t begin) {
  auto end = std::min(text.find_first_of(",]", begin), text.size());
  while (end > begin && is_space(text[end - 1])) --end;
  return {.begin = begin, .end = end, .content_begin = begin, .content_end = end};
}

void append_utf8(std::string& out, std::uint32_t code) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80U) {
    byte(code);
  } else if (code < 0x800U) {
    byte(0xC0U | (code >> 6U));
    byte(0x80U | (code & 0x3FU));
  } else if (code < 0x10000U) {
    byte(0xE0U | (code >> 12U));
    byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  } else {
    byte(0xF0U | (code >> 18U));
    byte(0x80U | ((code >> 12U) & 0x3FU));
    byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  }
}

/// The value of `\uXXXX` at `at`.
std::optional<std::uint32_t> code_unit(std::string_view text, std::size_t at) {
  constexpr std::size_t length = 6;
  if (text.size() < at + length || text.substr(at, 2) != "\\u") return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text.substr(at + 2, length - 2)) {
    const int digit = hex_digit_value(c);
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return value;
}

/// Appends what the escape at `at` stands for and returns the offset behind it.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
  constexpr std::string_view names = "\"\\/bfnrt";
  constexpr std::string_view values = "\"\\/\b\f\n\r\t";
  const auto known = at + 1 < text.size() ? names.find(text[at + 1]) : std::string_view::npos;
  if (known != std::string_view::npos) {
    out += values[known];
    return at + 2;
  }
  const auto unit = code_unit(text, at);
  if (!unit || (*unit >= 0xDC00U && *unit <= 0xDFFFU)) {
    out += text[at];
    return at + 1;
  }
  if (*unit < 0xD800U || *unit > 0xDBFFU) {
    append_utf8(out, *unit);
    return at + 6;
  }
  const auto low = code_unit(text, at + 6);
  if (!low || *low < 0xDC00U || *low > 0xDFFFU) {
    out += text[at];
    return at + 1;
  }
  append_utf8(out, 0x10000U + ((*unit - 0xD800U) << 10U) + (*low - 0xDC00U));
  return at + 12;
}

}  // namespace

bool BracketList::has_quote(char quote) const {
  return std::any_of(items.begin(), items.end(),
                     [&](const BracketItem& item) { return item.quote == quote; });
}

BracketList parsed_brackets(std::string_view text) {
  BracketList list;
  bool item_may_follow = true;
  bool comma_before = false;
  auto at = after_space(text, 1);
  while (at < text.size() && text[at] != ']') {
    if (text[at] == ',') {
      list.is_broken = list.is_broken || item_may_follow;
      item_may_follow = comma_before = true;
      at = after_space(text, at + 1);
      continue;
    }
    list.is_broken = list.is_broken || !item_may_follow;
    const bool is_quoted = text[at] == '"' || text[at] == '\'';
    const auto item = is_quoted ? quoted_item(text, at) : bare_item(text, at);
    list.is_broken = list.is_broken || (is_quoted && item.end == item.content_end);
    list.items.push_back(item);
    item_may_follow = comma_before = false;
    at = after_space(text, item.end);
  }
  const bool is_closed = at < text.size();
  if (!is_closed || comma_before || after_space(text, at + 1) < text.size()) list.is_broken = true;
  return list;
}

std::string json_unescaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\\') {
      at = append_escape(result, text, at);
    } else {
      result += text[at++];
    }
  }
  return result;
}

}  // namespace corslint
