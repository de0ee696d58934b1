#include "rules/pattern/examination.h"

#include <algorithm>
#include <set>
#include <utility>

#include "rules/pattern/origin_language.h"
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

IsWide width_of(const Tree* tree) {
  return [tree](const Edge& edge) {
    if (edge.node == no_node || tree == nullptr) return is_wide_class(edge.characters);
    return is_wide_class(tree->at(edge.node).characters);
  };
}

// Marks of the part itself: they stand also where the automaton does not accept.
bool has_public_address(const Product& product, const Deterministic& part, State state) {
  const Marks marks = part.marks[product.part_states[state]];
  if ((marks & (mark::ipv4 | mark::ipv6)) == 0) return false;
  if ((marks & (mark::loopback | mark::private_network)) != 0) return false;
  if ((product.marks[state] & mark::in_port) != 0) return false;
  return true;
}

void count_addresses(const Product& product, const Deterministic& part, Kinds& kinds) {
  if (kinds.public_address.empty() || kinds.any_address) return;
  const std::vector<std::uint8_t> leading = states_leading_to(product, mark::ipv4 | mark::ipv6);
  const auto hosts = texts_to(
      product,
      [&](State state) {
        if (leading[state] == 0 || !has_public_address(product, part, state)) return false;
        if ((product.marks[state] & mark::web) != 0) return true;
        const auto steps = product.steps_of(state);
        return std::any_of(steps.begin(), steps.end(), [&](const Product::Step& step) {
          return step.characters.contains(':') && leading[step.target] != 0;
        });
      },
      2 * many, 60);
  kinds.any_address = hosts.size() >= many;
}

bool reads(const Automaton& automaton, CharacterClass characters) {
  return std::any_of(automaton.edges.begin(), automaton.edges.end(),
                     [&](const Edge& edge) { return edge.characters.intersects(characters); });
}

std::unique_ptr<NamedHosts> read_hosts(const Automaton& automaton, Product product,
                                       const IsWide& is_wide, Depth depth) {
  constexpr std::size_t broad_limit = 64;
  auto named = std::make_unique<NamedHosts>();
  named->product = std::move(product);
  named->hosts = reverse_hosts(named->product, automaton, is_wide);
  named->all = std::make_unique<HostSets>(named->hosts, Reading::all);
  const bool wide = std::any_of(named->hosts.steps.begin(), named->hosts.steps.end(),
                                [](const HostAutomaton::Step& step) { return step.wide; });
  if (wide) named->narrow = std::make_unique<HostSets>(named->hosts, Reading::narrow);
  named->sites =
      find_sites(*named->all, named->narrow_sets(), depth == Depth::everything ? broad_limit : 1);
  return named;
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

class Examiner {
 public:
  Examiner(const Automaton& automaton, const Tree* tree, Depth depth)
      : automaton_{automaton}, is_wide_{width_of(tree)}, depth_{depth} {}

  Examination run() {
    if (read_named() && read_bracketed() && read_other()) read_widely_named();
    return std::move(result_);
  }

 private:
  bool give_up(const char* bound) {
    result_.too_deep = bound;
    return false;
  }

  bool read_named() {
    const Deterministic& part = origin_language(OriginPart::named);
    std::optional<Product> product = explore(automaton_, part);
    if (!product) return give_up("more than 4,000,000 states with web origins");
    Kinds& kinds = result_.kinds;
    KindReader{*product, kinds}.read();
    count_addresses(*product, part, kinds);
    if (depth_ == Depth::everything) note_ports(*product, kinds);
    if (!kinds.domain.empty() && !is_resolvable(kinds.domain))
      kinds.domain = shortest_resolvable(*product).value_or("");
    if (kinds.domain.empty()) drop_unresolvable();
    if (kinds.domain.empty()) return true;
    result_.named = read_hosts(automaton_, std::move(*product), is_wide_, depth_);
    if (!result_.named->sites.complete) return give_up("more than 80,000 sets of host states");
    return true;
  }

  // No host of the pattern exists in the DNS; what was noted for its domains does not count.
  void drop_unresolvable() {
    for (std::string* text : {&result_.kinds.secure, &result_.kinds.plain, &result_.kinds.insecure,
                              &result_.kinds.single_label})
      if (!text->empty() && !is_resolvable(*text)) text->clear();
  }

  bool read_bracketed() {
    if (!reads(automaton_, one_of('['))) return true;
    const Deterministic& part = origin_language(OriginPart::bracketed);
    const std::optional<Product> product = explore(automaton_, part);
    if (!product) return give_up("more than 4,000,000 states with addresses");
    KindReader{*product, result_.kinds}.read();
    count_addresses(*product, part, result_.kinds);
    if (depth_ == Depth::everything && !result_.kinds.any_address)
      note_ports(*product, result_.kinds);
    return true;
  }

  bool read_other() {
    const Deterministic& part = origin_language(OriginPart::other);
    const std::optional<Product> product = explore(automaton_, part);
    if (!product) return give_up("more than 4,000,000 states with other schemes");
    Kinds& kinds = result_.kinds;
    KindReader{*product, kinds}.read();
    if (!kinds.extension.empty()) {
      const auto extensions = texts_to(
          *product, [&](State state) { return (product->marks[state] & mark::extension) != 0; },
          many, 64);
      kinds.any_extension = extensions.size() >= many;
    }
    if (!kinds.custom_scheme.empty() && depth_ == Depth::everything) note_schemes(*product);
    return true;
  }

  void note_schemes(const Product& product) {
    const std::vector<std::uint8_t> leading = states_leading_to(product, mark::custom_scheme);
    const auto schemes = texts_to(
        product,
        [&](State state) {
          if (leading[state] == 0) return false;
          const auto steps = product.steps_of(state);
          return std::any_of(steps.begin(), steps.end(), [&](const Product::Step& step) {
            return step.characters.contains(':') && leading[step.target] != 0;
          });
        },
        2 * many, 32);
    for (const std::string& scheme : schemes)
      if (scheme.find(':') == std::string::npos) result_.kinds.custom_schemes.push_back(scheme);
    result_.kinds.any_scheme = result_.kinds.custom_schemes.size() >= many;
    if (result_.kinds.custom_schemes.size() > many) result_.kinds.custom_schemes.resize(many);
  }

  void read_widely_named() {
    if (result_.too_broad() || !reads(automaton_, any_of("!\"$&'()*+,;=`{}~"))) return;
    std::optional<Product> product = explore(automaton_, origin_language(OriginPart::widely_named));
    if (!product) return;
    result_.widely_named = read_hosts(automaton_, std::move(*product), is_wide_, depth_);
  }

  const Automaton& automaton_;
  IsWide is_wide_;
  Depth depth_;
  Examination result_;
};

}  // namespace

bool Examination::admits_nothing() const {
  return kinds.domain.empty() && kinds.secure.empty() && kinds.plain.empty() &&
         kinds.null_origin.empty() && kinds.custom_scheme.empty();
}

bool Examination::special_character_hosts() const {
  return widely_named && !widely_named->sites.broad.empty();
}

bool Examination::too_broad() const {
  return (named && !named->sites.broad.empty()) || special_character_hosts() || kinds.any_address ||
         !kinds.null_origin.empty() || kinds.any_extension;
}

bool Examination::admits_more_than_local() const {
  return (named && named->sites.listed) || !kinds.public_address.empty() ||
         !kinds.custom_scheme.empty();
}

Examination examine(const Automaton& automaton, const Tree* tree, Depth depth) {
  return Examiner{automaton, tree, depth}.run();
}

}  // namespace corslint::pattern
