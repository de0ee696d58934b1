#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/origin/public_suffix_trie.h"
#include "rules/pattern/sites.h"

namespace corslint::pattern {

/// `label` and `name` with a dot between them.
std::string joined(std::string_view label, std::string_view name);

/// Gathers the registrable domains that a walk over the public suffix list meets, and judges at
/// each suffix whether the labels before it are more than anybody wrote down.
class SiteCollector {
 public:
  SiteCollector(HostSets& all, HostSets& narrow, std::size_t broad_limit)
      : all_{all}, narrow_{narrow}, broad_limit_{broad_limit} {}

  bool done() const { return sites_.more_broad || !sites_.complete; }
  /// Counts work done on labels. Beyond 100,000 steps and ten for each host state
  /// the walk ends: with what is known where that is broad already, else undecided.
  void note_work(std::size_t steps);
  void give_up() { sites_.complete = false; }
  void note_listed() { sites_.listed = true; }

  /// A domain that is registrable as it stands.
  void add(std::string domain, bool named);
  /// All domains right below `suffix`, whose node (null where only a wildcard makes it a suffix)
  /// tells which labels are suffixes themselves.
  void at_suffix(const SuffixNode* node, const std::string& suffix, SetNumber before,
                 SetNumber named_before);
  /// Many suffixes below the wildcard of `parent`, of which `word` is one.
  void below_any(const std::string& parent, const std::string& word, SetNumber before,
                 SetNumber named_before);
  /// Looks for a top-level domain that the list does not have.
  void find_unlisted(SetNumber ends);

  Sites finish();

 private:
  struct Labels {
    bool pumpable = false;
    bool wide = false;
    std::vector<std::string> words;
  };
  using Known = std::unordered_map<SetNumber, Labels>;

  const Labels& labels(const HostSets& sets, Known& known, SetNumber before);
  const Labels& named_labels(SetNumber before);
  void add_broad(BroadSuffix broad);
  void add_labels(const std::vector<std::string>& words, const std::string& suffix,
                  SetNumber before);
  void judge_free_suffixes();

  HostSets& all_;
  HostSets& narrow_;
  std::size_t broad_limit_;
  std::size_t work_ = 0;
  Sites sites_;
  Known labels_;
  Known named_labels_;
  std::map<std::string, std::vector<BroadSuffix>> free_suffixes_;
};

}  // namespace corslint::pattern
