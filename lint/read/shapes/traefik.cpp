// Traefik's headers middleware in a dynamic configuration file: `[http.middlewares.NAME.headers]`
// with accessControl* keys, whose case does not count. A string is taken as a list at its commas,
// as labels write it. https://doc.traefik.io/traefik/middlewares/http/headers/

#include <algorithm>
#include <array>

#include "lint/read/shapes/shape.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::array<ShapeKey, 8> fields{{
    {"accessControlAllowOriginList", Field::origins},
    {"accessControlAllowOriginListRegex", Field::origin_patterns},
    {"accessControlAllowMethods", Field::methods},
    {"accessControlAllowHeaders", Field::headers},
    {"accessControlExposeHeaders", Field::exposed_headers},
    {"accessControlAllowCredentials", Field::credentials},
    {"accessControlMaxAge", Field::max_age},
    {"addVaryHeader", Field::vary},
}};

constexpr std::string_view removed_key = "accessControlAllowOrigin";

bool is_cors_key(std::string_view key) {
  if (equal_ignoring_case(key, removed_key)) return true;
  return std::any_of(fields.begin(), fields.end(), [&](const ShapeKey& known) {
    return known.field != Field::vary && equal_ignoring_case(key, known.key);
  });
}

/// WSO2's API Manager spells its keys so, too, but for this one.
constexpr std::array<std::string_view, 1> keys_of_wso2{"accessControlAllowOrigins"};

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  const Value& table = place.value;
  return table.kind == ValueKind::table && !has_any_key(table, keys_of_wso2) &&
         std::any_of(table.members.begin(), table.members.end(),
                     [](const Member& member) { return is_cors_key(member.key); });
}

void read_member(Policy& policy, const Member& member) {
  if (equal_ignoring_case(member.key, removed_key)) {
    policy.irregularities.push_back(
        {.kind = IrregularityKind::deprecated_key,
         .span = member.key_span,
         .subject = member.key,
         .expected = {},
         .detail = "Traefik 2.2 removed it and reads the rest of the middleware without it",
         .suggestion = std::string(fields.front().key),
         .related = {}});
    return;
  }
  const auto* const field = std::find_if(fields.begin(), fields.end(), [&](const ShapeKey& known) {
    return equal_ignoring_case(member.key, known.key);
  });
  // The other keys are the headers middleware's own; they are no part of a policy.
  if (field != fields.end()) read_field(policy, field->field, member, {.scalars_from_text = true});
}

void read(const Place& place, PolicyReading& reading) {
  const Place* middleware = place.parent != nullptr && !place.parent->index ? place.parent : &place;
  const bool named = middleware->member != nullptr;
  auto policy =
      policy_at(place, reading, "traefik",
                named ? std::string(key_of(*middleware)) : path_name(place, reading.file));
  for (const auto& member : place.value.members) read_member(policy, member);
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape traefik_shape{
    .name = "Traefik headers middleware", .recognises = recognises, .read = read};

}  // namespace corslint
