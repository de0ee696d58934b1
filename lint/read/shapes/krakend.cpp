// KrakenD's `extra_config` of the service: the block under `security/cors`. The old namespace is
// still read by some releases; a block under any other name that ends in `cors` is read by none.
// https://www.krakend.io/docs/service-settings/cors/

#include <array>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

constexpr std::string_view current_namespace = "security/cors";
constexpr std::string_view old_namespace = "github_com/devopsfaith/krakend-cors";

constexpr std::array<ShapeKey, 8> fields{{
    {"allow_origins", Field::origins},
    {"allow_methods", Field::methods},
    {"allow_headers", Field::headers},
    {"expose_headers", Field::exposed_headers},
    {"allow_credentials", Field::credentials},
    {"allow_private_network", Field::private_network},
    {"max_age", Field::max_age},
    {"options_success_status", Field::preflight_status},
}};
constexpr std::array<std::string_view, 4> others{"options_passthrough", "debug", "$schema",
                                                 "@comment"};

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  const auto key = key_of(place);
  return place.value.kind == ValueKind::table && key.ends_with("cors") &&
         key.find('/') != std::string_view::npos && place.parent != nullptr &&
         key_of(*place.parent) == "extra_config";
}

/// KrakenD 1 reads files of version 2, and no namespace but the old one.
bool is_of_krakend_1(const Document& document) {
  const Member* version = find_beside(document.root, "version");
  return version != nullptr && version->value.kind == ValueKind::integer &&
         version->value.integer == 2;
}

void note_namespace(Policy& policy, const Member& member, const Document& document) {
  if (member.key == current_namespace) return;
  const bool old = member.key == old_namespace;
  if (old && is_of_krakend_1(document)) return;
  policy.irregularities.push_back(
      {.kind = old ? IrregularityKind::deprecated_key : IrregularityKind::ignored_policy,
       .span = member.key_span,
       .subject = member.key,
       .expected = {},
       .detail = old ? "KrakenD releases with krakend-cors v3 (2026-07) no longer read it"
                     : "KrakenD reads CORS from no such namespace",
       .suggestion = std::string(current_namespace),
       .related = {}});
}

void read(const Place& place, PolicyReading& reading) {
  auto policy =
      policy_at(place, reading, "krakend",
                path_name(*place.parent, reading.file) + "." + std::string(key_of(place)));
  note_namespace(policy, *place.member, reading.document);
  read_table(policy, place.value, {.fields = fields, .others = others}, KeyCase::counts,
             {.durations = true});
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape krakend_shape{
    .name = "KrakenD security/cors", .recognises = recognises, .read = read};

}  // namespace corslint
