#include "rules/origin/ipv6.h"

#include <algorithm>
#include <charconv>

#include "rules/origin/ascii.h"

namespace corslint {
namespace {

constexpr std::size_t piece_count = 8;

/// What has been read so far: the pieces in order, and before which of them `::` stood.
struct Reading {
  std::array<std::uint16_t, piece_count> pieces{};
  std::size_t count = 0;
  std::optional<std::size_t> compressed_at;
};

/// The four decimal bytes that may end an address; unlike a host's, each has one spelling only.
bool read_embedded_ipv4(std::string_view text, Reading& reading) {
  if (reading.count > piece_count - 2) return false;
  std::array<unsigned, 4> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::size_t dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    const bool is_last = i + 1 == bytes.size();
    if (is_last != (dot == std::string_view::npos)) return false;
    if (part.empty() || part.size() > 3 || (part.size() > 1 && part.front() == '0')) return false;
    if (!std::all_of(part.begin(), part.end(), is_ascii_digit)) return false;
    for (const char c : part) bytes.at(i) = bytes.at(i) * 10 + static_cast<unsigned>(c - '0');
    if (bytes.at(i) > 255) return false;
    if (!is_last) text.remove_prefix(dot + 1);
  }
  reading.pieces.at(reading.count++) = static_cast<std::uint16_t>((bytes[0] << 8U) | bytes[1]);
  reading.pieces.at(reading.count++) = static_cast<std::uint16_t>((bytes[2] << 8U) | bytes[3]);
  return true;
}

bool read_piece(std::string_view text, Reading& reading) {
  if (text.empty() || text.size() > 4 || reading.count == piece_count) return false;
  unsigned value = 0;
  for (const char c : text) {
    const int digit = hex_digit_value(c);
    if (digit < 0) return false;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  reading.pieces.at(reading.count++) = static_cast<std::uint16_t>(value);
  return true;
}

bool read_pieces(std::string_view text, Reading& reading) {
  if (text.starts_with(':') && !text.starts_with("::")) return false;
  while (!text.empty()) {
    if (text.starts_with("::")) {
      if (reading.compressed_at) return false;
      reading.compressed_at = reading.count;
      text.remove_prefix(2);
      if (text.starts_with(':')) return false;
      continue;
    }
    if (text.starts_with(':')) text.remove_prefix(1);
    const std::size_t colon = text.find(':');
    const std::string_view piece = text.substr(0, colon);
    if (piece.find('.') != std::string_view::npos) {
      return colon == std::string_view::npos && read_embedded_ipv4(piece, reading);
    }
    if (!read_piece(piece, reading)) return false;
    text.remove_prefix(piece.size());
  }
  return true;
}

struct Run {
  std::size_t first = 0;
  std::size_t length = 0;
};

Run longest_zero_run(const Ipv6Address& address) {
  Run longest;
  Run current;
  for (std::size_t i = 0; i < piece_count; ++i) {
    current = address.pieces.at(i) != 0 ? Run{i + 1, 0} : Run{current.first, current.length + 1};
    if (current.length > longest.length) longest = current;
  }
  return longest.length >= 2 ? longest : Run{piece_count, 0};
}

std::string hexadecimal(std::uint16_t piece) {
  std::array<char, 4> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), piece, 16);
  return {digits.data(), result.ptr};
}

}  // namespace

std::optional<Ipv6Address> parse_ipv6(std::string_view text) {
  Reading reading;
  if (!read_pieces(text, reading)) return std::nullopt;
  Ipv6Address address{reading.pieces};
  if (!reading.compressed_at) {
    return reading.count == piece_count ? std::optional{address} : std::nullopt;
  }
  if (reading.count == piece_count) return std::nullopt;
  auto* const tail = address.pieces.data() + *reading.compressed_at;
  std::rotate(tail, address.pieces.data() + reading.count,
              address.pieces.data() + address.pieces.size());
  return address;
}

std::string serialize(const Ipv6Address& address) {
  const Run zeros = longest_zero_run(address);
  std::string text;
  for (std::size_t i = 0; i < piece_count; ++i) {
    if (i == zeros.first) {
      text += "::";
      i += zeros.length - 1;
      continue;
    }
    if (!text.empty() && !text.ends_with(':')) text += ':';
    text += hexadecimal(address.pieces.at(i));
  }
  return text;
}

}  // namespace corslint
