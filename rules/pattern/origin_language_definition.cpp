// Each part is written down as a handful of regular expressions: the shapes of its origins, what
// must be taken out of them again (default ports, hosts that parse as numbers), the properties
// worth a mark. One subset construction reads all of them side by side; the marks of a state are
// computed from which of them accept there.

#include "rules/pattern/origin_language_definition.h"

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
  bracketed_shape,
  default_port,
  loopback,
  private_network,
  single_label,
  insecure,
  with_port,
  host_start,
  label_start,
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

// Names alone, without the properties that only colour the answer.
Languages domain_languages(const std::string& label) {
  Languages result = web_languages();
  result[insecure] = {};
  result[shape] = language("https?://" + label + "(\\." + label + ")*\\.?" + port);
  result[excluded] = language("https?://([^:]*\\.)?([0-9]+|0x[0-9a-f]*)\\.?(:.*)?");
  result[label_start] = language("https?://([^:]*\\.)?");
  result[in_host] = language("https?://[^:]+");
  result[in_port] = language("https?://[^:]+:.*");
  return result;
}

Languages named_languages(const std::string& label) {
  Languages result = domain_languages(label);
  result[insecure] = language("http://.*");
  result[label_start] = {};
  const std::string last = "\\.?";
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
  const std::string scheme = "[a-z][a-z0-9+.-]*://";
  result[shape] = language(scheme + opaque_host + port + "|file://");
  result[bracketed_shape] = language(scheme + "\\[[0-9a-f:]+]" + port);
  result[canonical] = canonical_ipv6_prefix();
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
  if (has(bits, label_start)) result |= mark::label_start;
  if (has(bits, in_port))
    result |= mark::in_port;
  else if (has(bits, in_host))
    result |= mark::in_host;
  const bool first = has(bits, shape) && !has(bits, excluded) && !has(bits, default_port);
  const bool second = has(bits, other_kind) && !has(bits, default_port);
  if (part == OriginPart::other) {
    if (second) return mark::null_origin;
    const bool bracketed =
        has(bits, bracketed_shape) && has(bits, canonical) && !has(bits, excluded);
    if (!first && !bracketed) return 0;
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

// Of two texts of one length that lead to the same state the one first found is kept; a dot in a
// pattern is most often meant as one.
void put_dots_first(Deterministic& automaton) {
  for (State state = 0; state < automaton.size(); ++state)
    std::stable_partition(automaton.steps.begin() + automaton.first_step[state],
                          automaton.steps.begin() + automaton.first_step[state + 1],
                          [](const auto& step) { return step.characters.contains('.'); });
}

Deterministic domains() {
  Deterministic result = build(OriginPart::domains, domain_languages(wide_label));
  put_dots_first(result);
  return result;
}

}  // namespace

Deterministic define(OriginPart part) {
  switch (part) {
    case OriginPart::domains:
      return domains();
    case OriginPart::named:
      return build(part, named_languages(narrow_label));
    case OriginPart::widely_named:
      return build(part, named_languages(wide_label));
    case OriginPart::bracketed:
      return build(part, bracketed_languages());
    case OriginPart::other:
      break;
  }
  return build(OriginPart::other, other_languages());
}

}  // namespace corslint::pattern
