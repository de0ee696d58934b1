// The encoder of RFC 3492, section 6.3. Code points are inserted in ascending order; what is
// written is how many (code point, position) states lie between two insertions, as a number in a
// base that adapts to the numbers before it.
#include "rules/origin/punycode.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "rules/origin/ascii.h"
#include "rules/origin/utf8.h"

namespace corslint {
namespace {

constexpr std::uint32_t base = 36;
constexpr std::uint32_t minimum_threshold = 1;
constexpr std::uint32_t maximum_threshold = 26;
constexpr std::uint32_t skew = 38;
constexpr std::uint32_t damping = 700;
constexpr std::uint32_t initial_bias = 72;
constexpr char32_t first_non_ascii = 0x80;

/// No domain name is longer; within it the state count cannot overflow 32 bits.
constexpr std::size_t maximum_length = 255;

std::uint32_t adapted_bias(std::uint32_t delta, std::uint32_t handled, bool is_first) {
  delta /= is_first ? damping : 2;
  delta += delta / handled;
  std::uint32_t k = 0;
  for (; delta > ((base - minimum_threshold) * maximum_threshold) / 2; k += base) {
    delta /= base - minimum_threshold;
  }
  return k + (base - minimum_threshold + 1) * delta / (delta + skew);
}

char digit(std::uint32_t value) {
  return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26));
}

void append_number(std::string& out, std::uint32_t number, std::uint32_t bias) {
  for (std::uint32_t k = base;; k += base) {
    const std::uint32_t threshold =
        k <= bias ? minimum_threshold : std::min(k - bias, maximum_threshold);
    if (number < threshold) break;
    out += digit(threshold + (number - threshold) % (base - threshold));
    number = (number - threshold) / (base - threshold);
  }
  out += digit(number);
}

std::u32string code_points_of(std::string_view label) {
  std::u32string code_points;
  for (std::size_t i = 0; i < label.size();) {
    const DecodedCodePoint decoded = decode_utf8(label, i);
    code_points += decoded.value;
    i += decoded.length;
  }
  return code_points;
}

char32_t smallest_from(const std::u32string& code_points, char32_t bound) {
  char32_t smallest = std::numeric_limits<char32_t>::max();
  for (const char32_t c : code_points) {
    if (c >= bound) smallest = std::min(smallest, c);
  }
  return smallest;
}

}  // namespace

std::optional<std::string> to_punycode(std::string_view label) {
  if (label.size() > maximum_length) return std::nullopt;
  const std::u32string input = code_points_of(label);
  std::string out;
  std::copy_if(label.begin(), label.end(), std::back_inserter(out),
               [](char c) { return is_ascii(c); });
  const auto ascii_count = static_cast<std::uint32_t>(out.size());
  std::uint32_t handled = ascii_count;
  if (ascii_count > 0) out += '-';
  char32_t current = first_non_ascii;
  std::uint32_t delta = 0;
  std::uint32_t bias = initial_bias;
  for (; handled < input.size(); ++delta, ++current) {
    const char32_t next = smallest_from(input, current);
    delta += static_cast<std::uint32_t>(next - current) * (handled + 1);
    current = next;
    for (const char32_t c : input) {
      if (c < current) ++delta;
      if (c != current) continue;
      append_number(out, delta, bias);
      bias = adapted_bias(delta, handled + 1, handled == ascii_count);
      delta = 0;
      ++handled;
    }
  }
  return out;
}

}  // namespace corslint
