// The native form: a table named `cors` (or `CorsOptions`, `cors_policy`, ...), a named table
// within one, a document whose root has the keys, and any table that holds the origins under a key
// which can mean nothing else (`cors_origins`, `allowed_origins`). In a table of its own every key
// is the policy's; beside an application's other settings only keys that say `cors`, `allow` or
// `expose` are, because `methods` or `enabled` may be about anything there. Tables named after an
// environment are overlays.

#include <algorithm>
#include <array>

#include "lint/read/shapes/arm_template.h"
#include "lint/read/shapes/environments.h"
#include "lint/read/shapes/lookalikes.h"
#include "lint/read/shapes/shape.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// Whether all keys of a table belong to the policy.
enum class Scope { own_table, shared_table };

bool contains_ignoring_case(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at)
    if (ascii_lowered(text[at]) == word.front() &&
        equal_ignoring_case(text.substr(at, word.size()), word))
      return true;
  return false;
}

bool is_policy_name(std::string_view key) {
  static constexpr std::array<std::string_view, 10> rests{
      "",       "options",       "settings",   "policy", "policies",
      "config", "configuration", "middleware", "rule",   "rules"};
  if (!contains_ignoring_case(key, "cors")) return false;
  std::string rest;
  for (const char c : key)
    if (c != '_' && c != '-') rest += ascii_lowered(c);
  rest.erase(rest.find("cors"), 4);
  return std::find(rests.begin(), rests.end(), rest) != rests.end();
}

/// Fields whose key says by itself that it is about CORS.
std::optional<Field> unmistakable_field(std::string_view key) {
  if (const auto field = cors_field_named(key)) return field;
  const auto lowered = ascii_lowered(key);
  static constexpr std::array<std::string_view, 4> openings{"allow", "expose", "supports",
                                                            "access"};
  const bool opens = std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
    return lowered.starts_with(opening);
  });
  return opens ? field_named(key) : std::nullopt;
}

bool can_hold_origins(const Value& value) {
  return value.kind == ValueKind::string || value.kind == ValueKind::list;
}

/// `*`, a host, a scheme or nothing: the values by which a key such as `allowed_origins` is told
/// from a schema's description.
bool sets_origins(const Member& member) {
  if (!contains_ignoring_case(member.key, "origin") && !contains_ignoring_case(member.key, "cors"))
    return false;
  const auto field = unmistakable_field(member.key);
  if (field == Field::any_origin) return member.value.kind == ValueKind::boolean;
  return (field == Field::origins || field == Field::origin_patterns) &&
         can_hold_origins(member.value);
}

bool has_fields(const Value& table) {
  return std::any_of(table.members.begin(), table.members.end(), [](const Member& member) {
    const auto field = field_named(member.key);
    // A table holds no value of a field: `headers` may be a middleware of Traefik's.
    return field && field != Field::dialect && field != Field::environment &&
           member.value.kind != ValueKind::table;
  });
}

bool has_overlays(const Value& table) {
  return std::any_of(table.members.begin(), table.members.end(), [](const Member& member) {
    return member.value.kind == ValueKind::table && environment_named(member.key) &&
           has_fields(member.value);
  });
}

bool holds_origins(const Value& value) {
  const auto is_origin = [](const Value& text) {
    return text.kind == ValueKind::string &&
           (text.text.value == "*" || text.text.value.find("://") != std::string::npos);
  };
  return is_origin(value) || std::any_of(value.items.begin(), value.items.end(), is_origin);
}

/// `alow_origins = ["https://..."]`: a table named after CORS is a policy although no key of it is
/// known.
bool has_mistyped_origins(const Value& table) {
  return std::any_of(table.members.begin(), table.members.end(), [](const Member& member) {
    if (!holds_origins(member.value)) return false;
    const auto nearest = nearest_field_key(member.key);
    const auto field = nearest.empty() ? std::nullopt : field_named(nearest);
    return field == Field::origins || field == Field::origin_patterns;
  });
}

/// `origins = [...]` at the root is a policy when another key of a policy stands beside it, or the
/// file is named after CORS.
bool is_policy_root(const Place& place, const PolicyReading& reading) {
  const auto& members = place.value.members;
  const bool origins = std::any_of(members.begin(), members.end(), [](const Member& member) {
    const auto field = field_named(member.key);
    return (field == Field::origins || field == Field::origin_patterns) &&
           can_hold_origins(member.value);
  });
  const auto fields = std::count_if(members.begin(), members.end(), [](const Member& member) {
    return field_named(member.key).has_value();
  });
  const auto others = static_cast<std::ptrdiff_t>(members.size()) - fields;
  return origins && ((fields >= 2 && others <= 1) ||
                     contains_ignoring_case(path_name(place, reading.file), "cors"));
}

bool is_own_table(const Place& place, const PolicyReading& reading) {
  const Value& table = place.value;
  if (place.parent == nullptr) return is_policy_root(place, reading);
  const bool within = is_policy_name(key_of(*place.parent));
  const bool named = is_policy_name(key_of(place)) || within;
  return named && (has_fields(table) || has_overlays(table) || has_mistyped_origins(table));
}

/// Within a policy a table is one of its own where it has origins of its own. Overlays are read
/// with what they lie over.
bool is_policy_within(const Place& place, const PolicyReading& reading) {
  if (environment_named(key_of(place)) && place.is_below_own_table) return false;
  return std::ranges::any_of(place.value.members, [&](const Member& member) {
    const bool is_own = field_named(member.key) == Field::origins &&
                        can_hold_origins(member.value) && is_own_table(place, reading);
    return is_own || sets_origins(member);
  });
}

bool recognises(const Place& place, const PolicyReading& reading) {
  if (place.value.kind != ValueKind::table) return false;
  const auto& members = place.value.members;
  const bool is_policy = place.is_below_native ? is_policy_within(place, reading)
                                               : is_own_table(place, reading) ||
                                                     std::ranges::any_of(members, sets_origins);
  return is_policy && !are_labels(place.value);
}

void note_if_mistyped(Policy& policy, const Member& member) {
  const auto nearest = nearest_field_key(member.key);
  if (nearest.empty()) return;
  policy.irregularities.push_back({.kind = IrregularityKind::unknown_key,
                                   .span = member.key_span,
                                   .subject = member.key,
                                   .expected = {},
                                   .detail = {},
                                   .suggestion = std::string(nearest),
                                   .related = {}});
}

ValueStyle style_of(const PolicyReading& reading) {
  return {.separator = reading.dialect == "aspnet" ? ',' : '\0',
          .bracket_expressions = is_arm_template(reading.document)};
}

/// In a table that others share, `allowed_origins` may be another program's beside `cors_origins`.
bool gives_way(const Member& member, Field field, const Value& table) {
  if (cors_field_named(member.key)) return false;
  return std::any_of(table.members.begin(), table.members.end(), [&](const Member& other) {
    return cors_field_named(other.key) == field && other.value.kind != ValueKind::table;
  });
}

void read_members(Policy& policy, const Value& table, Scope scope, const PolicyReading& reading) {
  for (const auto& member : table.members) {
    const bool nested = member.value.kind == ValueKind::table;
    const auto unmistakable = unmistakable_field(member.key);
    const auto field =
        scope == Scope::own_table && !unmistakable ? field_named(member.key) : unmistakable;
    if (field && scope == Scope::shared_table && gives_way(member, *field, table)) continue;
    if (field && !nested) {
      read_field(policy, *field, member, style_of(reading));
    } else if (scope == Scope::own_table && !nested) {
      note_if_mistyped(policy, member);
    }
  }
}

void read_overlays(const Policy& base, const Value& table, PolicyReading& reading) {
  for (const auto& member : table.members) {
    const auto environment = environment_named(member.key);
    if (!environment || member.value.kind != ValueKind::table || !has_fields(member.value))
      continue;
    Policy overlay;
    overlay.name = base.name;
    overlay.format = base.format;
    overlay.dialect = base.dialect;
    overlay.environment = *environment;
    overlay.span = reading.document.format == Format::toml ? member.value.span : member.key_span;
    read_members(overlay, member.value, Scope::own_table, reading);
    reading.policies.push_back(std::move(overlay));
  }
}

void read(const Place& place, PolicyReading& reading) {
  const Scope scope = is_own_table(place, reading) ? Scope::own_table : Scope::shared_table;
  const auto dialect = dialect_of_table(place);
  auto policy =
      policy_at(place, reading, dialect.empty() ? std::string_view(reading.dialect) : dialect,
                name_without_environment(place, reading.file));
  policy.environment = environment_of_place(place);
  read_members(policy, place.value, scope, reading);
  if (policy.span == Span{} || place.parent == nullptr) {
    if (is_set(policy.origins)) policy.span = policy.origins.key_span;
    if (!is_set(policy.origins) && is_set(policy.origin_patterns))
      policy.span = policy.origin_patterns.key_span;
  }
  const bool only_overlays =
      scope == Scope::own_table && !has_fields(place.value) && !has_mistyped_origins(place.value);
  if (!only_overlays) reading.policies.push_back(policy);
  if (scope == Scope::own_table) read_overlays(policy, place.value, reading);
}

}  // namespace

bool is_own_native_table(const Place& place, const PolicyReading& reading) {
  return is_own_table(place, reading);
}

constinit const Shape native_shape{
    .name = "native", .recognises = recognises, .read = read, .holds_further = true};

}  // namespace corslint
