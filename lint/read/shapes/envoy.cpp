// Envoy's CorsPolicy as its JSON has it (`allow_origin_string_match`, in either spelling of
// protobuf's), and Istio's `corsPolicy`, which becomes one. A policy with a matcher that is neither
// `exact` nor a regular expression is left alone: it stands in no list of the model.
// https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/http/cors/v3/cors.proto
// https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy

#include <algorithm>
#include <array>

#include "lint/read/shapes/matchers.h"
#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 2> envoy_origins{"allow_origin_string_match",
                                                        "allowOriginStringMatch"};
constexpr std::array<ShapeKey, 12> envoy_fields{{
    {"allow_methods", Field::methods},
    {"allowMethods", Field::methods},
    {"allow_headers", Field::headers},
    {"allowHeaders", Field::headers},
    {"expose_headers", Field::exposed_headers},
    {"exposeHeaders", Field::exposed_headers},
    {"allow_credentials", Field::credentials},
    {"allowCredentials", Field::credentials},
    {"allow_private_network_access", Field::private_network},
    {"allowPrivateNetworkAccess", Field::private_network},
    {"max_age", Field::max_age},
    {"maxAge", Field::max_age},
}};
constexpr std::array<std::string_view, 9> envoy_others{
    "allow_origin_string_match",
    "allowOriginStringMatch",
    "filter_enabled",
    "filterEnabled",
    "shadow_enabled",
    "shadowEnabled",
    "forward_not_matching_preflights",
    "forwardNotMatchingPreflights",
    "@type",
};

constexpr std::string_view istio_origins = "allowOrigins";
constexpr std::array<ShapeKey, 5> istio_fields{{
    {"allowMethods", Field::methods},
    {"allowHeaders", Field::headers},
    {"exposeHeaders", Field::exposed_headers},
    {"allowCredentials", Field::credentials},
    {"maxAge", Field::max_age},
}};
constexpr std::array<std::string_view, 2> istio_others{"allowOrigins", "unmatchedPreflights"};

bool is_istio(const Place& place) {
  return key_of(place) == "corsPolicy";
}

const Member* origins_of(const Place& place) {
  if (is_istio(place)) return find_member(place.value, istio_origins);
  for (const auto key : envoy_origins)
    if (const Member* origins = find_member(place.value, key)) return origins;
  return nullptr;
}

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  if (place.value.kind != ValueKind::table) return false;
  const Member* origins = origins_of(place);
  return origins != nullptr && are_matchers(origins->value);
}

/// What a matcher compares with; its list is told by `field`. None for a matcher of another kind.
struct Matcher {
  Field field = Field::origins;
  const Value* text = nullptr;
};

Matcher matcher_of(const Value& item) {
  const Member* only = item.members.size() == 1 ? &item.members.front() : nullptr;
  if (only == nullptr) return {};
  if (only->key == "exact") return {Field::origins, &only->value};
  if (only->key == "regex") return {Field::origin_patterns, &only->value};
  if (only->key != "safe_regex" && only->key != "safeRegex") return {};
  const Member* regex = find_member(only->value, "regex");
  return {Field::origin_patterns, regex == nullptr ? nullptr : &regex->value};
}

/// The texts of the matchers of one field, as a list of that field's would hold them.
Member texts_of(const Member& origins, Field field) {
  Member texts = origins;
  texts.value.items.clear();
  for (const Value& item : origins.value.items)
    if (const auto matcher = matcher_of(item); matcher.field == field)
      texts.value.items.push_back(*matcher.text);
  return texts;
}

void read_matchers(Policy& policy, TextList& list, Field field, const Member& origins) {
  const auto texts = texts_of(origins, field);
  if (texts.value.items.empty()) return;
  read_field(policy, field, texts, {});
  list.form = ListForm::apart;
}

void read(const Place& place, PolicyReading& reading) {
  const Member& origins = *origins_of(place);
  const bool is_modelled = std::ranges::all_of(
      origins.value.items, [](const Value& item) { return matcher_of(item).text != nullptr; });
  if (!is_modelled) return;
  auto policy = policy_at(place, reading, "envoy", path_name(place, reading.file));
  read_matchers(policy, policy.origins, Field::origins, origins);
  read_matchers(policy, policy.origin_patterns, Field::origin_patterns, origins);
  if (is_istio(place)) {
    read_table(policy, place.value, {.fields = istio_fields, .others = istio_others},
               KeyCase::counts, {.durations = true});
  } else {
    read_table(policy, place.value, {.fields = envoy_fields, .others = envoy_others},
               KeyCase::counts, {.separator = ',', .scalars_from_text = true});
  }
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape envoy_shape{
    .name = "Envoy and Istio CorsPolicy", .recognises = recognises, .read = read};

}  // namespace corslint
