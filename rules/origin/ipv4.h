#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace corslint {

/// An IPv4 address in host byte order: 127.0.0.1 is 0x7F000001.
struct Ipv4Address {
  std::uint32_t value = 0;

  friend bool operator==(const Ipv4Address&, const Ipv4Address&) = default;
};

/// Whether a browser takes `host` for an IPv4 address, valid or not, because its last label (before
/// one optional final dot) is a number (https://url.spec.whatwg.org/#ends-in-a-number-checker).
bool ends_in_a_number(std::string_view host);

/// Reads the IPv4 spellings a browser reads: one to four parts, each decimal, octal (`0177`) or
/// hexadecimal (`0x7f`), the last filling the bytes that remain; nothing where the address is
/// malformed or too large (https://url.spec.whatwg.org/#concept-ipv4-parser).
std::optional<Ipv4Address> parse_ipv4(std::string_view text);

/// Four decimal numbers between dots (https://url.spec.whatwg.org/#concept-ipv4-serializer).
std::string serialize(Ipv4Address address);

}  // namespace corslint
