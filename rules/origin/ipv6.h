#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace corslint {

/// An IPv6 address as its eight 16-bit pieces, the most significant first.
struct Ipv6Address {
  std::array<std::uint16_t, 8> pieces{};

  friend bool operator==(const Ipv6Address&, const Ipv6Address&) = default;
};

/// Reads an address without its brackets; nothing where it is malformed. A zone identifier
/// (`%eth0`) is malformed in a URL (https://url.spec.whatwg.org/#concept-ipv6-parser).
std::optional<Ipv6Address> parse_ipv6(std::string_view text);

/// The shortest spelling without brackets: lower case, no leading zeros, the first longest run of
/// two or more zero pieces as `::`. An embedded IPv4 address is written as two hexadecimal pieces
/// (https://url.spec.whatwg.org/#concept-ipv6-serializer).
std::string serialize(const Ipv6Address& address);

}  // namespace corslint
