// Products that hand their own table to rs/cors as it stands: Tyk's classic API definition, and the
// nodes of CometBFT (Tendermint), which leave CORS off where no origin is listed.

#include <algorithm>
#include <array>

#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

bool is_tyk(const Place& place) {
  static constexpr std::array<std::string_view, 1> own_keys{"options_passthrough"};
  static constexpr std::array<std::string_view, 2> keys_beside{"api_id", "use_keyless"};
  return key_of(place) == "CORS" && place.parent != nullptr && has_any_key(place.value, own_keys) &&
         has_any_key(place.parent->value, keys_beside);
}

bool is_comet_bft(const Place& place) {
  if (key_of(place) != "rpc") return false;
  return std::ranges::any_of(place.value.members, [](const Member& member) {
    return member.key == "cors_allowed_origins" && !member.value.items.empty();
  });
}

}  // namespace

std::string_view dialect_of_table(const Place& place) {
  return is_tyk(place) || is_comet_bft(place) ? "rs-cors" : std::string_view();
}

}  // namespace corslint
