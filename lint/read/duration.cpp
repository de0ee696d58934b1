#include "lint/read/duration.h"

#include <charconv>

namespace corslint {

std::optional<std::int64_t> duration_in_seconds(std::string_view text) {
  std::int64_t total = 0;
  if (text.empty()) return std::nullopt;
  if (text == "0") return 0;
  while (!text.empty()) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    // A policy's max-age beyond this is no duration that anybody means, and it keeps the sum in
    // range.
    constexpr std::int64_t largest = 1'000'000'000'000;
    if (error != std::errc{} || number < 0 || number > largest) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.starts_with("ms")) {
      total += number / 1000;
      text.remove_prefix(2);
      continue;
    }
    if (text.empty()) return std::nullopt;
    const char unit = text.front();
    if (unit != 'h' && unit != 'm' && unit != 's') return std::nullopt;
    total += number * (unit == 'h' ? 3600 : unit == 'm' ? 60 : 1);
    text.remove_prefix(1);
  }
  return total;
}

}  // namespace corslint
