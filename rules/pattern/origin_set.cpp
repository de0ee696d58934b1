#include "rules/pattern/origin_set.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/pattern/admitted_classes.h"
#include "rules/pattern/examination.h"
#include "rules/pattern/glob.h"
#include "rules/pattern/inclusion.h"
#include "rules/pattern/origin_language.h"
#include "rules/pattern/reading.h"
#include "rules/pattern/set_operations.h"
#include "rules/pattern/site_summary.h"
#include "rules/pattern/texts.h"
#include "rules/pattern/witness.h"

namespace corslint {
namespace {

using pattern::Automaton;
using pattern::Examination;
using pattern::OriginPart;

constexpr std::size_t set_limit = 50'000;
constexpr std::size_t state_limit = 1'000'000;

}  // namespace

struct OriginSet::Data {
  Automaton automaton;
  std::optional<pattern::Tree> tree;  // where the set was made from one

  Examination examine(pattern::Depth depth) const {
    return pattern::examine(automaton, tree ? &*tree : nullptr, depth);
  }
};

OriginSet::OriginSet() : data_{std::make_shared<const Data>()} {}

OriginSet::OriginSet(std::shared_ptr<const Data> data) : data_{std::move(data)} {}

std::optional<OriginSet> OriginSet::from_pattern(const PatternQuery& query) {
  pattern::PatternReading reading = pattern::read_pattern(query);
  if (!reading.automaton || reading.parsed.tree.relaxed || reading.parsed.tree.referring)
    return std::nullopt;
  return OriginSet{std::make_shared<const Data>(
      Data{std::move(*reading.automaton), std::move(reading.parsed.tree)})};
}

OriginSet OriginSet::from_glob(std::string_view glob, GlobMeaning meaning, LetterCase letter_case) {
  pattern::Tree tree = pattern::glob_tree(glob, meaning, letter_case);
  std::optional<Automaton> automaton = build_automaton(tree, MatchMode::full);
  if (!automaton) return {};
  return OriginSet{std::make_shared<const Data>(Data{std::move(*automaton), std::move(tree)})};
}

OriginSet OriginSet::from_list(const std::vector<std::string>& origins, LetterCase letter_case) {
  if (origins.empty()) return {};
  pattern::Tree tree = pattern::list_tree(origins, letter_case);
  std::optional<Automaton> automaton = build_automaton(tree, MatchMode::full);
  if (!automaton) return {};
  return OriginSet{std::make_shared<const Data>(Data{std::move(*automaton), std::move(tree)})};
}

OriginSet OriginSet::every_origin() {
  return OriginSet{
      std::make_shared<const Data>(Data{pattern::every_sendable_origin(), std::nullopt})};
}

bool OriginSet::contains(std::string_view origin) const {
  return pattern::is_sendable(origin) && accepts(data_->automaton, origin);
}

std::optional<bool> OriginSet::empty() const {
  for (const OriginPart part : pattern::every_origin_part) {
    const auto product = explore(data_->automaton, part);
    if (!product) return std::nullopt;
    if (!product->accepts_nothing()) return false;
  }
  return true;
}

OriginSet OriginSet::united_with(const OriginSet& other) const {
  return OriginSet{std::make_shared<const Data>(
      Data{unite(data_->automaton, other.data_->automaton), std::nullopt})};
}

std::optional<OriginSet> OriginSet::intersected_with(const OriginSet& other) const {
  auto both = intersect(data_->automaton, other.data_->automaton, state_limit);
  if (!both) return std::nullopt;
  return OriginSet{std::make_shared<const Data>(Data{std::move(*both), std::nullopt})};
}

std::optional<OriginSet> OriginSet::without(const OriginSet& other) const {
  auto rest = subtract(data_->automaton, other.data_->automaton, set_limit);
  if (!rest) return std::nullopt;
  return OriginSet{std::make_shared<const Data>(Data{std::move(*rest), std::nullopt})};
}

std::optional<bool> OriginSet::included_in(const OriginSet& other) const {
  for (const OriginPart part : pattern::every_origin_part) {
    const pattern::Inclusion inclusion =
        includes(other.data_->automaton, data_->automaton, part, pattern::mark::origin, set_limit);
    if (!inclusion.decided) return std::nullopt;
    if (inclusion.missing) return false;
  }
  return true;
}

std::optional<bool> OriginSet::equivalent_to(const OriginSet& other) const {
  const std::optional<bool> forth = included_in(other);
  if (!forth || !*forth) return forth;
  return other.included_in(*this);
}

std::optional<std::string> OriginSet::shortest() const {
  return shortest_outside(OriginSet{});
}

std::optional<std::string> OriginSet::shortest_outside(const OriginSet& other) const {
  std::optional<std::string> best;
  for (const OriginPart part : pattern::every_origin_part) {
    auto inclusion =
        includes(other.data_->automaton, data_->automaton, part, pattern::mark::origin, set_limit);
    if (inclusion.missing && (!best || inclusion.missing->size() < best->size()))
      best = std::move(inclusion.missing);
  }
  return best;
}

std::optional<std::string> OriginSet::most_telling() const {
  Examination examination = data_->examine(pattern::Depth::breadth_only);
  if (examination.named && !examination.named->sites.broad.empty())
    if (auto intruder = find_intruder(*examination.named)) return intruder->origin;
  const pattern::Kinds& kinds = examination.kinds;
  for (const std::string* text : {&kinds.null_origin, &kinds.domain, &kinds.public_address,
                                  &kinds.private_network, &kinds.loopback, &kinds.custom_scheme})
    if (!text->empty()) return *text;
  return std::nullopt;
}

AdmittedSites OriginSet::sites() const {
  return pattern::summarize(data_->examine(pattern::Depth::everything));
}

std::vector<std::string> OriginSet::schemes() const {
  return admitted_schemes(data_->examine(pattern::Depth::everything).kinds);
}

std::string OriginSet::ports() const {
  return admitted_ports(data_->examine(pattern::Depth::everything).kinds);
}

std::optional<std::vector<std::string>> OriginSet::enumerate(std::size_t limit) const {
  constexpr std::size_t longest_origin = 400;
  std::vector<std::string> members;
  for (const OriginPart part : pattern::every_origin_part) {
    const auto product = explore(data_->automaton, part);
    if (!product) return std::nullopt;
    auto found = texts_to(
        *product,
        [&](pattern::State state) { return (product->marks[state] & pattern::mark::origin) != 0; },
        limit + 1, longest_origin);
    members.insert(members.end(), found.begin(), found.end());
    if (members.size() > limit) return std::nullopt;
  }
  std::sort(members.begin(), members.end());
  return members;
}

std::vector<AdmittedClass> OriginSet::classes() const {
  Examination examination = data_->examine(pattern::Depth::everything);
  std::optional<AdmittedClass> breadth;
  if (examination.named && !examination.named->sites.broad.empty()) {
    const bool many = examination.named->sites.more_broad;
    if (auto intruder = find_intruder(*examination.named))
      breadth = {pattern::class_of(intruder->intrusion, many), intruder->origin};
    if (breadth && admits_every_origin(data_->automaton, examination))
      breadth->origin_class = OriginClass::any_origin;
  }
  return admitted_classes(examination, breadth);
}

Verdict OriginSet::verdict() const {
  const Examination examination = data_->examine(pattern::Depth::breadth_only);
  if (!examination.too_deep.empty()) return Verdict::undecided;
  if (examination.admits_nothing()) return Verdict::unreachable;
  if (examination.too_broad()) return Verdict::too_broad;
  return examination.admits_more_than_local() ? Verdict::fine : Verdict::local_only;
}

std::size_t OriginSet::states() const {
  return data_->automaton.size();
}

}  // namespace corslint
