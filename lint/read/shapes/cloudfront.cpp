// The CORS part of a response headers policy of Amazon CloudFront, as the API, the AWS CLI and
// CloudFormation have it: `CorsConfig` with `AccessControlAllowOrigins: {"Items": [...]}`.
// https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ResponseHeadersPolicyCorsConfig.html

#include <array>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

constexpr std::array<ShapeKey, 4> list_fields{{
    {"AccessControlAllowOrigins", Field::origins},
    {"AccessControlAllowMethods", Field::methods},
    {"AccessControlAllowHeaders", Field::headers},
    {"AccessControlExposeHeaders", Field::exposed_headers},
}};
constexpr std::array<ShapeKey, 2> fields{{
    {"AccessControlAllowCredentials", Field::credentials},
    {"AccessControlMaxAgeSec", Field::max_age},
}};
constexpr std::array<std::string_view, 5> others{
    "AccessControlAllowOrigins", "AccessControlAllowMethods", "AccessControlAllowHeaders",
    "AccessControlExposeHeaders", "OriginOverride"};

const Member* items_of(const Value& table, std::string_view key) {
  const Member* list = find_member(table, key);
  const bool has_items = list != nullptr && list->value.kind == ValueKind::table;
  return has_items ? find_member(list->value, "Items") : nullptr;
}

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  return place.value.kind == ValueKind::table &&
         items_of(place.value, list_fields.front().key) != nullptr;
}

void read(const Place& place, PolicyReading& reading) {
  auto policy = policy_at(place, reading, "cloudfront", path_name(place, reading.file));
  for (const auto& known : list_fields) {
    const Member* items = items_of(place.value, known.key);
    if (items == nullptr) continue;
    const Member* list = find_member(place.value, known.key);
    Member named = *items;
    named.key = list->key;
    named.key_span = list->key_span;
    read_field(policy, known.field, named, {});
  }
  read_table(policy, place.value, {.fields = fields, .others = others}, KeyCase::counts, {});
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape cloudfront_shape{
    .name = "CloudFront CorsConfig", .recognises = recognises, .read = read};

}  // namespace corslint
