#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "rules/origin/ipv4.h"
#include "rules/origin/ipv6.h"

namespace corslint {

/// A domain name in ASCII form, with the final dot if it was written with one: to a browser the two
/// are different hosts.
struct Domain {
  std::string name;

  friend bool operator==(const Domain&, const Domain&) = default;
};

/// The host of a scheme that the URL Standard does not know (`tauri://localhost`): any text without
/// forbidden code points, in the letter case it was written in
/// (https://url.spec.whatwg.org/#opaque-host).
struct OpaqueHost {
  std::string text;

  friend bool operator==(const OpaqueHost&, const OpaqueHost&) = default;
};

/// Who a URL names (https://url.spec.whatwg.org/#concept-host).
using Host = std::variant<Domain, Ipv4Address, Ipv6Address, OpaqueHost>;

/// The text of a host inside an origin, IPv6 in brackets
/// (https://url.spec.whatwg.org/#concept-host-serializer).
std::string serialize(const Host& host);

/// The name of a host that is not an address, without a final dot; empty for an address. Points
/// into `host`.
std::string_view name_without_final_dot(const Host& host);

/// Whether only the machine itself answers at this host: 127.0.0.0/8 (also mapped into IPv6), ::1,
/// `localhost` and names below it
/// (https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy).
bool is_loopback(const Host& host);

/// Whether this host means something else, or nothing, on another network, and is not loopback: the
/// private and link-local blocks (RFC 1918, 169.254.0.0/16, fc00::/7, fe80::/10), the unspecified
/// addresses (0.0.0.0/8, ::), names under `.local`, `.internal`, `.lan` and `.home.arpa`, and names
/// of one label such as a container's.
bool is_private_address(const Host& host);

}  // namespace corslint
