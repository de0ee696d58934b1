#pragma once

#include <cstdint>
#include <string_view>

#include "rules/pattern/deterministic.h"

namespace corslint::pattern {

/// The parts of the language of origins that a browser can send, each a deterministic automaton.
/// `named` are web origins whose host is a domain or an IPv4 address, with the labels that every
/// browser and the DNS carry; `widely_named` the same with every character that the URL Standard
/// admits in a domain (https://url.spec.whatwg.org/#forbidden-domain-code-point); `bracketed` web
/// origins whose host is an IPv6 address; `other` is `null`, `file://` and every other scheme.
enum class OriginPart : std::uint8_t { named, widely_named, bracketed, other };

/// What the states of the parts are marked with. The first six say that the text read is an origin
/// of that kind and stand alone; `loopback` to `with_port` qualify an origin; the last three tell
/// where in an origin a reader of the text stands.
namespace mark {
inline constexpr Marks domain = 1U << 0U;
inline constexpr Marks ipv4 = 1U << 1U;
inline constexpr Marks ipv6 = 1U << 2U;
inline constexpr Marks null_origin = 1U << 3U;
inline constexpr Marks custom_scheme = 1U << 4U;
inline constexpr Marks extension = 1U << 5U;  // beside custom_scheme
inline constexpr Marks loopback = 1U << 6U;
inline constexpr Marks private_network = 1U << 7U;
inline constexpr Marks single_label = 1U << 8U;
inline constexpr Marks insecure = 1U << 9U;  // the scheme is http
inline constexpr Marks with_port = 1U << 10U;
inline constexpr Marks host_start = 1U << 11U;  // right behind ://
inline constexpr Marks in_host = 1U << 12U;     // at least one character of the host read
inline constexpr Marks in_port = 1U << 13U;     // behind the colon of the port
inline constexpr Marks origin = domain | ipv4 | ipv6 | null_origin | custom_scheme;
inline constexpr Marks web = domain | ipv4 | ipv6;
}  // namespace mark

/// The automaton of `part`, minimised; built when first asked for and kept.
const Deterministic& origin_language(OriginPart part);

/// Whether a browser can send `text` as an origin, by the union of all parts.
bool is_sendable(std::string_view text);

/// The canonical spellings of IPv6 addresses (RFC 5952 without a dotted tail, as the URL Standard
/// serialises them) between `http://[` or `https://[` and `]`, whatever follows.
Automaton canonical_ipv6_prefix();

}  // namespace corslint::pattern
