// A `cors` in the host.json of Azure Functions, which has no such setting: the Functions host reads
// CORS from `Host` in local.settings.json, and in Azure from the app's own settings.
// https://learn.microsoft.com/azure/azure-functions/functions-host-json
// https://github.com/Azure/azure-functions-host/issues/4911

#include <array>

#include "lint/read/shapes/shape.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::array<ShapeKey, 2> fields{{
    {"allowedOrigins", Field::origins},
    {"supportCredentials", Field::credentials},
}};

bool is_host_json(const PolicyReading& reading) {
  const std::string_view path = reading.file.path();
  const Member* version = find_beside(reading.document.root, "version");
  return path.substr(path.find_last_of('/') + 1) == "host.json" && version != nullptr &&
         version->value.text.value == "2.0";
}

bool recognises(const Place& place, const PolicyReading& reading) {
  return place.value.kind == ValueKind::table && equal_ignoring_case(key_of(place), "cors") &&
         is_host_json(reading) && find_member(place.value, fields.front().key) != nullptr;
}

void read(const Place& place, PolicyReading& reading) {
  auto policy = policy_at(place, reading, "azure-functions", path_name(place, reading.file));
  for (const auto& known : fields)
    if (const Member* member = find_member(place.value, known.key))
      read_field(policy, known.field, *member, {});
  policy.irregularities.push_back(
      {.kind = IrregularityKind::ignored_policy,
       .span = place.member->key_span,
       .subject = place.member->key,
       .expected = "Set `Host.CORS` in local.settings.json, and the app's CORS in Azure",
       .detail = {},
       .suggestion = {},
       .related = {}});
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape functions_host_shape{
    .name = "Azure Functions host.json", .recognises = recognises, .read = read};

}  // namespace corslint
