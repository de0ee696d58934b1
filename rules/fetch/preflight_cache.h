#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace corslint {

/// How long a browser keeps a preflight's answer at most, whatever max-age says.
struct MaxAgeCap {
  std::string_view browser;
  std::int64_t seconds;
};

/// The browsers' caps, the longest last. Chromium: services/network/cors/preflight_result.cc;
/// Firefox: netwerk/protocol/http/nsCORSListenerProxy.cpp; Safari: WebKit's
/// CrossOriginPreflightResultCache.cpp.
inline constexpr std::array<MaxAgeCap, 3> max_age_caps{
    {{"Safari", 600}, {"Chromium", 7200}, {"Firefox", 86400}}};

/// What counts where max-age is missing or cannot be read, in seconds.
/// https://fetch.spec.whatwg.org/#cors-preflight-fetch
inline constexpr std::int64_t default_max_age = 5;

}  // namespace corslint
