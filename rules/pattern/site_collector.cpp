#include "rules/pattern/site_collector.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "rules/pattern/label_language.h"

namespace corslint::pattern {
namespace {

constexpr std::size_t label_cap = 400;
constexpr std::size_t list_cap = 2000;
constexpr std::size_t named_cap = 100;
constexpr std::size_t free_enough = 10;

std::vector<std::string> difference(const std::vector<std::string>& words,
                                    const std::vector<std::string>& named) {
  const std::set<std::string> known(named.begin(), named.end());
  std::vector<std::string> result;
  std::copy_if(words.begin(), words.end(), std::back_inserter(result),
               [&](const std::string& word) { return !known.contains(word); });
  return result;
}

// Whether ten of the words differ in one character only, and one of them is foreign.
bool has_free_position(const std::vector<std::string>& words,
                       const std::vector<std::string>& foreign) {
  if (words.size() < free_enough || foreign.empty()) return false;
  const std::set<std::string> strangers(foreign.begin(), foreign.end());
  struct Place {
    std::size_t count = 0;
    bool stranger = false;
  };
  std::map<std::string, Place> places;
  for (const std::string& word : words) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      std::string around = word;
      around[i] = '*';
      Place& place = places[around];
      ++place.count;
      place.stranger = place.stranger || strangers.contains(word);
      if (place.count >= free_enough && place.stranger) return true;
    }
  }
  return false;
}

}  // namespace

std::string joined(std::string_view label, std::string_view name) {
  std::string result;
  result.reserve(label.size() + 1 + name.size());
  result += label;
  result += '.';
  result += name;
  return result;
}

void SiteCollector::note_work(std::size_t steps) {
  const std::size_t work_limit = 100'000 + 10 * all_.hosts().size();
  work_ += steps;
  if (work_ <= work_limit) return;
  if (sites_.broad.empty())
    sites_.complete = false;
  else
    sites_.more_broad = true;
}

void SiteCollector::add(std::string domain, bool named) {
  sites_.listed = true;
  ++sites_.count;
  if (named && sites_.named.size() < named_cap) sites_.named.push_back(domain);
  if (sites_.domains.size() < list_cap) sites_.domains.push_back(std::move(domain));
}

const SiteCollector::Labels& SiteCollector::labels(const HostSets& sets, Known& known,
                                                   SetNumber before) {
  const auto [found, added] = known.try_emplace(before);
  if (!added) return found->second;
  constexpr std::size_t enough_if_endless = 64;
  const LabelLanguage language{sets, before, LabelKind::registrable, LabelBegin::start_or_dot};
  note_work(language.work());
  const std::size_t limit = language.pumpable() ? enough_if_endless : label_cap + 1;
  found->second = {
      .pumpable = language.pumpable(), .wide = language.wide(), .words = language.words(limit)};
  return found->second;
}

const SiteCollector::Labels& SiteCollector::named_labels(SetNumber before) {
  return labels(narrow_, &narrow_ == &all_ ? labels_ : named_labels_, before);
}

void SiteCollector::add_broad(BroadSuffix broad) {
  if (sites_.broad.size() < broad_limit_)
    sites_.broad.push_back(std::move(broad));
  else
    sites_.more_broad = true;
  // One is enough where nothing but breadth is asked.
  if (broad_limit_ == 1) sites_.more_broad = true;
}

void SiteCollector::at_suffix(const SuffixNode* node, const std::string& suffix, SetNumber before,
                              SetNumber named_before) {
  if (before == empty_set) return;
  const Labels& found = labels(all_, labels_, before);
  const auto is_suffix = [&](const std::string& word) {
    return node != nullptr && child(*node, word).has_value();
  };
  // Of endless labels ten are enough.
  const std::size_t enough = found.pumpable ? free_enough : found.words.size();
  std::vector<std::string> words;
  words.reserve(enough);
  for (const std::string& word : found.words)
    if (words.size() < enough && !is_suffix(word)) words.push_back(word);
  if (words.empty()) return;
  const std::vector<std::string>& named = named_labels(named_before).words;
  for (const std::string& word : named)
    if (sites_.named.size() < named_cap && !is_suffix(word))
      sites_.named.push_back(joined(word, suffix));
  BroadSuffix broad{.kind = BreadthKind::endless,
                    .suffix = suffix,
                    .before = before,
                    .named_before = named_before,
                    .foreign = {}};
  if (found.pumpable && words.size() >= free_enough) {
    sites_.counted = false;
    broad.foreign = std::move(words);
    return add_broad(std::move(broad));
  }
  broad.foreign = difference(words, named);
  const bool many = found.words.size() > label_cap;
  if (many) sites_.counted = false;
  add_labels(words, suffix, before);
  if (named_before == empty_set && !many)
    for (const std::string& word : words) free_suffixes_[word].push_back(broad);
  broad.kind = many ? BreadthKind::many : BreadthKind::free_position;
  if (found.wide && (many || has_free_position(words, broad.foreign))) add_broad(std::move(broad));
}

void SiteCollector::add_labels(const std::vector<std::string>& words, const std::string& suffix,
                               SetNumber before) {
  for (const std::string& word : words) {
    ++sites_.count;
    if (sites_.domains.size() < list_cap) sites_.domains.push_back(joined(word, suffix));
    if (!sites_.endless_below.empty()) continue;
    const SetNumber below = all_.step(all_.read(before, word), '.');
    if (all_.extended(below)) sites_.endless_below = joined(word, suffix);
  }
}

void SiteCollector::below_any(const std::string& parent, const std::string& word, SetNumber before,
                              SetNumber named_before) {
  const Labels& found = labels(all_, labels_, before);
  if (found.words.empty()) return;
  sites_.counted = false;
  add_broad({.kind = BreadthKind::endless,
             .suffix = joined(word, parent),
             .before = before,
             .named_before = named_before,
             .foreign = found.words});
}

void SiteCollector::find_unlisted(SetNumber ends) {
  const LabelLanguage language{all_, ends, LabelKind::any, LabelBegin::dot};
  note_work(language.work());
  for (const std::size_t limit : {std::size_t{8}, std::size_t{64}, list_cap}) {
    std::vector<std::string> words = language.words(limit);
    std::stable_partition(words.begin(), words.end(), [](const std::string& word) {
      return lower_letters.contains(static_cast<unsigned char>(word.front()));
    });
    const auto found = std::find_if(words.begin(), words.end(), [](const std::string& word) {
      return word != "localhost" && !child(suffix_root(), word);
    });
    if (found != words.end()) {
      sites_.unlisted = *found;
      return;
    }
    if (words.size() < limit) return;
  }
}

// One label below two suffixes or more that nobody named.
void SiteCollector::judge_free_suffixes() {
  for (auto& [word, suffixes] : free_suffixes_) {
    if (suffixes.size() < 2) continue;
    // The first suffix may well be the author's own.
    BroadSuffix broad = std::move(suffixes[1]);
    broad.kind = BreadthKind::free_suffix;
    broad.foreign = {word};
    add_broad(std::move(broad));
  }
}

Sites SiteCollector::finish() {
  if (!done()) judge_free_suffixes();
  std::sort(sites_.domains.begin(), sites_.domains.end());
  const auto end = std::unique(sites_.domains.begin(), sites_.domains.end());
  const auto repeated = static_cast<std::size_t>(sites_.domains.end() - end);
  sites_.domains.erase(end, sites_.domains.end());
  sites_.count -= repeated;
  return std::move(sites_);
}

}  // namespace corslint::pattern
