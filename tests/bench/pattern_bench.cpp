#include <benchmark/benchmark.h>
#include <string>

#include "rules/pattern/analysis.h"
#include "rules/pattern/origin_set.h"

namespace corslint {
namespace {

void analyze_pattern(benchmark::State& state, const PatternQuery& query) {
  std::size_t states = 0;
  for (auto _ : state) {
    const PatternAnalysis analysis = analyze(query);
    states = analysis.states;
    benchmark::DoNotOptimize(analysis.verdict);
  }
  state.counters["states"] = static_cast<double>(states);
}

void verdict_of_pattern(benchmark::State& state, const PatternQuery& query) {
  for (auto _ : state) {
    const auto set = OriginSet::from_pattern(query);
    benchmark::DoNotOptimize(set->verdict());
  }
}

PatternQuery alternation(std::int64_t hosts) {
  PatternQuery query{.pattern = "https://("};
  for (std::int64_t i = 0; i < hosts; ++i)
    query.pattern += (i == 0 ? "host" : "|host") + std::to_string(i * 7919) + R"(\.com)";
  query.pattern += ")";
  return query;
}

void analyze_alternation(benchmark::State& state) {
  analyze_pattern(state, alternation(state.range(0)));
  state.SetComplexityN(state.range(0));
}

const PatternQuery anchored{.pattern = R"(^https://(www\.)?yourapp\.com$)",
                            .syntax = Syntax::javascript,
                            .mode = MatchMode::search};
const PatternQuery subdomains{
    .pattern = R"(https://.*\.yourapp\.com)", .syntax = Syntax::python, .mode = MatchMode::full};
const PatternQuery hardened{.pattern = R"(^https?://(?:[^./]+\.)?yourapp\.com(?::\d+)?$)",
                            .syntax = Syntax::javascript,
                            .mode = MatchMode::search};
const PatternQuery open_end{.pattern = R"(https://(www\.)?yourapp\.com)",
                            .syntax = Syntax::javascript,
                            .mode = MatchMode::search};
const PatternQuery everything{.pattern = ".*"};

BENCHMARK_CAPTURE(analyze_pattern, anchored, anchored);
BENCHMARK_CAPTURE(analyze_pattern, subdomains, subdomains);
BENCHMARK_CAPTURE(analyze_pattern, hardened, hardened);
BENCHMARK_CAPTURE(analyze_pattern, open_end, open_end);
BENCHMARK_CAPTURE(analyze_pattern, everything, everything);
BENCHMARK_CAPTURE(verdict_of_pattern, anchored, anchored);
BENCHMARK_CAPTURE(verdict_of_pattern, subdomains, subdomains);
BENCHMARK_CAPTURE(verdict_of_pattern, hardened, hardened);
BENCHMARK_CAPTURE(verdict_of_pattern, open_end, open_end);
BENCHMARK(analyze_alternation)
    ->Arg(10)
    ->Arg(100)
    ->Arg(1000)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oN);

// Patterns that are known to be hard on such decisions.
const PatternQuery nested_counts{.pattern = "https://(a{0,100}){0,10}"};
const PatternQuery nested_counts_in_python{.pattern = "https://(a{0,100}){0,100}",
                                           .syntax = Syntax::python};
const PatternQuery wide_counters{.pattern = "https://(.{1,31}){1,31}"};
const PatternQuery mixed_counters{.pattern = "https://(.{1,100}x){1,10}"};
const PatternQuery exponential_states{.pattern = R"(https://.*a[a-z]{40}\.com)"};
const PatternQuery wide_search{.pattern = R"([a-z]*(a[a-z]{12}|b[a-z]{12})\.com)",
                               .mode = MatchMode::search};
const PatternQuery many_stars{.pattern = "https://.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*"};
const PatternQuery nullable_items = [] {
  PatternQuery query{.pattern = "https://"};
  for (int i = 0; i < 400; ++i) query.pattern += "(?:a|b)?";
  return query;
}();
const PatternQuery backtracking{.pattern = R"(^https://(\w+\.?)*yourapp\.com$)",
                                .syntax = Syntax::javascript,
                                .mode = MatchMode::search};

BENCHMARK_CAPTURE(analyze_pattern, nested_counts, nested_counts)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_pattern, nested_counts_in_python, nested_counts_in_python)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_pattern, wide_counters, wide_counters)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_pattern, mixed_counters, mixed_counters)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_pattern, exponential_states, exponential_states)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_pattern, wide_search, wide_search)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_pattern, many_stars, many_stars)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_pattern, nullable_items, nullable_items)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(analyze_pattern, backtracking, backtracking)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace corslint

BENCHMARK_MAIN();
