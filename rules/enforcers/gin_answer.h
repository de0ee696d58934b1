#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/exchange.h"
#include "rules/policy/policy.h"

namespace corslint {

/// The versions of gin-contrib/cors that behave differently, oldest first; each stands for all up
/// to the next.
enum class GinVersion { before_1_6, since_1_6, since_1_7, since_1_7_4, since_1_7_7 };

/// Whether a `*` inside an entry has a meaning (`AllowWildcard`).
enum class GinWildcards { off, on };

/// The `cors.Config` that a program hands to gin-contrib/cors.
struct GinSettings {
  GinVersion version = GinVersion::since_1_7_7;
  GinWildcards wildcards = GinWildcards::off;
  bool all_origins = false;
  bool credentials = false;
  bool private_network = false;
  std::vector<std::string> origins = {};
  std::vector<std::string> schemes = {"http://", "https://"};  ///< that an entry may begin with
  std::vector<std::string> methods = {};
  std::vector<std::string> headers = {};
  std::vector<std::string> exposed_headers = {};
  std::int64_t max_age = 0;  ///< in seconds
  int preflight_status = 0;  ///< 0: 204
};

/// `cors.DefaultConfig()` with what the policy sets.
GinSettings gin_settings(const Policy& policy, GinVersion version);

/// The panic with which gin-contrib/cors refuses the settings; the span is that of the policy's
/// entry, list or switch.
std::optional<StartFailure> gin_start_failure(const Policy& policy, const GinSettings& settings);

/// What one entry of `AllowOrigins` means.
EntryMeaning gin_entry_meaning(std::string_view entry, GinVersion version, GinWildcards wildcards);

/// What gin-contrib/cors answers.
Response gin_answer(const Exchange& exchange, const GinSettings& settings);

}  // namespace corslint
