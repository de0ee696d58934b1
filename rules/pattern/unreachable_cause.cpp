#include "rules/pattern/unreachable_cause.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "rules/pattern/origin_language.h"
#include "rules/pattern/pair_index.h"
#include "rules/pattern/parser.h"
#include "rules/pattern/product.h"

namespace corslint::pattern {
namespace {

struct Relaxation {
  const char* language;
  const char* cause;
};

constexpr std::string_view host = "[a-z0-9_.-]+";

// From the likeliest to the remotest; HOST stands for a host's characters.
constexpr std::array<Relaxation, 14> relaxations = {{
    {"https?://HOST(:[0-9]+)?/", "it ends in a slash, and an origin has none"},
    {"https?://HOST(:[0-9]+)?[/?#].*", "it asks for a path, and an origin has none"},
    {"https://HOST:443|http://HOST:80",
     "it asks for the scheme's default port, which is never written"},
    {"https?://HOST:0[0-9]+", "it asks for a port with a leading zero, which is never written"},
    {"https?://HOST:[0-9]{5,}", "it asks for a port above 65535"},
    {"https?://HOST:", "it ends in a colon without a port"},
    {"https?://[^/]*@.*", "it asks for user information, which an origin never carries"},
    {"https?://(HOST)?(:[0-9]+)?",
     "its host is no valid name or address in the spelling that browsers send"},
    {"(?i:https?://HOST(:[0-9]+)?)",
     "it asks for upper case, and browsers send scheme and host in lower case"},
    {"wss?://HOST(:[0-9]+)?",
     "it asks for a WebSocket scheme, and the Origin of a WebSocket is that of its page"},
    {"https?:/?HOST(:[0-9]+)?", "its scheme is not followed by ://"},
    {"HOST(:[0-9]+)?", "it has no scheme, and every origin begins with one"},
    {"[ -~]*[ \\t\"'`]+[ -~]*", "it asks for blanks or quotes, which no origin holds"},
    {"[!-~]+,[!-~]*", "it asks for a comma; the origins of a list are written with | between them"},
}};

std::optional<Automaton> language(std::string text) {
  for (std::size_t at = text.find("HOST"); at != std::string::npos; at = text.find("HOST"))
    text.replace(at, 4, host);
  const ParseResult parsed = parse(text, Syntax::re2, LetterCase::sensitive);
  return build_automaton(parsed.tree, MatchMode::full);
}

struct Pair {
  State left = 0;
  State right = 0;
  std::size_t length = 0;  // of the texts that lead to it
};

// The length of the shortest text that two automata accept in common, if there is one below
// `bound`.
std::optional<std::size_t> shortest_common(const Automaton& a, const Automaton& b,
                                           std::size_t bound) {
  constexpr std::size_t pair_limit = 200'000;
  PairIndex seen{a.size(), b.size()};
  std::vector<Pair> open = {{}};
  seen.find_or_add(0, 0);
  for (std::size_t i = 0; i < open.size() && i < pair_limit; ++i) {
    const auto [left, right, length] = open[i];
    if (length >= bound) break;
    if (a.accepting[left] != 0 && b.accepting[right] != 0) return length;
    for (const Edge& x : a.edges_of(left))
      for (const Edge& y : b.edges_of(right))
        if (x.characters.intersects(y.characters) && seen.find_or_add(x.target, y.target).second)
          open.push_back({x.target, y.target, length + 1});
  }
  return std::nullopt;
}

// A literal beyond ASCII leaves its class empty.
bool reads_beyond_ascii(const Tree& tree) {
  return std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const Node& node) {
    return node.kind == NodeKind::characters && node.spelling == Spelling::literal &&
           node.characters.empty();
  });
}

}  // namespace

std::string unreachable_cause(const Automaton& automaton, const Tree& tree) {
  const std::optional<Product> product = explore(automaton, OriginPart::named);
  if (product && product->leads_to(0, mark::domain))
    return "its host has more than 63 characters in a label or 253 in all, and no name in the DNS "
           "has";
  // Where anything may follow, as in a match from the start, everything can be wrong somewhere.
  // What is wrong with the shortest text is wrong with all.
  std::string_view cause;
  std::size_t shortest = ~std::size_t{0};
  for (const Relaxation& relaxation : relaxations) {
    const std::optional<Automaton> wider = language(relaxation.language);
    const auto length = wider ? shortest_common(automaton, *wider, shortest) : std::nullopt;
    if (!length) continue;
    shortest = *length;
    cause = relaxation.cause;
  }
  if (!cause.empty()) return std::string(cause);
  if (reads_beyond_ascii(tree))
    return "it asks for characters beyond ASCII, and browsers send hosts in their ASCII form";
  const bool accepts_any =
      std::any_of(automaton.accepting.begin(), automaton.accepting.end(), [](auto a) { return a; });
  return accepts_any ? "" : "no text at all matches it";
}

}  // namespace corslint::pattern
