// Products that hand their own table to an enforcer as it stands, in keys that the native form
// reads. To rs/cors: Tyk's classic API definition, the receivers of OpenTelemetry's collector, and
// the nodes of CometBFT (Tendermint); the latter two leave CORS off where no origin is listed. To
// S3 and API Gateway: Terraform's `cors_rule` and `cors_configuration`.

#include <array>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

bool is_tyk(const Place& place) {
  static constexpr std::array<std::string_view, 1> own_keys{"options_passthrough"};
  static constexpr std::array<std::string_view, 2> keys_beside{"api_id", "use_keyless"};
  return key_of(place) == "CORS" && place.parent != nullptr && has_any_key(place.value, own_keys) &&
         has_any_key_beside(place.parent->value, keys_beside);
}

bool lists_origins(const Place& place, std::string_view key) {
  const Member* origins = find_member(place.value, key);
  return origins != nullptr && !origins->value.items.empty();
}

bool is_comet_bft(const Place& place) {
  return key_of(place) == "rpc" && lists_origins(place, "cors_allowed_origins");
}

bool is_open_telemetry(const Place& place) {
  return key_of(place) == "cors" && place.parent != nullptr && key_of(*place.parent) == "http" &&
         place.parent->parent != nullptr && key_of(*place.parent->parent) == "protocols" &&
         lists_origins(place, "allowed_origins");
}

/// Whether a place is a block of Terraform's, of which its JSON may make a list.
bool is_block(const Place& place, std::string_view name) {
  return key_of(place) == name ||
         (place.index && place.parent != nullptr && key_of(*place.parent) == name);
}

/// Azure's storage accounts have rules of the same name.
bool is_terraform_s3(const Place& place) {
  static constexpr std::array<std::string_view, 2> keys_of_azure{"max_age_in_seconds",
                                                                 "exposed_headers"};
  return is_block(place, "cors_rule") && !has_any_key(place.value, keys_of_azure);
}

}  // namespace

std::string_view dialect_of_table(const Place& place) {
  if (is_terraform_s3(place)) return "s3";
  if (is_block(place, "cors_configuration")) return "api-gateway";
  return is_tyk(place) || is_comet_bft(place) || is_open_telemetry(place) ? "rs-cors"
                                                                          : std::string_view();
}

}  // namespace corslint
