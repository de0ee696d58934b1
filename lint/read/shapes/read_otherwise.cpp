// Tables of products that read entries in ways of their own, which no enforcer that is known does
// justice to: globs, patterns, a scheme alone, durations. The list is taken where it holds plain
// origins only, which mean the same to each; else nothing but `*`, which is everybody. Read in
// their documentation:
//
//   APISIX            one string with commas, `**`, allow_origins_by_regex
//   Auth0             `https://*.a.com` in allowed_origins
//   Backblaze B2      `https` is every origin of that scheme
//   Centrifugo        globs
//   CometBFT          an empty list is how CORS is off
//   Cosmos DB         one string with commas
//   Data API builder  globs; an empty list is how CORS is off
//   Gravitee          entries are patterns, max age -1 is none
//   Grafbase          globs, durations
//   hapi              globs
//   Kubernetes        each custom resource's own controller: Contour, Emissary, Gateway API
//   Ory               globs
//   Serverless        globs, in the events of REST APIs
//   Vikunja           globs
//   string matchers   where no model is theirs: DigitalOcean's App Platform
//   a table           of whatever kind, where origins are expected: rocket_cors

#include <algorithm>
#include <array>
#include <optional>

#include "lint/read/shapes/matchers.h"
#include "lint/read/shapes/shape.h"
#include "rules/origin/origin.h"

namespace corslint {
namespace {

const Member* origins_of(const Value& table) {
  // Every table of every document is asked, and few keys are worth being looked up.
  constexpr std::string_view in_all_spellings = "rigin";
  const auto found = std::ranges::find_if(table.members, [&](const Member& member) {
    if (member.key.find(in_all_spellings) == std::string::npos) return false;
    const auto field = cors_field_named(member.key);
    return (field ? field : field_named(member.key)) == Field::origins;
  });
  return found == table.members.end() ? nullptr : &*found;
}

std::string_view key_above(const Place& place, int levels) {
  const Place* above = &place;
  for (int level = 0; level < levels && above != nullptr; ++level) above = above->parent;
  return above == nullptr ? std::string_view() : key_of(*above);
}

bool is_apisix(const Place& place) {
  static constexpr std::array<std::string_view, 4> own{"allow_credential", "allow_origins_by_regex",
                                                       "allow_origins_by_metadata",
                                                       "timing_allow_origins"};
  if (key_of(place) != "cors" || key_above(place, 1) != "plugins") return false;
  const Member* origins = find_member(place.value, "allow_origins");
  return has_any_key(place.value, own) ||
         (origins != nullptr && origins->value.kind == ValueKind::string);
}

bool is_auth0(const Place& place) {
  static constexpr std::array<std::string_view, 4> own{"web_origins", "allowed_logout_urls",
                                                       "oidc_conformant", "initiate_login_uri"};
  return find_member(place.value, "allowed_origins") != nullptr && has_any_key(place.value, own);
}

bool is_b2(const Place& place) {
  static constexpr std::array<std::string_view, 4> own{"corsRuleName", "allowedOperations",
                                                       "cors_rule_name", "allowed_operations"};
  return place.index && has_any_key(place.value, own);
}

bool is_centrifugo(const Place& place) {
  static constexpr std::array<std::string_view, 4> old{
      "token_hmac_secret_key", "token_rsa_public_key", "token_jwks_public_endpoint", "namespaces"};
  static constexpr std::array<std::string_view, 4> now{"channel", "engine", "http_api",
                                                       "uni_websocket"};
  if (find_member(place.value, "allowed_origins") == nullptr) return false;
  if (place.parent == nullptr) return has_any_key(place.value, old);
  return key_of(place) == "client" && place.parent->parent == nullptr &&
         has_any_key_beside(place.parent->value, now);
}

bool is_comet_bft_without_cors(const Place& place) {
  const Member* origins = find_member(place.value, "cors_allowed_origins");
  return key_of(place) == "rpc" && origins != nullptr && origins->value.items.empty();
}

bool is_data_api_builder(const Place& place) {
  return key_of(place) == "cors" && key_above(place, 1) == "host" &&
         key_above(place, 2) == "runtime";
}

bool is_cosmos_db(const Place& place) {
  const Member* origins = find_member(place.value, "allowedOrigins");
  return place.index && key_above(place, 1) == "cors" && origins != nullptr &&
         origins->value.kind == ValueKind::string;
}

bool is_gravitee(const Place& place) {
  return key_of(place) == "cors" && find_member(place.value, "runPolicies") != nullptr;
}

bool is_in_grafbase(const Place& place, const PolicyReading& reading) {
  return key_of(place) == "cors" && reading.file.path().ends_with("grafbase.toml");
}

bool is_hapi(const Place& place) {
  return key_of(place) == "cors" && key_above(place, 1) == "routes" &&
         find_member(place.value, "origin") != nullptr;
}

/// Whether a table lies in what a Kubernetes object specifies.
bool is_in_specification(const Place& place) {
  static constexpr std::array<std::string_view, 1> own{"kind"};
  for (const Place* above = &place; above->parent != nullptr; above = above->parent)
    if (key_of(*above) == "spec" && has_any_key_beside(above->parent->value, own)) return true;
  return false;
}

bool is_ory(const Place& place) {
  return key_of(place) == "cors" && key_above(place, 2) == "serve" &&
         find_member(place.value, "enabled") != nullptr;
}

bool is_serverless_event(const Place& place) {
  return key_of(place) == "cors" && key_above(place, 1) == "http" &&
         place.parent->parent != nullptr && place.parent->parent->index;
}

bool is_vikunja(const Place& place) {
  static constexpr std::array<std::string_view, 1> own{"maxage"};
  static constexpr std::array<std::string_view, 1> switch_key{"enable"};
  return key_of(place) == "cors" && has_any_key(place.value, own) &&
         has_any_key(place.value, switch_key);
}

bool recognises(const Place& place, const PolicyReading& reading) {
  if (place.value.kind != ValueKind::table) return false;
  // Whoever names the enforcer knows how the entries are read.
  const bool is_named =
      !reading.options.dialect.empty() || find_member(place.value, "dialect") != nullptr;
  if (is_named) return false;
  const Member* origins = origins_of(place.value);
  if (origins == nullptr) return false;
  if (origins->value.kind == ValueKind::table || are_matchers(origins->value)) return true;
  return is_apisix(place) || is_auth0(place) || is_b2(place) || is_centrifugo(place) ||
         is_comet_bft_without_cors(place) || is_data_api_builder(place) || is_cosmos_db(place) ||
         is_gravitee(place) || is_in_grafbase(place, reading) || is_hapi(place) ||
         is_in_specification(place) || is_ory(place) || is_serverless_event(place) ||
         is_vikunja(place);
}

bool is_everyone(const Value& value) {
  return value.kind == ValueKind::string && value.text.value == "*";
}

bool is_plain(const Value& value) {
  return value.kind == ValueKind::string && value.text.value.find('*') == std::string::npos &&
         Origin::parse(value.text.value).is_canonical();
}

/// What of the member means the same everywhere; none where nothing does.
std::optional<Member> understood(const Member& origins) {
  if (is_everyone(origins.value) || is_plain(origins.value)) return origins;
  const auto is_same_everywhere = [](const Value& item) {
    return is_everyone(item) || is_plain(item);
  };
  if (!origins.value.items.empty() && std::ranges::all_of(origins.value.items, is_same_everywhere))
    return origins;
  Member everyone = origins;
  std::erase_if(everyone.value.items, [](const Value& item) { return !is_everyone(item); });
  if (everyone.value.items.empty()) return std::nullopt;
  return everyone;
}

void read(const Place& place, PolicyReading& reading) {
  const auto origins = understood(*origins_of(place.value));
  if (!origins) return;
  auto policy = policy_at(place, reading, {}, path_name(place, reading.file));
  // A string may be what the product expects.
  read_field(policy, Field::origins, *origins, {.separator = ','});
  if (is_data_api_builder(place)) {
    const Member* mode = find_beside(place.parent->value, "mode");
    if (mode != nullptr)
      policy.environment = environment_named(mode->value.text.value).value_or(policy.environment);
  }
  if (policy.span == Span{}) policy.span = policy.origins.key_span;
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape read_otherwise_shape{
    .name = "products with readings of their own", .recognises = recognises, .read = read};

}  // namespace corslint
