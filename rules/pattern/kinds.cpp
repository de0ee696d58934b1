#include "rules/pattern/kinds.h"

#include <algorithm>
#include <set>
#include <utility>

#include "rules/pattern/texts.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t many = 10;

// The shortest text to each kind of origin of a product; states come in the order of their length.
class KindReader {
 public:
  KindReader(const Product& product, Kinds& kinds) : product_{product}, kinds_{kinds} {}

  void read() {
    for (State state = 0; state < product_.size(); ++state) {
      const Marks marks = product_.marks[state];
      if ((marks & mark::origin) == 0) continue;
      const bool local = (marks & mark::loopback) != 0;
      const bool address = (marks & (mark::ipv4 | mark::ipv6)) != 0;
      const bool inside = (marks & mark::private_network) != 0;
      note(kinds_.domain, state, (marks & mark::domain) != 0);
      note(kinds_.loopback, state, local);
      note(kinds_.private_network, state, inside);
      note(kinds_.public_address, state, address && !local && !inside);
      note(kinds_.single_label, state, (marks & mark::single_label) != 0 && !local);
      note(kinds_.null_origin, state, (marks & mark::null_origin) != 0);
      note(kinds_.custom_scheme, state, (marks & mark::custom_scheme) != 0);
      note(kinds_.extension, state, (marks & mark::extension) != 0);
      if ((marks & mark::web) == 0) continue;
      note(kinds_.insecure, state, (marks & mark::insecure) != 0 && !local);
      note(kinds_.plain, state, (marks & mark::insecure) != 0);
      note(kinds_.secure, state, (marks & mark::insecure) == 0);
      if ((marks & mark::with_port) == 0) kinds_.without_port = true;
    }
  }

 private:
  void note(std::string& kind, State state, bool holds) const {
    if (holds && kind.empty()) kind = shortest_text(product_, state);
  }

  const Product& product_;
  Kinds& kinds_;
};

// Marks of the part itself: they stand also where the automaton does not accept.
bool has_public_address(const Product& product, const OriginLanguage& part, State state) {
  const Marks marks = part.marks[product.part_states[state]];
  if ((marks & (mark::ipv4 | mark::ipv6)) == 0) return false;
  if ((marks & (mark::loopback | mark::private_network)) != 0) return false;
  if ((product.marks[state] & mark::in_port) != 0) return false;
  return true;
}

void count_addresses(const Product& product, OriginPart part, Kinds& kinds) {
  if (kinds.public_address.empty() || kinds.any_address) return;
  constexpr Marks address = mark::ipv4 | mark::ipv6;
  const OriginLanguage& language = origin_language(part);
  const auto hosts = texts_to(
      product,
      [&](State state) {
        if (!product.leads_to(state, address) || !has_public_address(product, language, state))
          return false;
        if ((product.marks[state] & mark::web) != 0) return true;
        const auto steps = product.steps_of(state);
        return std::any_of(steps.begin(), steps.end(), [&](const Product::Step& step) {
          return step.characters.contains(':') && product.leads_to(step.target, address);
        });
      },
      2 * many, 60);
  kinds.any_address = hosts.size() >= many;
}

void note_ports(const Product& product, Kinds& kinds) {
  std::string origin;
  const std::uint32_t ports = count_ports(product, mark::web, origin);
  if (ports <= kinds.ports) return;
  kinds.ports = ports;
  kinds.with_port = std::move(origin);
  if (ports > many) return;
  std::set<std::string> listed;
  for (State state = 0; state < product.size(); ++state) {
    constexpr Marks with_port = mark::with_port;
    if ((product.marks[state] & mark::web) == 0 || (product.marks[state] & with_port) == 0)
      continue;
    const std::string text = shortest_text(product, state);
    listed.insert(text.substr(text.rfind(':') + 1));
  }
  kinds.port_list.assign(listed.begin(), listed.end());
}

void note_extensions(const Product& product, Kinds& kinds) {
  if (kinds.extension.empty()) return;
  const auto extensions = texts_to(
      product, [&](State state) { return (product.marks[state] & mark::extension) != 0; }, many,
      64);
  kinds.any_extension = extensions.size() >= many;
}

void note_schemes(const Product& product, Kinds& kinds) {
  if (kinds.custom_scheme.empty()) return;
  const auto schemes = texts_to(
      product,
      [&](State state) {
        if (!product.leads_to(state, mark::custom_scheme)) return false;
        const auto steps = product.steps_of(state);
        return std::any_of(steps.begin(), steps.end(), [&](const Product::Step& step) {
          return step.characters.contains(':') &&
                 product.leads_to(step.target, mark::custom_scheme);
        });
      },
      2 * many, 32);
  for (const std::string& scheme : schemes)
    if (scheme.find(':') == std::string::npos) kinds.custom_schemes.push_back(scheme);
  kinds.any_scheme = kinds.custom_schemes.size() >= many;
  if (kinds.custom_schemes.size() > many) kinds.custom_schemes.resize(many);
}

}  // namespace

void note_kinds(const Product& product, OriginPart part, Depth depth, Kinds& kinds) {
  if (product.accepts_nothing()) return;
  KindReader{product, kinds}.read();
  if (part == OriginPart::other) {
    note_extensions(product, kinds);
    if (depth == Depth::everything) note_schemes(product, kinds);
    return;
  }
  count_addresses(product, part, kinds);
  const bool enough = part == OriginPart::bracketed && kinds.any_address;
  if (depth == Depth::everything && !enough) note_ports(product, kinds);
}

}  // namespace corslint::pattern
