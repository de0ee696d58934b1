#include "rules/pattern/texts.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "rules/pattern/origin_language.h"
#include "rules/pattern/pair_index.h"
#include "rules/pattern/reverse_index.h"

namespace corslint::pattern {
namespace {

constexpr std::uint32_t far = ~std::uint32_t{0};

std::vector<std::uint32_t> distances_to(const Product& product,
                                        const std::function<bool(State)>& ends) {
  const ReverseIndex reversed{product.size(), [&](const auto& visit) {
                                for (State state = 0; state < product.size(); ++state)
                                  for (const auto& step : product.steps_of(state))
                                    visit(state, step.target);
                              }};
  std::vector<std::uint32_t> distance(product.size(), far);
  std::vector<State> open;
  for (State state = 0; state < product.size(); ++state) {
    if (!ends(state)) continue;
    distance[state] = 0;
    open.push_back(state);
  }
  for (std::size_t i = 0; i < open.size(); ++i) {
    for (const State source : reversed.sources_of(open[i])) {
      if (distance[source] != far) continue;
      distance[source] = distance[open[i]] + 1;
      open.push_back(source);
    }
  }
  return distance;
}

// Classes of characters between which no step out of the states tells, none of them without a step.
std::vector<CharacterClass> classes_behind(const Product& product,
                                           const std::vector<State>& states) {
  std::vector<CharacterClass> classes;
  CharacterClass covered;
  for (const State state : states) {
    for (const Product::Step& step : product.steps_of(state)) {
      split_classes(classes, step.characters);
      const CharacterClass fresh = step.characters & ~covered;
      if (!fresh.empty()) classes.push_back(fresh);
      covered = covered | fresh;
    }
  }
  return classes;
}

struct Enumeration {
  const Product& product;
  const std::vector<std::uint32_t>& distance;
  std::size_t limit;
  std::size_t length_limit;
  std::string text;
  std::vector<std::string> found;

  void run(const std::vector<State>& states) {
    if (std::any_of(states.begin(), states.end(), [&](State s) { return distance[s] == 0; }))
      found.push_back(text);
    const std::vector<CharacterClass> classes = classes_behind(product, states);
    std::vector<std::vector<State>> targets(classes.size());
    std::array<std::uint8_t, 128> class_of{};
    CharacterClass readable;
    for (std::size_t i = 0; i < classes.size(); ++i) {
      targets[i] = next_of(states, classes[i]);
      if (targets[i].empty()) continue;
      readable = readable | classes[i];
      for_each_character(classes[i],
                         [&](unsigned char c) { class_of[c] = static_cast<std::uint8_t>(i); });
    }
    for_each_character(readable, [&](unsigned char c) {
      if (found.size() >= limit) return;
      text.push_back(static_cast<char>(c));
      run(targets[class_of[c]]);
      text.pop_back();
    });
  }

  std::vector<State> next_of(const std::vector<State>& states, CharacterClass characters) const {
    std::vector<State> next;
    for (const State state : states)
      for (const auto& step : product.steps_of(state))
        if (step.characters.intersects(characters) && distance[step.target] != far &&
            distance[step.target] + text.size() + 1 <= length_limit)
          next.push_back(step.target);
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    return next;
  }
};

// The number of ports that complete an origin from a set of states right behind the colon.
std::uint32_t ports_from(const Product& product, const std::vector<State>& states, Marks wanted,
                         std::map<std::vector<State>, std::uint32_t>& known) {
  const auto found = known.find(states);
  if (found != known.end()) return found->second;
  std::uint32_t count =
      std::any_of(states.begin(), states.end(),
                  [&](State state) { return (product.marks[state] & wanted) != 0; })
          ? 1
          : 0;
  for (const CharacterClass characters : classes_behind(product, states)) {
    std::vector<State> targets;
    for (const State state : states)
      for (const auto& step : product.steps_of(state))
        if (step.characters.intersects(characters)) targets.push_back(step.target);
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    count +=
        static_cast<std::uint32_t>(characters.size()) * ports_from(product, targets, wanted, known);
  }
  known.emplace(states, count);
  return count;
}

}  // namespace

std::vector<std::string> texts_to(const Product& product, const std::function<bool(State)>& ends,
                                  std::size_t limit, std::size_t length_limit) {
  const std::vector<std::uint32_t> distance = distances_to(product, ends);
  if (distance[0] == far || distance[0] > length_limit) return {};
  Enumeration enumeration{product, distance, limit, length_limit, {}, {}};
  enumeration.run({0});
  return std::move(enumeration.found);
}

std::optional<std::string> complete(const Product& product, const std::string& beginning,
                                    Marks wanted) {
  std::vector<State> states = {0};
  for (const char c : beginning) {
    std::vector<State> next;
    for (const State state : states)
      for (const auto& step : product.steps_of(state))
        if (step.characters.contains(static_cast<unsigned char>(c))) next.push_back(step.target);
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    states = std::move(next);
  }
  struct Found {
    State state;
    std::uint32_t parent;
    unsigned char character;
  };
  std::vector<Found> found;
  std::vector<std::uint8_t> seen(product.size(), 0);
  found.reserve(states.size());
  for (const State state : states) found.push_back({state, no_state, 0});
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    const Found at = found[i];
    if ((product.marks[at.state] & wanted) != 0) {
      std::string tail;
      for (std::uint32_t f = i; found[f].parent != no_state; f = found[f].parent)
        tail += static_cast<char>(found[f].character);
      return beginning + std::string{tail.rbegin(), tail.rend()};
    }
    for (const auto& step : product.steps_of(at.state)) {
      if (seen[step.target] != 0) continue;
      seen[step.target] = 1;
      found.push_back({step.target, i, telling_character(step.characters)});
    }
  }
  return std::nullopt;
}

std::optional<std::string> shortest_resolvable(const Product& product) {
  constexpr std::uint32_t label_limit = 63;
  // The scheme, a name of the DNS with its final dot, a port.
  constexpr std::uint32_t length_limit = 8 + 254 + 6;
  struct Found {
    State state;
    std::uint32_t label;
    std::uint32_t length;
    std::uint32_t parent;
    unsigned char character;
  };
  std::vector<Found> found = {{0, 0, 0, no_state, 0}};
  PairIndex seen{product.size(), label_limit + 2};
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    const Found at = found[i];
    if ((product.marks[at.state] & mark::domain) != 0) {
      std::string text;
      for (std::uint32_t f = i; found[f].parent != no_state; f = found[f].parent)
        text += static_cast<char>(found[f].character);
      std::reverse(text.begin(), text.end());
      if (is_resolvable(text)) return text;
      return std::nullopt;
    }
    if (at.length == length_limit) return std::nullopt;
    for (const auto& step : product.steps_of(at.state)) {
      const bool in_host = (product.marks[step.target] & mark::in_host) != 0;
      const CharacterClass dot = step.characters & one_of('.');
      const CharacterClass rest = in_host ? step.characters & ~one_of('.') : step.characters;
      const std::uint32_t label = in_host ? at.label + 1 : 0;
      if (in_host && !dot.empty() && seen.find_or_add(step.target, 0).second)
        found.push_back({step.target, 0, at.length + 1, i, '.'});
      if (!rest.empty() && label <= label_limit && seen.find_or_add(step.target, label).second)
        found.push_back({step.target, label, at.length + 1, i, telling_character(rest)});
    }
  }
  return std::nullopt;
}

bool is_resolvable(std::string_view origin) {
  std::string_view host = origin.substr(std::min(origin.find("://") + 3, origin.size()));
  host = host.substr(0, host.find(':'));
  if (host.ends_with('.')) host.remove_suffix(1);
  if (host.size() > 253) return false;
  while (!host.empty()) {
    const std::size_t dot = std::min(host.find('.'), host.size());
    if (dot > 63) return false;
    host.remove_prefix(std::min(dot + 1, host.size()));
  }
  return true;
}

namespace {

/// An origin that begins with `beginning`, a scheme and a host, and has a port: one that somebody
/// could listen at, where it is admitted.
std::string origin_with_port(const Product& product, const std::string& beginning, Marks wanted) {
  for (const auto* port : {":8443", ":8000", ":"}) {
    if (auto origin = complete(product, beginning + port, wanted)) return *std::move(origin);
  }
  return {};
}

}  // namespace

std::uint32_t count_ports(const Product& product, Marks wanted, std::string& origin) {
  constexpr std::size_t place_limit = 64;
  std::map<std::vector<State>, std::uint32_t> known;
  std::uint32_t most = 0;
  std::size_t places = 0;
  for (State state = 0; state < product.size() && places < place_limit; ++state) {
    if ((product.marks[state] & mark::in_host) == 0) continue;
    std::vector<State> behind;
    for (const auto& step : product.steps_of(state))
      if (product.leads_to(step.target, wanted) && step.characters.contains(':') &&
          (product.marks[step.target] & mark::in_port) != 0)
        behind.push_back(step.target);
    if (behind.empty()) continue;
    ++places;
    std::sort(behind.begin(), behind.end());
    behind.erase(std::unique(behind.begin(), behind.end()), behind.end());
    const std::uint32_t count = ports_from(product, behind, wanted, known);
    if (count <= most) continue;
    most = count;
    origin = origin_with_port(product, shortest_text(product, state), wanted);
  }
  return most;
}

}  // namespace corslint::pattern
