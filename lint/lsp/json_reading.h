#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace corslint::lsp {

using Json = nlohmann::json;

/// The deepest nesting of a message, and the most values in one. A parsed value takes far more
/// memory than the bytes that write it, so the bound on a message's size alone does not bound it.
inline constexpr std::size_t deepest_message = 128;
inline constexpr std::size_t most_message_values = 500'000;

/// A text as JSON; nothing where it is none or reaches these bounds. Half a surrogate pair, which
/// an editor may send while somebody types, is read as U+FFFD.
std::optional<Json> read_json(std::string_view text);

/// A member of an object; null where there is none or `object` is something else.
const Json& member_of(const Json& object, std::string_view name);

/// A member at the end of a path of names.
const Json& member_of(const Json& object, std::initializer_list<std::string_view> names);

/// A text; nothing where the value is something else.
std::optional<std::string> text_of(const Json& value);

/// A whole number; nothing where the value is something else or does not fit.
std::optional<std::int64_t> integer_of(const Json& value);

/// A number of lines or characters: what lies outside of 32 bits counts as the nearest that does
/// not; nothing where the value is no whole number.
std::optional<std::uint32_t> count_of(const Json& value);

/// Whether the value is `true`.
bool is_true(const Json& value);

/// Whether an array holds this text.
bool holds_text(const Json& array, std::string_view text);

}  // namespace corslint::lsp
