#include "rules/pattern/analyses.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

namespace corslint {
namespace {

PatternQuery query_of(std::size_t number) {
  return {.pattern = "https://a" + std::to_string(number) + R"(\.acme\.io)"};
}

}  // namespace

TEST_CASE("files that share what is known get the analysis that is there already") {
  KnownPatterns known;
  PatternAnalyses first(known);
  PatternAnalyses second(known);
  PatternAnalyses alone;
  CHECK(&first.of(query_of(1)) == &second.of(query_of(1)));
  CHECK(&first.of(query_of(1)) != &first.of(query_of(2)));
  CHECK(&first.of(query_of(1)) != &alone.of(query_of(1)));
  CHECK(first.of(query_of(1)).sites.domains == alone.of(query_of(1)).sites.domains);
}

TEST_CASE("an analysis outlives those that the run keeps no longer") {
  KnownPatterns known;
  PatternAnalyses analyses(known);
  const auto& kept = analyses.of(query_of(0));
  for (std::size_t i = 0; i <= KnownPatterns::most_results; ++i)
    known.of(std::to_string(i), [] { return PatternAnalysis{}; });
  CHECK(kept.sites.domains == std::vector<std::string>{"acme.io"});
  CHECK(&analyses.of(query_of(0)) == &kept);
}

TEST_CASE("several threads may ask for the same patterns at once") {
  KnownPatterns known;
  std::vector<std::size_t> states(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t& sum : states)
      threads.emplace_back([&] {
        PatternAnalyses analyses(known);
        for (std::size_t i = 0; i < 20; ++i) sum += analyses.of(query_of(i)).states;
      });
  }
  CHECK(states == std::vector<std::size_t>(4, states[0]));
  CHECK(states[0] > 0);
}

TEST_CASE("patterns that reach a bound of their own use up what a file may take") {
  KnownPatterns known;
  PatternAnalyses analyses(known);
  PatternAnalysis large;
  large.verdict = Verdict::undecided;
  std::size_t decided = 0;
  for (std::size_t i = 0; i < 30; ++i) {
    const auto query = query_of(i);
    // What the run knows already costs no time here, and counts like any other.
    std::string key = query.pattern;
    key += '\0';
    key += static_cast<char>(query.syntax);
    key += static_cast<char>(query.mode);
    key += static_cast<char>(query.letter_case);
    known.of(key, [&] { return large; });
    if (analyses.of(query).findings.empty()) ++decided;
  }
  CHECK(decided == most_states_in_all / 1'500'000 + 1);
  const auto& last = analyses.of(query_of(29));
  CHECK(last.verdict == Verdict::undecided);
  REQUIRE(last.findings.size() == 1);
  CHECK(last.findings[0].message == "too many patterns, or too large ones, in one file");
}

}  // namespace corslint
