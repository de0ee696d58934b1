// Patterns whose origins can all be written down: an alternative is idle where RE2 admits the same
// origins without it.

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <re2/re2.h>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern/analysis.h"
#include "rules/pattern/needed_alternatives.h"
#include "rules/pattern/reading.h"

namespace corslint {
namespace {

// Every host under .com of at most five letters of the alphabet.
const std::vector<std::string>& every_origin() {
  static const std::vector<std::string> origins = [] {
    std::vector<std::string> rests = {""};
    std::vector<std::string> result;
    for (std::size_t i = 0; i < rests.size(); ++i) {
      if (i > 0) result.push_back("https://" + rests[i] + ".com");
      if (rests[i].size() == 5) continue;
      for (const char c : std::string_view{"ab-"}) rests.push_back(rests[i] + c);
    }
    return result;
  }();
  return origins;
}

std::vector<bool> admitted(const std::string& pattern) {
  const re2::RE2 expression{pattern};
  REQUIRE(expression.ok());
  std::vector<bool> result;
  for (const std::string& origin : every_origin())
    result.push_back(re2::RE2::FullMatch(origin, expression));
  return result;
}

class Grower {
 public:
  explicit Grower(std::uint32_t seed) : engine_{seed} {}

  // At most five letters.
  std::string pattern() {
    std::string rest = group(2 + below(4));
    if (below(2) == 0) rest += "-" + group(1 + below(3));
    return "https://" + rest + "\\.com";
  }

 private:
  std::string group(std::size_t count) {
    std::string text = below(3) == 0 ? "(?:" : "(";
    for (std::size_t i = 0; i < count; ++i) text += (i > 0 ? "|" : "") + word();
    return text + ")" + (below(6) == 0 ? "?" : "");
  }

  std::string word() {
    constexpr std::string_view atoms[] = {"a", "b", "a", "b", "[ab]", "a?", "(a|b)", "(?:a|b)?"};
    std::string text;
    for (std::size_t i = 1 + below(2); i > 0; --i) text += atoms[below(std::size(atoms))];
    return text;
  }

  std::size_t below(std::size_t limit) { return engine_() % limit; }
  std::mt19937 engine_;
};

// The alternatives of a pattern without brackets in its sets, and without empty ones.
std::vector<ByteRange> alternatives_of(std::string_view pattern) {
  std::vector<ByteRange> result;
  for (std::size_t begin = 1; begin < pattern.size(); ++begin) {
    if (pattern[begin - 1] != '(' && pattern[begin - 1] != '|' && pattern[begin - 1] != ':')
      continue;
    if (pattern[begin] == '?' || pattern[begin] == '/') continue;
    std::size_t end = begin;
    for (int depth = 0; depth > 0 || (pattern[end] != '|' && pattern[end] != ')'); ++end)
      depth += pattern[end] == '(' ? 1 : pattern[end] == ')' ? -1 : 0;
    const bool alone = pattern[begin - 1] != '|' && pattern[end] == ')';
    if (!alone) result.push_back({begin, end});
  }
  return result;
}

std::string without(std::string pattern, ByteRange range) {
  const bool first = pattern[range.begin - 1] != '|';
  const std::size_t begin = first ? range.begin : range.begin - 1;
  const std::size_t end = first ? range.end + 1 : range.end;
  return pattern.erase(begin, end - begin);
}

std::vector<ByteRange> idle_in(const std::string& pattern) {
  std::vector<ByteRange> ranges;
  for (const PatternFinding& finding : analyze({.pattern = pattern}).findings)
    if (finding.kind == PatternFindingKind::dead_alternative) ranges.push_back(finding.range);
  return ranges;
}

// From the last to the first, as those in front move nothing behind them.
std::string without_idle(std::string pattern) {
  std::vector<ByteRange> ranges = idle_in(pattern);
  std::ranges::sort(ranges, [](ByteRange a, ByteRange b) { return a.begin > b.begin; });
  for (const ByteRange range : ranges) pattern = without(pattern, range);
  return pattern;
}

std::vector<std::string> idle_texts(const std::string& pattern) {
  std::vector<std::string> texts;
  for (const ByteRange range : idle_in(pattern))
    texts.push_back(pattern.substr(range.begin, range.end - range.begin));
  std::ranges::sort(texts);
  return texts;
}

}  // namespace

TEST_CASE(
    "the alternatives that are reported as idle are those without which RE2 admits the same") {
  Grower grower{1};
  std::size_t idle = 0;
  std::size_t needed = 0;
  for (int i = 0; i < 400; ++i) {
    const std::string pattern = grower.pattern();
    const std::string reduced = without_idle(pattern);
    INFO(pattern << " and " << reduced);
    idle += pattern != reduced ? 1 : 0;
    const std::vector<bool> members = admitted(pattern);
    CHECK(admitted(reduced) == members);
    for (const ByteRange range : alternatives_of(reduced)) {
      INFO(without(reduced, range));
      CHECK(admitted(without(reduced, range)) != members);
      ++needed;
    }
  }
  CHECK(idle > 100);
  CHECK(needed > 500);
}

TEST_CASE("an origin that shows an alternative to be needed is refused by RE2 without it") {
  Grower grower{2};
  std::size_t shown = 0;
  std::size_t not_shown = 0;
  for (int i = 0; i < 400; ++i) {
    const PatternQuery query = {.pattern = grower.pattern()};
    const pattern::PatternReading reading = pattern::read_pattern(query);
    const auto product = explore(*reading.automaton, pattern::OriginPart::named);
    const pattern::Tree& tree = reading.parsed.tree;
    pattern::NeededAlternatives alternatives{tree, *reading.automaton};
    alternatives.add(*product);
    INFO(query.pattern);
    for (const pattern::Node& parent : tree.nodes) {
      if (parent.kind != pattern::NodeKind::alternatives) continue;
      for (auto child = parent.first_child; child != pattern::no_node;
           child = tree.at(child).next_sibling) {
        (alternatives.contains(child) ? shown : not_shown) += 1;
        if (!alternatives.contains(child)) continue;
        const ByteRange range = {tree.at(child).begin, tree.at(child).end};
        CHECK(admitted(query.pattern) != admitted(without(query.pattern, range)));
      }
    }
  }
  CHECK(shown > 500);
  CHECK(not_shown > 100);
}

TEST_CASE("of alternatives that match the same the later ones are idle, and all of them") {
  using Texts = std::vector<std::string>;
  CHECK(idle_texts(R"(https://(aa|bb|aa|[ab]{2}|cc)\.acme\.io)") == Texts{"aa", "aa", "bb"});
  CHECK(idle_texts(R"(https://(app|www)\.acme\.io)").empty());
  CHECK(idle_texts(R"(https://(app|[a-z]+)\.acme\.io)") == Texts{"app"});
  CHECK(idle_texts(R"(https://(app|app[a-z]*)\.acme\.io)") == Texts{"app"});
  CHECK(idle_texts(R"(https://(x|a|b|a|y|b|a)\.acme\.io)") == Texts{"a", "a", "b"});
  CHECK(idle_texts(R"(https://([ab]|[a-b]|(a|b))\.acme\.io)") == Texts{"(a|b)", "[a-b]"});
}

TEST_CASE("an idle alternative is found among a thousand that are needed") {
  std::string hosts = "[t]enant-500";
  for (int i = 0; i < 1000; ++i) hosts += "|tenant-" + std::to_string(i);
  CHECK(idle_texts("https://(" + hosts + R"()\.acme\.io)") ==
        std::vector<std::string>{"tenant-500"});
}

}  // namespace corslint
