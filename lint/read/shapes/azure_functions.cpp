// Azure Functions' local.settings.json: `Host.CORS`, one string that is split at commas and not
// trimmed, and `Host.CORSCredentials`.
// https://learn.microsoft.com/azure/azure-functions/functions-develop-local#local-settings-file

#include <array>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

constexpr std::array<ShapeKey, 2> fields{{
    {"CORS", Field::origins},
    {"CORSCredentials", Field::credentials},
}};

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  if (key_of(place) != "Host" || place.value.kind != ValueKind::table) return false;
  const Member* cors = find_member(place.value, "CORS");
  return cors != nullptr && cors->value.kind == ValueKind::string;
}

void read(const Place& place, PolicyReading& reading) {
  auto policy = policy_at(place, reading, "azure-functions", path_name(place, reading.file));
  for (const auto& member : place.value.members) {
    for (const auto& known : fields) {
      if (member.key == known.key)
        read_field(policy, known.field, member, {.separator = ',', .keeps_blanks = true});
    }
  }
  policy.span = policy.origins.key_span;
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape azure_functions_shape{
    .name = "Azure Functions local settings", .recognises = recognises, .read = read};

}  // namespace corslint
