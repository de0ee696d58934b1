#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace corslint {

/// A Go duration such as `12h`, `1h30m` or `600s` in whole seconds; none for any other text.
/// https://pkg.go.dev/time#ParseDuration
std::optional<std::int64_t> duration_in_seconds(std::string_view text);

}  // namespace corslint
