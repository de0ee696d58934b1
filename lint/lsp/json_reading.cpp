// The parser itself is iterative, but it builds whatever it is given. So the text is counted
// through first: brackets and separators outside of strings bound depth and number of values.

#include "lint/lsp/json_reading.h"

#include <algorithm>
#include <limits>

namespace corslint::lsp {
namespace {

/// The place behind the string that begins at `quote`.
std::size_t behind_string(std::string_view text, std::size_t quote) {
  for (auto i = text.find_first_of("\"\\", quote + 1); i != std::string_view::npos;
       i = text.find_first_of("\"\\", i + 2)) {
    if (text[i] == '"') return i + 1;
  }
  return text.size();
}

bool is_within_bounds(std::string_view text) {
  std::size_t depth = 0;
  std::size_t values = 1;
  for (auto i = text.find_first_of("\"[]{},:"); i != std::string_view::npos;
       i = text.find_first_of("\"[]{},:", i)) {
    const char c = text[i];
    if (c == '"') {
      i = behind_string(text, i);
      continue;
    }
    ++i;
    if (c == ']' || c == '}') {
      depth -= std::min<std::size_t>(depth, 1);
      continue;
    }
    if (c == '[' || c == '{') ++depth;
    if (++values > most_message_values || depth > deepest_message) return false;
  }
  return true;
}

/// The code unit that `\uXXXX` at `at` stands for; nothing for anything else.
std::optional<unsigned> code_unit(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "\\u" || at + 6 > text.size()) return std::nullopt;
  unsigned unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const auto digit = std::string_view("0123456789abcdefABCDEF").find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    unit = unit * 16 + static_cast<unsigned>(digit < 16 ? digit : digit - 6);
  }
  return unit;
}

bool is_high_surrogate(std::optional<unsigned> unit) {
  return unit && *unit >= 0xD800 && *unit < 0xDC00;
}

bool is_low_surrogate(std::optional<unsigned> unit) {
  return unit && *unit >= 0xDC00 && *unit < 0xE000;
}

/// Each half of a pair counts as one unit of UTF-16, as U+FFFD does, so places stay what they are.
std::string without_lone_surrogates(std::string text) {
  constexpr std::size_t length = 6;
  for (auto at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    const auto unit = code_unit(text, at);
    if (is_high_surrogate(unit) && is_low_surrogate(code_unit(text, at + length))) {
      at += 2 * length;
    } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
      text.replace(at, length, "\\ufffd");
      at += length;
    } else {
      at += 2;
    }
  }
  return text;
}

Json parsed(std::string_view text) {
  constexpr bool may_throw = false;
  return Json::parse(text, nullptr, may_throw);
}

}  // namespace

std::optional<Json> read_json(std::string_view text) {
  if (!is_within_bounds(text)) return std::nullopt;
  auto value = parsed(text);
  if (value.is_discarded()) value = parsed(without_lone_surrogates(std::string(text)));
  if (value.is_discarded()) return std::nullopt;
  return value;
}

const Json& member_of(const Json& object, std::string_view name) {
  static const Json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(name);
  return found == object.end() ? nothing : *found;
}

const Json& member_of(const Json& object, std::initializer_list<std::string_view> names) {
  const Json* value = &object;
  for (const auto name : names) value = &member_of(*value, name);
  return *value;
}

std::optional<std::string> text_of(const Json& value) {
  if (!value.is_string()) return std::nullopt;
  return value.get<std::string>();
}

std::optional<std::int64_t> integer_of(const Json& value) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  if (!value.is_number_integer()) return std::nullopt;
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(most))
    return std::nullopt;
  return value.get<std::int64_t>();
}

std::optional<std::uint32_t> count_of(const Json& value) {
  if (!value.is_number_integer()) return std::nullopt;
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(integer_of(value).value_or(most), 0, most));
}

bool is_true(const Json& value) {
  return value.is_boolean() && value.get<bool>();
}

bool holds_text(const Json& array, std::string_view text) {
  return array.is_array() && std::ranges::any_of(array, [&](const Json& entry) {
           return entry.is_string() && entry.get_ref<const std::string&>() == text;
         });
}

}  // namespace corslint::lsp
