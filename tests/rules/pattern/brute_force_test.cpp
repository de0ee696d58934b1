#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <re2/re2.h>
#include <set>
#include <string>
#include <vector>

#include "rules/origin/public_suffix.h"
#include "rules/pattern/origin_language.h"
#include "rules/pattern/origin_set.h"

namespace corslint {
namespace {

constexpr std::string_view alphabet = "ab.-";
constexpr std::size_t longest = 6;

// Every host under .com whose rest has at most six characters of the alphabet.
const std::vector<std::string>& every_origin() {
  static const std::vector<std::string> origins = [] {
    std::vector<std::string> rests = {""};
    for (std::size_t from = 0, length = 0; length < longest; ++length) {
      const std::size_t to = rests.size();
      for (; from < to; ++from)
        for (const char c : alphabet) rests.push_back(rests[from] + c);
    }
    std::vector<std::string> result;
    for (const std::string& rest : rests) {
      const std::string origin = "https://" + rest + ".com";
      if (pattern::is_sendable(origin)) result.push_back(origin);
    }
    return result;
  }();
  return origins;
}

class Grower {
 public:
  explicit Grower(std::uint32_t seed) : engine_{seed} {}

  enum class Repetition { bounded, endless };
  enum class Letters { any, of_the_alphabet };

  std::string grow(std::size_t depth, Repetition repetition, Letters letters) {
    constexpr const char* atoms[] = {"a", "b", "-", "\\.", "[ab]", "a\\.", "(a|b)", ".", "[^.]"};
    const std::size_t atom_count = letters == Letters::any ? std::size(atoms) : 7;
    std::string text;
    for (std::size_t i = 1 + below(3); i > 0; --i) {
      std::string item = atoms[below(atom_count)];
      if (depth > 0 && below(3) == 0)
        item = "(" + grow(depth - 1, repetition, letters) + "|" +
               grow(depth - 1, repetition, letters) + ")";
      if (below(4) == 0)
        item += "?";
      else if (repetition == Repetition::endless && below(5) == 0)
        item += below(2) == 0 ? "*" : "+";
      text += item;
    }
    return text;
  }

 private:
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  std::mt19937 engine_;
};

std::string pattern_of(const std::string& rest) {
  return "https://(" + rest + ")\\.com";
}

OriginSet set_of(const std::string& pattern) {
  return OriginSet::from_pattern({.pattern = pattern}).value();
}

std::set<std::string> enumerated(const std::string& pattern) {
  const re2::RE2 expression{pattern};
  std::set<std::string> members;
  for (const std::string& origin : every_origin())
    if (re2::RE2::FullMatch(origin, expression)) members.insert(origin);
  return members;
}

// The characters between :// and the end.
std::string host_of(const std::string& origin) {
  return origin.substr(origin.find("://") + 3);
}

bool is_registrable_label(const std::string& domain) {
  const std::string label = domain.substr(0, domain.find('.'));
  return label.front() != '-' && label.back() != '-';
}

std::set<std::string> sites_of(const std::set<std::string>& origins) {
  std::set<std::string> sites;
  for (const std::string& origin : origins) {
    const auto domain = registrable_domain(host_of(origin));
    if (domain && is_registrable_label(*domain)) sites.insert(*domain);
  }
  return sites;
}

// Only the letters of the alphabet: a dot or a negated class admits others as well.
bool is_spelled(const std::string& domain) {
  const std::string label = domain.substr(0, domain.find('.'));
  return label.find_first_not_of("ab.-") == std::string::npos && label.size() <= longest;
}

}  // namespace

TEST_CASE("emptiness and the shortest member are those of enumeration") {
  Grower grower{1};
  for (int i = 0; i < 1000; ++i) {
    const std::string pattern =
        pattern_of(grower.grow(2, Grower::Repetition::endless, Grower::Letters::any));
    const std::set<std::string> members = enumerated(pattern);
    const OriginSet set = set_of(pattern);
    INFO(pattern);
    const std::optional<std::string> shortest = set.shortest();
    CHECK(set.empty() == !shortest.has_value());
    if (!members.empty()) REQUIRE(shortest);
    if (!shortest) continue;
    CHECK(re2::RE2::FullMatch(*shortest, pattern));
    for (const std::string& member : members) CHECK(member.size() >= shortest->size());
    for (const std::string& member : members) CHECK(set.contains(member));
  }
}

TEST_CASE("inclusion, equivalence and difference are those of enumeration") {
  Grower grower{2};
  for (int i = 0; i < 1000; ++i) {
    const std::string inner =
        pattern_of(grower.grow(1, Grower::Repetition::endless, Grower::Letters::any));
    const std::string outer =
        pattern_of(grower.grow(2, Grower::Repetition::endless, Grower::Letters::any) +
                   (i % 2 == 0 ? "|" + inner : ""));
    const OriginSet a = set_of(inner);
    const OriginSet b = set_of(outer);
    INFO(inner << " in " << outer);
    std::set<std::string> missing;
    const std::set<std::string> outside = enumerated(outer);
    for (const std::string& member : enumerated(inner))
      if (!outside.contains(member)) missing.insert(member);
    const std::optional<bool> included = a.included_in(b);
    REQUIRE(included);
    if (*included) CHECK(missing.empty());
    const std::optional<std::string> witness = a.shortest_outside(b);
    CHECK(*included == !witness.has_value());
    if (witness) {
      CHECK(re2::RE2::FullMatch(*witness, inner));
      CHECK_FALSE(re2::RE2::FullMatch(*witness, outer));
    }
    const std::optional<OriginSet> difference = a.without(b);
    REQUIRE(difference);
    for (const std::string& member : missing) CHECK(difference->contains(member));
    CHECK(difference->shortest().has_value() == witness.has_value());
    CHECK(a.united_with(b).included_in(b) == included);
    CHECK(a.intersected_with(b).value().equivalent_to(a) == included);
  }
}

TEST_CASE("a finite set is listed whole") {
  Grower grower{3};
  int listed = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::string pattern =
        pattern_of(grower.grow(1, Grower::Repetition::bounded, Grower::Letters::of_the_alphabet));
    const auto members = set_of(pattern).enumerate(5000);
    REQUIRE(members);
    INFO(pattern);
    std::set<std::string> shorter;
    for (const std::string& member : *members)
      if (host_of(member).size() <= longest + 4) shorter.insert(member);
    CHECK(shorter == enumerated(pattern));
    ++listed;
  }
  CHECK(listed == 1000);
}

TEST_CASE("the sites are those of enumeration") {
  Grower grower{4};
  int finite = 0;
  int endless = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::string pattern = pattern_of(
        grower.grow(2, i % 3 == 0 ? Grower::Repetition::endless : Grower::Repetition::bounded,
                    Grower::Letters::any));
    const std::set<std::string> expected = sites_of(enumerated(pattern));
    const AdmittedSites sites = set_of(pattern).sites();
    const std::set<std::string> found(sites.domains.begin(), sites.domains.end());
    INFO(pattern);
    if (!sites.finite) {
      ++endless;
      continue;
    }
    if (!sites.counted) continue;
    ++finite;
    for (const std::string& site : expected) CHECK(found.contains(site));
    // Nothing is listed that enumeration would have shown and did not.
    for (const std::string& site : found) {
      if (!is_spelled(site)) continue;
      const auto below = set_of(pattern).intersected_with(
          set_of("https://(.*\\.)?" + re2::RE2::QuoteMeta(site) + "\\.?(:.*)?"));
      REQUIRE(below);
      CHECK(below->empty() == false);
    }
  }
  CHECK(finite > 375);
  CHECK(endless > 10);
}

}  // namespace corslint
