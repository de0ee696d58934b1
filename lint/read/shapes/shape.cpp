#include "lint/read/shapes/shape.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/policy/ascii.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

constexpr std::array<const Shape*, 16> all_shapes{&cloudfront_shape,
                                                  &traefik_shape,
                                                  &s3_shape,
                                                  &r2_shape,
                                                  &gcs_shape,
                                                  &azure_functions_shape,
                                                  &functions_host_shape,
                                                  &krakend_shape,
                                                  &api_gateway_shape,
                                                  &ingress_annotations_shape,
                                                  &keycloak_shape,
                                                  &static_headers_shape,
                                                  &environment_variables_shape,
                                                  &envoy_shape,
                                                  &read_otherwise_shape,
                                                  &native_shape};

bool is_key(std::string_view written, std::string_view key, KeyCase key_case) {
  return key_case == KeyCase::counts ? written == key : equal_ignoring_case(written, key);
}

void note_unknown_key(Policy& policy, const Member& member, const ShapeKeys& keys) {
  std::vector<std::string_view> known;
  for (const auto& field : keys.fields) known.push_back(field.key);
  // A key that differs only in case or separators is further away in edits than it looks.
  const auto same_letters = std::find_if(known.begin(), known.end(), [&](std::string_view key) {
    return equal_ignoring_case(key, member.key);
  });
  const auto nearest = same_letters != known.end() ? *same_letters : nearest_of(member.key, known);
  policy.irregularities.push_back({.kind = IrregularityKind::unknown_key,
                                   .span = member.key_span,
                                   .subject = member.key,
                                   .expected = {},
                                   .detail = {},
                                   .suggestion = std::string(nearest),
                                   .related = {}});
}

std::string stem(std::string_view path) {
  const auto slash = path.find_last_of('/');
  auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto dot = name.find_last_of('.');
  if (dot != std::string_view::npos && dot != 0) name = name.substr(0, dot);
  return std::string(name);
}

}  // namespace

std::span<const Shape* const> shapes() {
  return all_shapes;
}

std::string_view key_of(const Place& place) {
  return place.member == nullptr ? std::string_view() : std::string_view(place.member->key);
}

void read_table(Policy& policy, const Value& table, const ShapeKeys& keys, KeyCase key_case,
                const ValueStyle& style) {
  for (const auto& member : table.members) {
    const auto field = std::find_if(
        keys.fields.begin(), keys.fields.end(),
        [&](const ShapeKey& known) { return is_key(member.key, known.key, key_case); });
    if (field != keys.fields.end()) {
      read_field(policy, field->field, member, style);
      continue;
    }
    const bool other =
        std::any_of(keys.others.begin(), keys.others.end(),
                    [&](std::string_view known) { return is_key(member.key, known, key_case); });
    if (!other) note_unknown_key(policy, member, keys);
  }
}

const Member* find_beside(const Value& table, std::string_view key) {
  const auto near =
      std::span(table.members).first(std::min(table.members.size(), most_members_beside));
  const auto found = std::ranges::find(near, key, &Member::key);
  return found == near.end() ? nullptr : &*found;
}

bool has_any_key_beside(const Value& table, std::span<const std::string_view> keys) {
  return std::ranges::any_of(
      keys, [&](std::string_view key) { return find_beside(table, key) != nullptr; });
}

bool has_any_key(const Value& table, std::span<const std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return find_member(table, key) != nullptr; });
}

Policy policy_at(const Place& place, const PolicyReading& reading, std::string_view dialect,
                 std::string name) {
  Policy policy;
  policy.name = std::move(name);
  policy.format = reading.document.format;
  policy.dialect = std::string(dialect);
  const bool has_header = reading.document.format == Format::toml &&
                          reading.file.text().substr(place.value.span.begin).starts_with('[') &&
                          place.value.kind == ValueKind::table;
  if (has_header) {
    policy.span = place.value.span;
  } else if (place.member != nullptr) {
    policy.span = place.member->key_span;
  }
  return policy;
}

std::string path_name(const Place& place, const SourceFile& file) {
  if (place.parent == nullptr) return stem(file.path());
  const bool under_root = place.parent->parent == nullptr;
  if (place.index) {
    const auto list = under_root ? std::string() : path_name(*place.parent, file);
    return list + '[' + std::to_string(*place.index) + ']';
  }
  const std::string key(key_of(place));
  return under_root ? key : path_name(*place.parent, file) + '.' + key;
}

}  // namespace corslint
