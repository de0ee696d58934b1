#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/origin/host.h"
#include "rules/origin/origin_problem.h"

namespace corslint {

struct ParsedOrigin;

/// An origin (https://html.spec.whatwg.org/#concept-origin): scheme, host and port, or the opaque
/// origin, which is what a default-constructed value is and which has an empty scheme. The scheme
/// is lower case; the port is absent where it is the scheme's default.
struct Origin {
  std::string scheme;
  Host host;
  std::optional<std::uint16_t> port;

  /// Reads a text that stands for an origin in a policy, as
  /// https://url.spec.whatwg.org/#concept-url-parser would, and says in what ways the text differs
  /// from the serialization. Never fails; schemes that the URL Standard does not know
  /// (`tauri`, `chrome-extension`) have the origin that their browsers and web views send.
  static ParsedOrigin parse(std::string_view text);

  /// What a browser sends in the Origin header: `https://example.com:8443`, or `null` for the
  /// opaque origin (https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin).
  std::string serialize() const;

  /// Whether this is the opaque origin, serialized as `null`.
  bool is_opaque() const { return scheme.empty(); }

  friend bool operator==(const Origin&, const Origin&) = default;
};

/// What `Origin::parse` found. The notes stand in the order of the text. Without an origin the last
/// note is the fatal one, wherever it stands, and there may be more to find behind it.
struct ParsedOrigin {
  std::optional<Origin> origin;
  std::vector<OriginNote> notes;

  /// Whether the text is, byte for byte, the serialization of `origin`.
  bool is_canonical() const { return origin && notes.empty(); }

  /// The first note of this problem, or null.
  const OriginNote* note_of(OriginProblem problem) const;
};

/// The port that a scheme implies (https://url.spec.whatwg.org/#default-port): 80 for http and ws,
/// 443 for https and wss. `scheme` is in lower case.
std::optional<std::uint16_t> default_port(std::string_view scheme);

/// Whether pages are served from this origin by a web server: scheme http or https.
bool is_web(const Origin& origin);

/// `is_loopback` of its host; false for the opaque origin.
bool is_loopback(const Origin& origin);

/// `is_private_address` of its host; false for the opaque origin.
bool is_private_address(const Origin& origin);

/// Whether the host ends with a dot (`https://example.com.`): valid and canonical, and another
/// origin than the one without.
bool has_trailing_dot(const Origin& origin);

}  // namespace corslint
