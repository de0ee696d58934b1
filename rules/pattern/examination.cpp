#include "rules/pattern/examination.h"

#include <algorithm>
#include <utility>

#include "rules/pattern/origin_language.h"
#include "rules/pattern/texts.h"

namespace corslint::pattern {
namespace {

constexpr CharacterClass narrow_characters = label_characters | any_of("./:");

bool reads(const Automaton& automaton, CharacterClass characters) {
  return std::any_of(automaton.edges.begin(), automaton.edges.end(),
                     [&](const Edge& edge) { return edge.characters.intersects(characters); });
}

std::unique_ptr<NamedHosts> read_hosts(const Automaton& automaton, Product product,
                                       const Tree* tree, Depth depth) {
  constexpr std::size_t broad_limit = 64;
  auto named = std::make_unique<NamedHosts>();
  named->product = std::move(product);
  named->hosts = reverse_hosts(named->product, automaton, tree);
  named->all = std::make_unique<HostSets>(named->hosts, Reading::all);
  const bool wide = std::any_of(named->hosts.steps.begin(), named->hosts.steps.end(),
                                [](const HostAutomaton::Step& step) { return step.wide; });
  if (wide) named->narrow = std::make_unique<HostSets>(named->hosts, Reading::narrow);
  named->sites =
      find_sites(*named->all, named->narrow_sets(), depth == Depth::everything ? broad_limit : 1);
  return named;
}

// Whether the automaton accepts some text of `characters` alone.
bool accepts_some(const Automaton& automaton, CharacterClass characters) {
  std::vector<std::uint8_t> seen(automaton.size(), 0);
  std::vector<State> open = {0};
  while (!open.empty()) {
    const State state = open.back();
    open.pop_back();
    if (automaton.accepting[state] != 0) return true;
    for (const Edge& edge : automaton.edges_of(state)) {
      if (seen[edge.target] != 0 || !edge.characters.intersects(characters)) continue;
      seen[edge.target] = 1;
      open.push_back(edge.target);
    }
  }
  return false;
}

// Whether some label can begin where only texts with characters beyond the narrow ones lead. Where
// none can, those characters stand in front of names that are admitted without them as well.
bool brings_new_labels(const Product& product) {
  std::vector<std::uint8_t> seen(product.size(), 0);
  std::vector<State> open = {0};
  seen.front() = 1;
  while (!open.empty()) {
    const State state = open.back();
    open.pop_back();
    for (const Product::Step& step : product.steps_of(state)) {
      if (seen[step.target] != 0 || !step.characters.intersects(narrow_characters)) continue;
      seen[step.target] = 1;
      open.push_back(step.target);
    }
  }
  for (State state = 0; state < product.size(); ++state)
    if (seen[state] == 0 && (product.marks[state] & mark::label_start) != 0) return true;
  return false;
}

std::string shortest_domain(const Product& product) {
  State state = 0;
  while ((product.marks[state] & mark::domain) == 0) ++state;
  return shortest_text(product, state);
}

class Examiner {
 public:
  Examiner(const Automaton& automaton, const Tree* tree, Depth depth)
      : automaton_{automaton}, tree_{tree}, depth_{depth} {}

  Examination run() {
    if (!read_domains()) return std::move(result_);
    // Breadth is known then, and the rest asked for by nobody.
    const bool broad = result_.named && !result_.named->sites.broad.empty();
    if (broad && depth_ == Depth::breadth_only) return std::move(result_);
    if (read_named() && read_bracketed() && read_other()) read_widely_named();
    return std::move(result_);
  }

 private:
  bool give_up(const char* bound) {
    result_.too_deep = bound;
    return false;
  }

  bool read_domains() {
    std::optional<Product> domains = explore(automaton_, OriginPart::domains, narrow_characters);
    if (!domains) return give_up("more than 500,000 states with domains");
    if (domains->accepts_nothing()) return true;
    result_.kinds.domain = shortest_domain(*domains);
    if (!is_resolvable(result_.kinds.domain))
      result_.kinds.domain = shortest_resolvable(*domains).value_or("");
    if (result_.kinds.domain.empty()) return true;
    result_.named = read_hosts(automaton_, std::move(*domains), tree_, depth_);
    if (!result_.named->sites.complete) return give_up("more than 80,000 sets of host states");
    return true;
  }

  bool read_named() {
    result_.web = explore(automaton_, OriginPart::named);
    if (!result_.web) return give_up("more than 500,000 states with web origins");
    const bool resolvable = !result_.kinds.domain.empty();
    note_kinds(*result_.web, OriginPart::named, depth_, result_.kinds);
    if (!resolvable) drop_unresolvable();
    return true;
  }

  // No host of the pattern exists in the DNS; what was noted for its domains does not count.
  void drop_unresolvable() {
    result_.kinds.domain.clear();
    for (std::string* text : {&result_.kinds.secure, &result_.kinds.plain, &result_.kinds.insecure,
                              &result_.kinds.single_label})
      if (!text->empty() && !is_resolvable(*text)) text->clear();
  }

  bool read_bracketed() {
    constexpr CharacterClass used = digits | between('a', 'f') | any_of("htps:/[]");
    if (!reads(automaton_, one_of('[')) || !accepts_some(automaton_, used)) return true;
    const std::optional<Product> product = explore(automaton_, OriginPart::bracketed);
    if (!product) return give_up("more than 500,000 states with addresses");
    note_kinds(*product, OriginPart::bracketed, depth_, result_.kinds);
    return true;
  }

  bool read_other() {
    const std::optional<Product> product = explore(automaton_, OriginPart::other);
    if (!product) return give_up("more than 500,000 states with other schemes");
    note_kinds(*product, OriginPart::other, depth_, result_.kinds);
    return true;
  }

  void read_widely_named() {
    if (result_.too_broad() || !reads(automaton_, any_of("!\"$&'()*+,;=`{}~"))) return;
    std::optional<Product> product = explore(automaton_, OriginPart::domains);
    if (!product || !brings_new_labels(*product)) return;
    result_.widely_named = read_hosts(automaton_, std::move(*product), tree_, depth_);
  }

  const Automaton& automaton_;
  const Tree* tree_;
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
