#include "rules/pattern/witness.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "rules/pattern/label_language.h"
#include "rules/pattern/origin_language.h"
#include "rules/pattern/texts.h"

namespace corslint::pattern {
namespace {

constexpr std::string_view attacker = "evil";
constexpr std::size_t suffixes_tried = 6;

std::string host_of(const std::string& origin) {
  const std::size_t begin = origin.find("://") + 3;
  const std::string host = origin.substr(begin, origin.find(':', begin) - begin);
  return host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
}

bool is_named(const Sites& sites, const std::string& domain) {
  return std::find(sites.named.begin(), sites.named.end(), domain) != sites.named.end();
}

struct Candidate {
  Intruder intruder;
  bool holds_name = false;  // something written down stands in the host
  bool telling = false;     // the attacker's name does
};

class Finder {
 public:
  explicit Finder(NamedHosts& named) : named_{named} {}

  std::optional<Intruder> find() {
    const auto& broad = named_.sites.broad;
    // A large automaton has its say under the most familiar suffix alone.
    constexpr std::size_t large = 4'000;
    const std::size_t tried = named_.hosts.size() > large ? 1 : suffixes_tried;
    const std::size_t count = std::min(broad.size(), tried);
    for (std::size_t i = 0; i < count; ++i) try_suffix(broad[i]);
    if (candidates_.empty()) return std::nullopt;
    const auto best = std::min_element(candidates_.begin(), candidates_.end(),
                                       [](const Candidate& a, const Candidate& b) {
                                         if (a.telling != b.telling) return a.telling;
                                         if (a.holds_name != b.holds_name) return a.holds_name;
                                         return a.intruder.origin.size() < b.intruder.origin.size();
                                       });
    return best->intruder;
  }

 private:
  void try_suffix(const BroadSuffix& broad) {
    if (broad.kind == BreadthKind::free_suffix) {
      add(broad, broad.foreign.front(), Intrusion::free_suffix);
      return;
    }
    const LabelLanguage labels{*named_.all, broad.before, LabelKind::registrable,
                               LabelBegin::start_or_dot};
    using Position = LabelLanguage::Position;
    constexpr std::array<std::pair<Position, Intrusion>, 4> shapes = {
        {{Position::whole, Intrusion::free_label},
         {Position::beginning, Intrusion::prefix_injection},
         {Position::end, Intrusion::partial_label},
         {Position::inside, Intrusion::partial_label}}};
    for (const auto& [position, intrusion] : shapes)
      if (const auto word = labels.with(attacker, position)) add(broad, *word, intrusion);
    if (!candidates_.empty()) return;
    for (const auto& [position, intrusion] : shapes)
      if (const auto word = labels.with("x", position)) add(broad, *word, Intrusion::partial_label);
    if (candidates_.empty() && !broad.foreign.empty())
      add(broad, broad.foreign.front(), Intrusion::partial_label);
    // A label of narrow classes alone may be repeated without end.
    if (broad.foreign.empty())
      for (const std::string& word : labels.words(1)) add(broad, word, Intrusion::partial_label);
  }

  void add(const BroadSuffix& broad, const std::string& word, Intrusion intrusion) {
    const std::string domain = word + "." + broad.suffix;
    if (is_named(named_.sites, domain) && !broad.foreign.empty()) return;
    const auto origin = origin_under(named_, domain, HostBound::at_or_below);
    if (!origin) return;
    Candidate candidate;
    candidate.intruder = {.origin = *origin, .host = host_of(*origin), .intrusion = intrusion};
    const std::string& host = candidate.intruder.host;
    if (intrusion == Intrusion::free_label && broad.named_before == empty_set)
      candidate.intruder.intrusion =
          host == domain ? Intrusion::whole_host : Intrusion::suffix_injection;
    // A name that ends in what was written down has something in front of it.
    if (intrusion == Intrusion::partial_label) {
      for (const std::string& name : named_.sites.named)
        if (domain != name && domain.ends_with(name))
          candidate.intruder.intrusion = Intrusion::prefix_injection;
    }
    candidate.telling = word.find(attacker) != std::string::npos;
    for (const std::string& name : named_.sites.named)
      candidate.holds_name = candidate.holds_name || host.find(name) != std::string::npos;
    candidates_.push_back(std::move(candidate));
  }

  NamedHosts& named_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::optional<Intruder> find_intruder(NamedHosts& named) {
  return Finder{named}.find();
}

namespace {

// Of two texts the shorter; of two of one length the one with more dots, as a dot in a pattern is
// most often meant as one.
bool reads_better(const std::string& text, const std::string& than) {
  if (text.size() != than.size()) return text.size() < than.size();
  return std::count(text.begin(), text.end(), '.') > std::count(than.begin(), than.end(), '.');
}

// The best text that leads from the start of an origin to `suffix` in its host.
std::optional<std::string> lead_to(NamedHosts& named, std::string_view suffix, HostBound bound) {
  HostSets& sets = *named.all;
  std::optional<std::string> best;
  // States come in the order of their texts' lengths: whether a later one can be better still.
  const auto consider = [&](State state, const char* dot) {
    std::string text = shortest_text(named.product, named.hosts.product_states[state]) + dot;
    if (best && text.size() > best->size()) return false;
    if (!best || reads_better(text, *best)) best = std::move(text);
    return true;
  };
  const SetNumber set = sets.read(sets.ends(), suffix);
  if (bound == HostBound::at_or_below)
    for (const State state : sets.states(set))
      if (named.hosts.starts[state] != 0 && !consider(state, "")) break;
  if (best) return best;
  for (const State state : sets.states(sets.step(set, '.')))
    if (!consider(state, ".")) break;
  return best;
}

}  // namespace

// A tail other than the suffix itself is needed where a trailing dot or a port must follow.
std::optional<std::string> origin_under(NamedHosts& named, std::string_view suffix,
                                        HostBound bound) {
  const std::optional<std::string> lead = lead_to(named, suffix, bound);
  if (!lead) return std::nullopt;
  const std::string beginning = *lead + std::string{suffix};
  for (const char* tail : {"", ".", ":", ".:"}) {
    auto origin = complete(named.product, beginning + tail, mark::domain);
    if (origin &&
        origin->substr(0, beginning.size() + std::string_view{tail}.size()) == beginning + tail) {
      const bool more_host = std::string_view{tail}.empty() && origin->size() > beginning.size();
      const bool more_dots = tail == std::string_view{"."} && origin->size() > beginning.size() + 1;
      if (!more_host && !more_dots) return origin;
    }
  }
  return std::nullopt;
}

}  // namespace corslint::pattern
