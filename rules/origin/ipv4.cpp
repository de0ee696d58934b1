#include "rules/origin/ipv4.h"

#include <algorithm>
#include <array>

#include "rules/origin/ascii.h"

namespace corslint {
namespace {

constexpr std::uint64_t too_large = std::uint64_t{1} << 32U;

/// Values that no address can hold come out as `too_large`, however many digits they have.
std::optional<std::uint64_t> parse_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int base = 10;
  if (text.size() >= 2 && text[0] == '0') {
    const bool is_hexadecimal = text[1] == 'x' || text[1] == 'X';
    base = is_hexadecimal ? 16 : 8;
    text.remove_prefix(is_hexadecimal ? 2 : 1);
  }
  std::uint64_t value = 0;
  for (const char c : text) {
    const int digit = hex_digit_value(c);
    if (digit < 0 || digit >= base) return std::nullopt;
    value = std::min(value * static_cast<std::uint64_t>(base) + static_cast<std::uint64_t>(digit),
                     too_large);
  }
  return value;
}

std::string_view without_final_dot(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  return text;
}

}  // namespace

bool ends_in_a_number(std::string_view host) {
  const std::string_view name = without_final_dot(host);
  const std::size_t dot = name.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? name : name.substr(dot + 1);
  if (last.empty()) return false;
  if (std::all_of(last.begin(), last.end(), is_ascii_digit)) return true;
  return parse_number(last).has_value();
}

std::optional<Ipv4Address> parse_ipv4(std::string_view text) {
  std::string_view rest = without_final_dot(text);
  std::array<std::uint64_t, 4> numbers{};
  std::size_t count = 0;
  while (true) {
    const std::size_t dot = rest.find('.');
    const std::optional<std::uint64_t> number = parse_number(rest.substr(0, dot));
    if (!number || count == numbers.size()) return std::nullopt;
    numbers.at(count++) = *number;
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  std::uint64_t value = numbers.at(count - 1);
  if (value >= std::uint64_t{1} << (8U * (5U - count))) return std::nullopt;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    if (numbers.at(i) > 255) return std::nullopt;
    value += numbers.at(i) << (8U * (3U - i));
  }
  return Ipv4Address{static_cast<std::uint32_t>(value)};
}

std::string serialize(Ipv4Address address) {
  std::string text;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    if (!text.empty()) text += '.';
    text += std::to_string((address.value >> shift) & 0xFFU);
  }
  return text;
}

}  // namespace corslint
