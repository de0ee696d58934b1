// Cloudflare R2's bucket configuration as its API and `wrangler r2 bucket cors set` take it:
// `{"rules": [{"allowed": {"origins", "methods", "headers"}, "exposeHeaders", "maxAgeSeconds"}]}`.
// Each rule is a policy; they mean what S3's do.
// https://developers.cloudflare.com/r2/buckets/cors/

#include <algorithm>
#include <array>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

constexpr std::array<ShapeKey, 3> allowed_fields{{
    {"origins", Field::origins},
    {"methods", Field::methods},
    {"headers", Field::headers},
}};
constexpr std::array<ShapeKey, 2> rule_fields{{
    {"exposeHeaders", Field::exposed_headers},
    {"maxAgeSeconds", Field::max_age},
}};
constexpr std::array<std::string_view, 2> rule_others{"allowed", "id"};
constexpr std::array<std::string_view, 1> signature{"origins"};

const Member* allowed_of(const Value& rule) {
  const Member* allowed = rule.kind == ValueKind::table ? find_member(rule, "allowed") : nullptr;
  const bool fits = allowed != nullptr && allowed->value.kind == ValueKind::table &&
                    has_any_key(allowed->value, signature);
  return fits ? allowed : nullptr;
}

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  const auto& items = place.value.items;
  return key_of(place) == "rules" && !items.empty() &&
         std::all_of(items.begin(), items.end(),
                     [](const Value& rule) { return allowed_of(rule) != nullptr; });
}

std::string name_of(const Value& rule, const Place& place, const PolicyReading& reading) {
  const Member* id = find_member(rule, "id");
  const bool named =
      id != nullptr && id->value.kind == ValueKind::string && !id->value.text.value.empty();
  return named ? id->value.text.value : path_name(place, reading.file);
}

void read(const Place& place, PolicyReading& reading) {
  for (std::size_t i = 0; i < place.value.items.size(); ++i) {
    const Value& rule = place.value.items[i];
    const Place rule_place{.value = rule, .parent = &place, .index = i};
    auto policy = policy_at(rule_place, reading, "s3", name_of(rule, rule_place, reading));
    read_table(policy, allowed_of(rule)->value, {.fields = allowed_fields}, KeyCase::counts, {});
    read_table(policy, rule, {.fields = rule_fields, .others = rule_others}, KeyCase::counts, {});
    policy.span = is_set(policy.origins) ? policy.origins.key_span : rule.span;
    reading.policies.push_back(std::move(policy));
  }
}

}  // namespace

constinit const Shape r2_shape{.name = "R2 rules", .recognises = recognises, .read = read};

}  // namespace corslint
