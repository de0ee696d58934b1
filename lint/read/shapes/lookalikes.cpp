#include "lint/read/shapes/lookalikes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// A response that stands beside its request was answered once. In Caddy's handlers both say what
/// to do with headers.
bool is_recorded(const Place& place) {
  static constexpr std::array<std::string_view, 2> keys{"response", "responses"};
  if (!is_one_of(key_of(place), keys) || place.parent == nullptr) return false;
  const Value& exchange = place.parent->value;
  return find_beside(exchange, "request") != nullptr && find_beside(exchange, "handler") == nullptr;
}

bool is_configuration(const Place& place) {
  return key_of(place) == "corslint" && place.parent != nullptr && key_of(*place.parent) == "tool";
}

/// What an OpenAPI or AsyncAPI document has besides the extensions that API gateways read.
bool is_described(const Place& place, const Document& document) {
  static constexpr std::array<std::string_view, 5> keys{"components", "definitions", "example",
                                                        "examples", "schema"};
  static constexpr std::array<std::string_view, 3> descriptions{"openapi", "swagger", "asyncapi"};
  return is_one_of(key_of(place), keys) && has_any_key_beside(document.root, descriptions);
}

bool is_json_schema(const Place& place) {
  if (place.parent != nullptr) return false;
  static constexpr std::array<std::string_view, 3> keys{"properties", "definitions", "$defs"};
  const Member* schema = find_member(place.value, "$schema");
  return schema != nullptr && has_any_key(place.value, keys) &&
         schema->value.text.value.find("json-schema.org/") != std::string::npos;
}

/// Whether the text begins with what has the look of an origin, a host or a path.
bool may_be_origins(std::string_view text) {
  static constexpr std::array<std::string_view, 4> words{"null", "localhost", "true", "false"};
  const auto first = text.substr(0, text.find_first_of(" \t\r\n,;"));
  return first.find_first_of(":./") != std::string_view::npos || is_one_of(first, words);
}

bool may_be_methods(std::string_view text) {
  return text.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

bool is_switch(std::string_view text) {
  static constexpr std::array<std::string_view, 8> words{"true", "false", "yes", "no",
                                                         "on",   "off",   "1",   "0"};
  return is_one_of(ascii_lowered(text), words);
}

/// Whether a text can be meant as what the field holds, well or badly written.
bool may_be_setting(Field field, std::string_view text) {
  if (text.empty() || text.find_first_of("*${<%[") != std::string_view::npos) return true;
  switch (field) {
    case Field::origins:
    case Field::origin_patterns:
      return may_be_origins(text);
    case Field::methods:
      return may_be_methods(text);
    case Field::headers:
    case Field::exposed_headers:
      return text.find_first_of("-,") != std::string_view::npos;
    case Field::max_age:
    case Field::preflight_status:
      return text.find_first_of("0123456789") != std::string_view::npos;
    case Field::dialect:
      return true;
    case Field::environment:
      return false;
    default:
      return is_switch(text);
  }
}

/// A host's name or a word of a language: neither tells which it is.
bool is_name(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  return text.find_first_not_of(letters) == std::string_view::npos;
}

}  // namespace

bool is_out_of_force(const Place& place, const Document& document) {
  return is_recorded(place) || is_configuration(place) || is_json_schema(place) ||
         is_described(place, document);
}

bool are_labels(const Value& table) {
  bool has_label = false;
  for (const auto& member : table.members) {
    const auto named = cors_field_named(member.key);
    const auto field = named ? named : field_named(member.key);
    if (!field || member.value.kind == ValueKind::table) continue;
    if (member.value.kind != ValueKind::string) return false;
    const std::string_view text = member.value.text.value;
    if (may_be_setting(*field, text)) return false;
    has_label |= !is_name(text);
  }
  return has_label;
}

}  // namespace corslint
