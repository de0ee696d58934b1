#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "rules/pattern/automaton.h"
#include "rules/pattern/deterministic.h"

namespace corslint::pattern {

/// The parts of the language of origins that a browser can send, each a deterministic automaton.
/// `domains` are web origins whose host is a domain, with every character that the URL Standard
/// admits in one (https://url.spec.whatwg.org/#forbidden-domain-code-point), marked with nothing
/// but the place in the origin; `named` are web origins whose host is a domain or an IPv4 address,
/// with the labels that every browser and the DNS carry; `widely_named` the same with the
/// characters of `domains`; `bracketed` web origins whose host is an IPv6 address; `other` is
/// `null`, `file://` and every other scheme.
enum class OriginPart : std::uint8_t { domains, named, widely_named, bracketed, other };

/// Together they are the whole language, once.
inline constexpr std::array every_origin_part = {OriginPart::widely_named, OriginPart::bracketed,
                                                 OriginPart::other};

/// What the states of the parts are marked with. The first six say that the text read is an origin
/// of that kind and stand alone; `loopback` to `with_port` qualify an origin; the last four tell
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
inline constexpr Marks host_start = 1U << 11U;   // right behind ://
inline constexpr Marks in_host = 1U << 12U;      // at least one character of the host read
inline constexpr Marks in_port = 1U << 13U;      // behind the colon of the port
inline constexpr Marks label_start = 1U << 14U;  // right behind :// or a dot; in `domains` alone
inline constexpr Marks origin = domain | ipv4 | ipv6 | null_origin | custom_scheme;
inline constexpr Marks web = domain | ipv4 | ipv6;
inline constexpr Marks place = host_start | in_host | in_port | label_start;
}  // namespace mark

/// One part as constant tables; state 0 is the start. Characters of one class lead to the same
/// state everywhere.
struct OriginLanguage {
  static constexpr std::uint16_t nowhere = 0xFFFF;

  std::span<const std::uint8_t> class_of;  // of each character
  std::size_t class_count = 0;
  std::span<const std::uint16_t> targets;  // of each state, by class
  std::span<const std::uint32_t> first_step;
  std::span<const Deterministic::Step> steps;  // the same by classes that share a target
  std::span<const Marks> marks;

  std::size_t size() const { return marks.size(); }
  std::span<const Deterministic::Step> steps_of(State state) const {
    return steps.subspan(first_step[state], first_step[state + 1] - first_step[state]);
  }
  /// Where `c` leads; no_state where nowhere.
  State next(State state, unsigned char c) const {
    if (c >= class_of.size()) return no_state;
    const std::uint16_t target = targets[state * class_count + class_of[c]];
    return target == nowhere ? no_state : target;
  }
};

/// The tables of `part`, written at build time.
const OriginLanguage& origin_language(OriginPart part);

/// Whether a browser can send `text` as an origin, by the union of all parts.
bool is_sendable(std::string_view text);

}  // namespace corslint::pattern
