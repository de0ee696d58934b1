#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace corslint {

/// What a key of a policy sets; each is the member of `Policy` with that name.
enum class Field {
  origins,
  origin_patterns,
  methods,
  headers,
  exposed_headers,
  any_origin,
  credentials,
  private_network,
  enabled,
  vary,
  send_wildcard,
  origin_globs,
  max_age,
  preflight_status,
  dialect,
  environment,
};

/// The field that a key inside a policy sets, whatever the key's case and separators
/// (`allowOrigins`, `AllowOrigins`, `allow-origins`, `ALLOW_ORIGINS`) and by the usual synonyms
/// (`origins`, `allowed_origins`, `access_control_allow_origin`). None for any other key.
std::optional<Field> field_named(std::string_view key);

/// The field that a key outside of any policy sets because it says `cors` itself: `cors_origins`,
/// `CORSOrigins`, `corsdomain`, `enable_cors`, `allow_cors_origins`. None for a key without that
/// word and for `cors` alone.
std::optional<Field> cors_field_named(std::string_view key);

/// How the native form spells the field: `allow_origins`.
std::string_view field_name(Field field);

/// The native spelling of every field, in the order of `Field`.
std::span<const std::string_view> field_spellings();

/// The key that a mistyped one was most likely meant to be, in the native spelling or the short one
/// (`origins`); empty where none is near.
std::string_view nearest_field_key(std::string_view key);

}  // namespace corslint
