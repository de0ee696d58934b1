// The tree of the public suffix list is walked from the root with the sets of host states that its
// labels lead to, read by all steps and by narrow ones. A host takes exactly one way through the
// tree to its registrable domain, so the domains met are all there are: at a suffix the labels that
// are not nodes of the tree, at a node that is no suffix the domain that the longest rule above it
// cuts out, below a wildcard any two labels.

#include "rules/pattern/sites.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "rules/origin/public_suffix_trie.h"
#include "rules/pattern/label_language.h"
#include "rules/pattern/site_collector.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t set_limit = 80'000;
constexpr std::array<std::string_view, 5> familiar = {"com", "net", "org", "io", "dev"};

bool is_rule(SuffixNode node) {
  const SuffixRules rules = rules_at(node);
  return rules.name != SuffixSection::unlisted || rules.wildcard != SuffixSection::unlisted;
}

/// Whether the node's label may end in one of the characters: told before anything is read, since
/// there are thousands of them.
bool may_end(SuffixNode node, CharacterClass last) {
  return last.contains(static_cast<unsigned char>(label(node).back()));
}

class Walk {
 public:
  Walk(HostSets& all, HostSets& narrow, std::size_t broad_limit)
      : all_{all}, narrow_{narrow}, collector_{all, narrow, broad_limit} {}

  Sites walk() {
    const SetNumber ends = all_.ends();
    const SetNumber named = narrow_.ends();
    collector_.find_unlisted(ends);
    const CharacterClass last = all_.readable(ends);
    for (const std::string_view top : familiar)
      if (const auto node = child(suffix_root(), top))
        if (may_end(*node, last)) enter(*node, ends, named);
    for (const SuffixNode node : children(suffix_root()))
      if (may_end(node, last) &&
          std::find(familiar.begin(), familiar.end(), label(node)) == familiar.end())
        enter(node, ends, named);
    return collector_.finish();
  }

 private:
  struct Place {
    SuffixNode node;
    SetNumber set = empty_set;
    SetNumber named = empty_set;
    std::size_t rule = 0;  // labels of the longest rule so far
  };

  struct AnyLabels {
    bool pumpable = false;
    std::vector<std::string> words;
  };

  // From the root into a top-level domain; the default rule makes each of them a suffix.
  void enter(SuffixNode top, SetNumber ends, SetNumber named) {
    if (collector_.done()) return;
    const std::string_view text = label(top);
    const SetNumber set = all_.read(ends, text);
    if (set == empty_set) return;
    path_ = {text};
    visit({.node = top, .set = set, .named = narrow_.read(named, text), .rule = 1});
  }

  void visit(const Place& place) {
    if (all_.size() > set_limit) collector_.give_up();
    if (collector_.done()) return;
    const SetNumber before = all_.step(place.set, '.');
    const SetNumber named_before = narrow_.step(place.named, '.');
    if (all_.starts(place.set) || before != empty_set) collector_.note_listed();
    const bool wildcard = rules_at(place.node).wildcard != SuffixSection::unlisted;
    if (place.rule < path_.size() && is_forced(place, before, wildcard))
      collector_.add(name(place.rule + 1), place.named != empty_set);
    if (before == empty_set) return;
    if (wildcard)
      below_wildcard(place, before, named_before);
    else if (place.rule == path_.size())
      collector_.at_suffix(&place.node, name(path_.size()), before, named_before);
    const CharacterClass last = all_.readable(before);
    for (const SuffixNode node : children(place.node))
      if (may_end(node, last)) descend(node, place, before, named_before);
  }

  void descend(SuffixNode node, const Place& parent, SetNumber before, SetNumber named_before) {
    if (collector_.done()) return;
    const std::string_view text = label(node);
    const SetNumber set = all_.read(before, text);
    if (set == empty_set) return;
    const SetNumber named = narrow_.read(named_before, text);
    const bool below_star = rules_at(parent.node).wildcard != SuffixSection::unlisted;
    path_.push_back(text);
    if (rules_at(node).exception) {
      if (all_.starts(set) || all_.step(set, '.') != empty_set)
        collector_.add(name(path_.size()), named != empty_set);
    } else {
      const std::size_t rule = below_star || is_rule(node) ? path_.size() : parent.rule;
      visit({.node = node, .set = set, .named = named, .rule = rule});
    }
    path_.pop_back();
  }

  // Whether a host ends in the path and in no longer rule, though the path itself is none.
  bool is_forced(const Place& place, SetNumber before, bool wildcard) {
    if (all_.starts(place.set)) return true;
    if (wildcard || before == empty_set) return false;
    const auto [found, added] = any_labels_.try_emplace(before);
    if (added) {
      constexpr std::size_t more_than_children = 1000;
      const LabelLanguage labels{all_, before, LabelKind::any, LabelBegin::start_or_dot};
      collector_.note_work(labels.work());
      found->second.pumpable = labels.pumpable();
      if (!labels.pumpable()) found->second.words = labels.words(more_than_children);
    }
    const AnyLabels& labels = found->second;
    return labels.pumpable ||
           std::any_of(labels.words.begin(), labels.words.end(),
                       [&](const std::string& word) { return !child(place.node, word); });
  }

  // Every label that is not a node itself is a suffix together with the path.
  void below_wildcard(const Place& place, SetNumber before, SetNumber named_before) {
    constexpr std::size_t enough = 32;
    const LabelLanguage labels{all_, before, LabelKind::registrable, LabelBegin::dot};
    const std::vector<std::string> words = labels.words(enough);
    const std::string parent = name(path_.size());
    for (const std::string& word : words) {
      if (child(place.node, word) || collector_.done()) continue;
      const SetNumber set = all_.step(all_.read(before, word), '.');
      const SetNumber named = narrow_.step(narrow_.read(named_before, word), '.');
      if (words.size() == enough) return collector_.below_any(parent, word, set, named_before);
      collector_.at_suffix(nullptr, joined(word, parent), set, named);
    }
  }

  // The last `count` labels of the path as a domain.
  std::string name(std::size_t count) const {
    std::string result;
    for (std::size_t i = 0; i < count; ++i)
      result = result.empty() ? std::string{path_[i]} : joined(path_[i], result);
    return result;
  }

  HostSets& all_;
  HostSets& narrow_;
  SiteCollector collector_;
  std::vector<std::string_view> path_;  // labels from the right
  std::unordered_map<SetNumber, AnyLabels> any_labels_;
};

}  // namespace

Sites find_sites(HostSets& all, HostSets& narrow, std::size_t broad_limit) {
  return Walk{all, narrow, broad_limit}.walk();
}

}  // namespace corslint::pattern
