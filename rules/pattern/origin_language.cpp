// Each part is written down as a handful of regular expressions: the shapes of its origins, what
// must be taken out of them again (default ports, hosts that parse as numbers), the properties
// worth a mark. One subset construction reads all of them side by side; the marks of a state are
// computed from which of them accept there.

#include "rules/pattern/origin_language.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "rules/pattern/parser.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t state_limit = 100'000;

const std::string port =
    "(:(0|[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?";
const std::string octet = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
const std::string narrow_label = "[a-z0-9_-]+";
const std::string wide_label = "[!\"$&'()*+,;=_`{}~a-z0-9-]+";
const std::string opaque_host = "[!\"$%&'()*+,.0-9;=A-Z_`a-z{}~-]+";
const std::string uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

// The languages of a part in the order of their bits, before they are turned into marks.
enum Bit : std::uint8_t {
  shape,       // of the part's first kind of origin
  excluded,    // what the shape holds beyond
  other_kind,  // of the part's second kind of origin
  canonical,   // what the first kind must also be
  default_port,
  loopback,
  private_network,
  single_label,
  insecure,
  with_port,
  host_start,
  in_host,
  in_port,
  bit_count
};

Automaton language(const std::string& pattern) {
  const ParseResult parsed = parse(pattern, Syntax::re2, LetterCase::sensitive);
  return build_automaton(parsed.tree, MatchMode::full).value_or(Automaton{});
}

using Languages = std::array<Automaton, bit_count>;

Languages web_languages() {
  Languages result;
  result[default_port] =
      language("http://[^:]*:80|https://[^:]*:443|http://.*]:80|https://.*]:443");
  result[insecure] = language("http://.*");
  result[host_start] = language("https?://");
  return result;
}

Languages named_languages(const std::string& label) {
  Languages result = web_languages();
  const std::string last = "\\.?";
  result[shape] = language("https?://" + label + "(\\." + label + ")*" + last + port);
  result[excluded] = language("https?://([^:]*\\.)?([0-9]+|0x[0-9a-f]*)" + last + "(:.*)?");
  const std::string three = "(\\." + octet + "){3}" + port;
  const std::string two = "(\\." + octet + "){2}" + port;
  result[other_kind] = language("https?://" + octet + three);
  result[loopback] =
      language("https?://([^:]*\\.)?localhost" + last + port + "|https?://127" + three);
  result[private_network] =
      language("https?://(0|10)" + three +
               R"(|https?://(169\.254|172\.(1[6-9]|2[0-9]|3[01])|192\.168))" + two);
  result[single_label] = language("https?://[^.:]+" + last + "(:.*)?");
  result[with_port] = language("https?://[^:]+:.+");
  result[in_host] = language("https?://[^:]+");
  result[in_port] = language("https?://[^:]+:.*");
  return result;
}

Languages bracketed_languages() {
  Languages result = web_languages();
  result[shape] = language("https?://\\[[0-9a-f:]+]" + port);
  result[canonical] = canonical_ipv6_prefix();
  result[loopback] = language("https?://\\[::(1|ffff:7f[0-9a-f]{2}:.*)](:.*)?");
  result[private_network] =
      language("https?://\\[(::|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*)](:.*)?");
  result[with_port] = language("https?://.*]:.+");
  result[in_host] = language("https?://\\[[^]]*]?");
  result[in_port] = language("https?://.*]:.*");
  return result;
}

Languages other_languages() {
  Languages result;
  result[shape] = language("[a-z][a-z0-9+.-]*://" + opaque_host + port +
                           "|[a-z][a-z0-9+.-]*://\\[[0-9a-f:]+]" + port + "|file://");
  result[excluded] = language("(https?|wss?|ftp|null)://.*|file://.+");
  result[other_kind] = language("null");
  // The bits of web hosts are free here; this one is for extensions.
  result[single_label] =
      language("chrome-extension://[a-p]{32}|(moz|safari-web|ms-browser)-extension://" + uuid);
  result[with_port] = language("[^:]*://[^:]+:.+");
  return result;
}

bool has(Marks bits, Bit bit) {
  return (bits >> bit & 1U) != 0;
}

Marks qualities(Marks bits) {
  constexpr std::array<std::pair<Bit, Marks>, 5> qualifying = {
      {{loopback, mark::loopback},
       {private_network, mark::private_network},
       {single_label, mark::single_label},
       {insecure, mark::insecure},
       {with_port, mark::with_port}}};
  Marks result = 0;
  for (const auto& [bit, quality] : qualifying)
    if (has(bits, bit)) result |= quality;
  return result;
}

Marks marks_of(Marks bits, OriginPart part) {
  Marks result = 0;
  if (has(bits, host_start)) result |= mark::host_start;
  if (has(bits, in_port))
    result |= mark::in_port;
  else if (has(bits, in_host))
    result |= mark::in_host;
  const bool first = has(bits, shape) && !has(bits, excluded) && !has(bits, default_port);
  const bool second = has(bits, other_kind) && !has(bits, default_port);
  if (part == OriginPart::other) {
    if (second) return mark::null_origin;
    if (!first) return 0;
    const Marks extension = has(bits, single_label) ? mark::extension : 0;
    return mark::custom_scheme | extension | (has(bits, with_port) ? mark::with_port : 0);
  }
  if (part == OriginPart::bracketed)
    return first && has(bits, canonical) ? result | mark::ipv6 | qualities(bits) : result;
  if (second) return result | mark::ipv4 | (qualities(bits) & ~mark::single_label);
  return first ? result | mark::domain | qualities(bits) : result;
}

Deterministic build(OriginPart part, const Languages& languages) {
  Deterministic read = determinize(languages, state_limit).value_or(Deterministic{});
  for (Marks& marks : read.marks) marks = marks_of(marks, part);
  return minimize(read, mark::origin);
}

}  // namespace

const Deterministic& origin_language(OriginPart part) {
  switch (part) {
    case OriginPart::named: {
      static const Deterministic named = build(OriginPart::named, named_languages(narrow_label));
      return named;
    }
    case OriginPart::widely_named: {
      static const Deterministic wide = build(OriginPart::named, named_languages(wide_label));
      return wide;
    }
    case OriginPart::bracketed: {
      static const Deterministic bracketed = build(OriginPart::bracketed, bracketed_languages());
      return bracketed;
    }
    case OriginPart::other:
      break;
  }
  static const Deterministic other = build(OriginPart::other, other_languages());
  return other;
}

bool is_sendable(std::string_view text) {
  constexpr std::array parts = {OriginPart::widely_named, OriginPart::bracketed, OriginPart::other};
  return std::any_of(parts.begin(), parts.end(), [&](OriginPart part) {
    const Deterministic& language = origin_language(part);
    State state = 0;
    for (const char c : text) {
      state = language.next(state, static_cast<unsigned char>(c));
      if (state == no_state) return false;
    }
    return (language.marks[state] & mark::origin) != 0;
  });
}

}  // namespace corslint::pattern
