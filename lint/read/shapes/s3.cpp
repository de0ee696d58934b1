// Amazon S3's CORS configuration: `{"CORSRules": [...]}` as the API and the AWS CLI take it, the
// bare array of the console, and CloudFormation's `CorsConfiguration.CorsRules`. Each rule is a
// policy. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html

#include <array>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 2> list_keys{"CORSRules", "CorsRules"};
constexpr std::array<std::string_view, 2> rule_keys{"AllowedOrigins", "AllowedMethods"};

constexpr std::array<ShapeKey, 7> api_fields{{
    {"AllowedOrigins", Field::origins},
    {"AllowedMethods", Field::methods},
    {"AllowedHeaders", Field::headers},
    {"ExposeHeaders", Field::exposed_headers},
    {"MaxAgeSeconds", Field::max_age},
    // CloudFormation spells two of them differently.
    {"ExposedHeaders", Field::exposed_headers},
    {"MaxAge", Field::max_age},
}};
constexpr std::array<std::string_view, 2> other_keys{"ID", "Id"};

bool holds_rules(const Value& list) {
  return list.kind == ValueKind::list && !list.items.empty() &&
         list.items.front().kind == ValueKind::table && has_any_key(list.items.front(), rule_keys);
}

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  if (place.parent == nullptr) return holds_rules(place.value);
  for (const auto key : list_keys)
    if (key_of(place) == key) return place.value.kind == ValueKind::list;
  return false;
}

std::string name_of(const Value& rule, const Place& place, const PolicyReading& reading) {
  for (const auto key : other_keys) {
    const Member* id = find_member(rule, key);
    if (id != nullptr && id->value.kind == ValueKind::string && !id->value.text.value.empty())
      return id->value.text.value;
  }
  return path_name(place, reading.file);
}

void read(const Place& place, PolicyReading& reading) {
  for (std::size_t i = 0; i < place.value.items.size(); ++i) {
    const Value& rule = place.value.items[i];
    if (rule.kind != ValueKind::table) continue;
    const Place rule_place{.value = rule, .parent = &place, .index = i};
    auto policy = policy_at(rule_place, reading, "s3", name_of(rule, rule_place, reading));
    read_table(policy, rule, {.fields = api_fields, .others = other_keys}, KeyCase::counts, {});
    policy.span = is_set(policy.origins) ? policy.origins.key_span : rule.span;
    reading.policies.push_back(std::move(policy));
  }
}

}  // namespace

constinit const Shape s3_shape{.name = "S3 CORSRules", .recognises = recognises, .read = read};

}  // namespace corslint
