// The CORS configuration of HTTP APIs in Amazon API Gateway: `CorsConfiguration` of
// AWS::ApiGatewayV2::Api and of SAM's AWS::Serverless::HttpApi, and `x-amazon-apigateway-cors` in
// an OpenAPI document.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html

#include <array>

#include "lint/read/shapes/shape.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::array<ShapeKey, 6> fields{{
    {"AllowOrigins", Field::origins},
    {"AllowMethods", Field::methods},
    {"AllowHeaders", Field::headers},
    {"ExposeHeaders", Field::exposed_headers},
    {"AllowCredentials", Field::credentials},
    {"MaxAge", Field::max_age},
}};

/// The resource's type, two keys above the configuration.
std::string_view resource_type(const Place& place) {
  const Place* resource = place.parent == nullptr ? nullptr : place.parent->parent;
  const Member* type = resource == nullptr ? nullptr : find_member(resource->value, "Type");
  return type == nullptr ? std::string_view() : std::string_view(type->value.text.value);
}

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  if (place.value.kind != ValueKind::table) return false;
  const auto key = key_of(place);
  if (key == "x-amazon-apigateway-cors") return true;
  if (!equal_ignoring_case(key, "CorsConfiguration")) return false;
  const auto type = resource_type(place);
  return type == "AWS::ApiGatewayV2::Api" || type == "AWS::Serverless::HttpApi";
}

void read(const Place& place, PolicyReading& reading) {
  auto policy = policy_at(place, reading, "api-gateway", path_name(place, reading.file));
  // OpenAPI spells the keys in lower camel case.
  read_table(policy, place.value, {.fields = fields}, KeyCase::does_not_count, {});
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape api_gateway_shape{
    .name = "API Gateway CorsConfiguration", .recognises = recognises, .read = read};

}  // namespace corslint
