// Findings have no identity of their own, so they are paired in three passes, the surest first:
// what reads the same at the same place, then what reads the same anywhere, then what the same rule
// says of the same place. What remains of the new report is new, unless it is what an unsafe fix
// leaves.
#include "lint/run/finding_changes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

namespace corslint {
namespace {

struct Known {
  const Diagnostic* diagnostic = nullptr;
  Span place;
  std::optional<Safety> fix = {};
  bool is_paired = false;
  bool left_rest = false;
};

using Words = std::tuple<const Rule*, Severity, std::string_view>;

Words words_of(const Diagnostic& diagnostic) {
  return {diagnostic.rule, diagnostic.severity, diagnostic.finding.message};
}

bool touch(Span left, Span right) {
  return left.begin <= right.end && right.begin <= left.end;
}

class Pairing {
 public:
  Pairing(const FileReport& before, const EditSteps& steps,
          const std::vector<FixedFinding>& fixed) {
    std::map<const Diagnostic*, Safety> fixes;
    for (const auto& [diagnostic, safety] : fixed) fixes.emplace(diagnostic, safety);
    known_.reserve(before.diagnostics.size());
    for (const auto& diagnostic : before.diagnostics) {
      const auto found = fixes.find(&diagnostic);
      const auto fix = found == fixes.end() ? std::nullopt : std::optional(found->second);
      known_.push_back({&diagnostic, moved(diagnostic.finding.span, steps), fix});
    }
    for (Known& known : known_) {
      by_words_[words_of(*known.diagnostic)].push_back(&known);
      by_rule_[known.diagnostic->rule].push_back(&known);
    }
  }

  std::vector<const Diagnostic*> unpaired(const FileReport& after) {
    std::vector<const Diagnostic*> rest;
    for (const auto& diagnostic : after.diagnostics) rest.push_back(&diagnostic);
    std::erase_if(rest, [this](const auto* found) { return pair_in_place(*found); });
    std::erase_if(rest, [this](const auto* found) { return pair_by_words(*found); });
    std::erase_if(rest, [this](const auto* found) { return pair_by_place(*found); });
    rests_ = std::erase_if(rest, [this](const auto* found) { return is_milder_rest(*found); });
    return rest;
  }

  std::size_t rests() const { return rests_; }

  bool fixed_one_stayed() const {
    return std::ranges::any_of(known_,
                               [](const Known& known) { return known.fix && known.is_paired; });
  }

 private:
  template <typename Condition>
  static bool pair_first(std::vector<Known*>& candidates, const Condition& matches) {
    const auto found = std::ranges::find_if(
        candidates, [&](const Known* known) { return !known->is_paired && matches(*known); });
    if (found == candidates.end()) return false;
    (*found)->is_paired = true;
    return true;
  }

  bool pair_in_place(const Diagnostic& found) {
    return pair_first(by_words_[words_of(found)],
                      [&](const Known& known) { return known.place == found.finding.span; });
  }

  bool pair_by_words(const Diagnostic& found) {
    return pair_first(by_words_[words_of(found)], [](const Known&) { return true; });
  }

  bool pair_by_place(const Diagnostic& found) {
    return pair_first(by_rule_[found.rule], [&](const Known& known) {
      return !known.fix && found.severity <= known.diagnostic->severity &&
             touch(known.place, found.finding.span);
    });
  }

  /// What is left of a finding that an unsafe fix removed; each leaves one at most.
  bool is_milder_rest(const Diagnostic& found) {
    for (Known& known : known_) {
      const bool is_rest = known.fix == Safety::unsafe && !known.is_paired && !known.left_rest &&
                           found.rule != known.diagnostic->rule &&
                           found.severity < known.diagnostic->severity &&
                           touch(known.place, found.finding.span);
      if (!is_rest) continue;
      known.left_rest = true;
      return true;
    }
    return false;
  }

  std::size_t rests_ = 0;
  std::vector<Known> known_;
  std::map<Words, std::vector<Known*>> by_words_;
  std::map<const Rule*, std::vector<Known*>> by_rule_;
};

}  // namespace

FindingChanges changes_between(const FileReport& before, const FileReport& after,
                               const EditSteps& steps, const std::vector<FixedFinding>& fixed) {
  Pairing pairing(before, steps, fixed);
  FindingChanges changes;
  changes.added = pairing.unpaired(after);
  changes.rests = pairing.rests();
  changes.stayed = pairing.fixed_one_stayed();
  return changes;
}

}  // namespace corslint
