// Google Cloud Storage's (and Firebase Storage's) bucket configuration: an array of {origin,
// method, responseHeader, maxAgeSeconds}, alone in its file or under `cors` as the JSON API has it.
// Each element is a policy. https://cloud.google.com/storage/docs/cors-configurations

#include <array>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 3> signature{"origin", "responseHeader", "maxAgeSeconds"};

constexpr std::array<ShapeKey, 4> fields{{
    {"origin", Field::origins},
    {"method", Field::methods},
    {"responseHeader", Field::headers},
    {"maxAgeSeconds", Field::max_age},
}};

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  const Value& list = place.value;
  if (list.kind != ValueKind::list || list.items.empty()) return false;
  if (place.parent != nullptr && key_of(place) != "cors") return false;
  const Value& first = list.items.front();
  return first.kind == ValueKind::table && find_member(first, "origin") != nullptr &&
         (find_member(first, "method") != nullptr ||
          has_any_key(first, std::span(signature).subspan(1)));
}

void read(const Place& place, PolicyReading& reading) {
  for (std::size_t i = 0; i < place.value.items.size(); ++i) {
    const Value& element = place.value.items[i];
    if (element.kind != ValueKind::table) continue;
    const Place element_place{.value = element, .parent = &place, .index = i};
    auto policy = policy_at(element_place, reading, "gcs", path_name(element_place, reading.file));
    read_table(policy, element, {.fields = fields}, KeyCase::counts, {});
    policy.span = is_set(policy.origins) ? policy.origins.key_span : element.span;
    reading.policies.push_back(std::move(policy));
  }
}

}  // namespace

constinit const Shape gcs_shape{
    .name = "Cloud Storage array", .recognises = recognises, .read = read};

}  // namespace corslint
