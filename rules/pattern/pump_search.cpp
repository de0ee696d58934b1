// Exponential: some place leads back to itself on one text along two different ways. Pairs of
// places of one strongly connected component are walked from the diagonal; one that leaves it and
// comes back shows the text. Powers: chains of loops that share a text which also leads from each
// to the next; such a text is looked for with triples.

#include "rules/pattern/pump_search.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "rules/pattern/pair_index.h"
#include "rules/pattern/product.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t pair_limit = 1'000'000;

struct Walked {
  std::array<std::uint32_t, 3> places;
  std::uint32_t parent = no_state;
  unsigned char character = 0;
};

std::string text_of(const std::vector<Walked>& walked, std::uint32_t index) {
  std::string text;
  for (; walked[index].parent != no_state; index = walked[index].parent)
    text += static_cast<char>(walked[index].character);
  return {text.rbegin(), text.rend()};
}

class Searcher {
 public:
  explicit Searcher(const PlaceGraph& graph) : graph_{graph} {}

  // Every place with two ways back to itself, one for each component.
  std::vector<Pump> exponential() {
    std::vector<Pump> pumps;
    std::vector<std::uint8_t> done(graph_.size(), 0);
    for (std::uint32_t place = 0; place < graph_.size(); ++place) {
      if (graph_.cyclic[place] == 0 || done[graph_.component[place]] != 0) continue;
      done[graph_.component[place]] = 1;
      if (auto pump = two_steps(graph_.component[place]))
        pumps.push_back(std::move(*pump));
      else if (auto other = two_ways(graph_.component[place]))
        pumps.push_back(std::move(*other));
    }
    return pumps;
  }

  // A text on which loops of different components run, each of them also leading to the next.
  std::vector<Pump> polynomial() {
    std::vector<Pump> pumps;
    std::vector<Link> links;
    std::vector<std::uint32_t> loops;
    for (std::uint32_t place = 0; place < graph_.size(); ++place)
      if (graph_.cyclic[place] != 0) loops.push_back(place);
    constexpr std::size_t loop_limit = 40;
    if (loops.size() > loop_limit) loops.resize(loop_limit);
    for (const std::uint32_t from : loops) {
      for (const std::uint32_t to : loops) {
        if (graph_.component[from] == graph_.component[to]) continue;
        if (auto text = shared_loop(from, to)) {
          links.emplace_back(graph_.component[from], graph_.component[to]);
          pumps.push_back({from, std::move(*text), false});
        }
      }
    }
    // Two loops take a square of the length, which a header's limit keeps within bounds.
    if (!has_chain(links)) pumps.clear();
    return pumps;
  }

 private:
  using Link = std::pair<std::uint32_t, std::uint32_t>;

  static bool has_chain(const std::vector<Link>& links) {
    return std::any_of(links.begin(), links.end(), [&](const Link& first) {
      return std::any_of(links.begin(), links.end(),
                         [&](const Link& second) { return second.first == first.second; });
    });
  }

  bool inside(std::uint32_t place, std::uint32_t component) const {
    return graph_.component[place] == component;
  }

  std::optional<Pump> close(std::uint32_t from, std::string text, std::uint32_t to) const {
    const auto back = text_between(graph_, to, from, Within::component);
    if (!back) return std::nullopt;
    return Pump{from, std::move(text) + *back, true};
  }

  // One place behind another in two ways.
  std::optional<Pump> two_steps(std::uint32_t component) const {
    for (std::uint32_t place = 0; place < graph_.size(); ++place) {
      if (!inside(place, component)) continue;
      for (const auto& follower : graph_.followers[place]) {
        if (follower.ways < 2 || !inside(follower.place, component)) continue;
        if (graph_.characters[follower.place].empty()) continue;
        const char c = static_cast<char>(telling_character(graph_.characters[follower.place]));
        return close(place, std::string(1, c), follower.place);
      }
    }
    return std::nullopt;
  }

  std::optional<Pump> two_ways(std::uint32_t component) const {
    PairIndex seen{graph_.size(), graph_.size()};
    std::vector<Walked> walked;
    for (std::uint32_t place = 0; place < graph_.size(); ++place) {
      if (!inside(place, component)) continue;
      seen.find_or_add(place, place);
      walked.push_back({{place, place, place}, no_state, 0});
    }
    for (std::uint32_t i = 0; i < walked.size() && walked.size() < pair_limit; ++i) {
      const auto [left, right, origin] = walked[i].places;
      for (const auto& a : graph_.followers[left]) {
        if (!inside(a.place, component)) continue;
        for (const auto& b : graph_.followers[right]) {
          if (!inside(b.place, component)) continue;
          const CharacterClass both = graph_.characters[a.place] & graph_.characters[b.place];
          if (both.empty()) continue;
          const unsigned char c = telling_character(both);
          if (a.place == b.place && left != right)
            return close(origin, text_of(walked, i) + static_cast<char>(c), a.place);
          if (a.place != b.place && seen.find_or_add(a.place, b.place).second)
            walked.push_back({{a.place, b.place, origin}, i, c});
        }
      }
    }
    return std::nullopt;
  }

  // A text on which `from` comes back to itself, leads to `to`, and `to` comes back to itself.
  std::optional<std::string> shared_loop(std::uint32_t from, std::uint32_t to) const {
    constexpr std::size_t triple_limit = 20'000;
    std::vector<Walked> walked = {{{from, from, to}, no_state, 0}};
    PairIndex seen{graph_.size() * graph_.size(), graph_.size()};
    const auto number = [&](std::uint32_t a, std::uint32_t b) {
      return static_cast<std::uint32_t>(a * graph_.size() + b);
    };
    seen.find_or_add(number(from, from), to);
    for (std::uint32_t i = 0; i < walked.size() && walked.size() < triple_limit; ++i) {
      const auto [first, middle, last] = walked[i].places;
      for (const auto& a : graph_.followers[first]) {
        if (!inside(a.place, graph_.component[from])) continue;
        for (const auto& c : graph_.followers[last]) {
          if (!inside(c.place, graph_.component[to])) continue;
          const CharacterClass outer = graph_.characters[a.place] & graph_.characters[c.place];
          if (outer.empty()) continue;
          for (const auto& b : graph_.followers[middle]) {
            const CharacterClass all = outer & graph_.characters[b.place];
            if (all.empty()) continue;
            const unsigned char character = telling_character(all);
            if (a.place == from && b.place == to && c.place == to)
              return text_of(walked, i) + static_cast<char>(character);
            if (seen.find_or_add(number(a.place, b.place), c.place).second)
              walked.push_back({{a.place, b.place, c.place}, i, character});
          }
        }
      }
    }
    return std::nullopt;
  }

  const PlaceGraph& graph_;
};

}  // namespace

std::vector<Pump> exponential_pumps(const PlaceGraph& graph) {
  return Searcher{graph}.exponential();
}

std::vector<Pump> polynomial_pumps(const PlaceGraph& graph) {
  return Searcher{graph}.polynomial();
}

}  // namespace corslint::pattern
