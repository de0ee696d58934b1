// `webOrigins` of the clients in an export of a Keycloak realm: whole origins, `*` for all, and
// `+` for the origins of the client's redirect URIs, which is no entry of the list.
// https://www.keycloak.org/docs/latest/server_admin/#_client-credentials

#include <algorithm>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

bool is_redirect_origins(const Value& item) {
  return item.kind == ValueKind::string && item.text.value == "+";
}

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  if (place.value.kind != ValueKind::table) return false;
  const Member* origins = find_member(place.value, "webOrigins");
  return origins != nullptr && origins->value.kind == ValueKind::list &&
         find_member(place.value, "clientId") != nullptr;
}

void read(const Place& place, PolicyReading& reading) {
  Member origins = *find_member(place.value, "webOrigins");
  std::erase_if(origins.value.items, is_redirect_origins);
  const Member* id = find_member(place.value, "clientId");
  // An empty list is how a client says that no page calls it.
  if (origins.value.items.empty()) return;
  auto policy = policy_at(place, reading, {}, id->value.text.value);
  read_field(policy, Field::origins, origins, {});
  policy.span = origins.key_span;
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape keycloak_shape{
    .name = "Keycloak webOrigins", .recognises = recognises, .read = read};

}  // namespace corslint
