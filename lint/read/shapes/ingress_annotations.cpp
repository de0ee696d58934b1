// The annotations of a Kubernetes Ingress that ingress-nginx reads:
// `nginx.ingress.kubernetes.io/cors-allow-origin` and its relatives. All values are strings; lists
// are separated by commas.
// https://github.com/kubernetes/ingress-nginx/blob/main/docs/user-guide/nginx-configuration/annotations.md

#include <algorithm>
#include <array>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

constexpr std::string_view prefix = "nginx.ingress.kubernetes.io/";

constexpr std::array<ShapeKey, 7> fields{{
    {"enable-cors", Field::enabled},
    {"cors-allow-origin", Field::origins},
    {"cors-allow-methods", Field::methods},
    {"cors-allow-headers", Field::headers},
    {"cors-expose-headers", Field::exposed_headers},
    {"cors-allow-credentials", Field::credentials},
    {"cors-max-age", Field::max_age},
}};

const ShapeKey* field_of(std::string_view key) {
  if (!key.starts_with(prefix)) return nullptr;
  const auto name = key.substr(prefix.size());
  const auto* const found = std::find_if(fields.begin(), fields.end(),
                                         [&](const ShapeKey& known) { return known.key == name; });
  return found == fields.end() ? nullptr : found;
}

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  const auto& members = place.value.members;
  return std::any_of(members.begin(), members.end(),
                     [](const Member& member) { return field_of(member.key) != nullptr; });
}

void read(const Place& place, PolicyReading& reading) {
  auto policy = policy_at(place, reading, "ingress-nginx", path_name(place, reading.file));
  // Without the switch the other annotations do nothing.
  policy.enabled.value = false;
  for (const auto& member : place.value.members) {
    const ShapeKey* known = field_of(member.key);
    if (known != nullptr)
      read_field(policy, known->field, member, {.separator = ',', .scalars_from_text = true});
  }
  policy.span = is_set(policy.origins) ? policy.origins.key_span : policy.enabled.key_span;
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape ingress_annotations_shape{
    .name = "ingress-nginx annotations", .recognises = recognises, .read = read};

}  // namespace corslint
