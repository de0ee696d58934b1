#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lint/read/reader.h"

// Each bound is reached by one more than it admits, and what is left out is said at its place.

namespace corslint {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::vector<Policy> policies_in(const SourceFile& file, Format format) {
  return read_policies(file, read_document(file, format), {});
}

const Irregularity* excess_of(const std::vector<Irregularity>& irregularities) {
  for (const auto& irregularity : irregularities)
    if (irregularity.kind == IrregularityKind::syntax_error && !irregularity.subject.empty())
      return &irregularity;
  return nullptr;
}

}  // namespace

TEST_CASE("an env file is read up to the most variables that a program can be given") {
  const SourceFile full(".env", repeated("A=1\n", most_variables));
  CHECK(excess_of(read_env(full).irregularities) == nullptr);
  const SourceFile over(".env", std::string(full.text()) + "CORS_ORIGINS=*\n");
  const auto document = read_env(over);
  CHECK(document.root.members.size() == most_variables);
  const auto* const excess = excess_of(document.irregularities);
  REQUIRE(excess != nullptr);
  CHECK(excess->span.begin == full.text().size());
  CHECK(excess->detail == "more than 200000 variables");
}

TEST_CASE("a list is read up to its most entries") {
  const auto line = "CORS_ORIGINS=" + repeated("a,", most_entries);
  const SourceFile full(".env", line.substr(0, line.size() - 1));
  const auto complete = policies_in(full, Format::env);
  REQUIRE(complete.size() == 1);
  CHECK(excess_of(complete[0].irregularities) == nullptr);
  const SourceFile over(".env", line + "b");
  const auto policies = policies_in(over, Format::env);
  REQUIRE(policies.size() == 1);
  CHECK(policies[0].origins.entries.size() == most_entries);
  const auto* const excess = excess_of(policies[0].irregularities);
  REQUIRE(excess != nullptr);
  CHECK(excess->span.begin == line.size());
}

TEST_CASE("a file is read up to its most policies") {
  std::string text = "[";
  for (std::size_t i = 0; i <= most_policies; ++i)
    text += (i == 0 ? "" : ",") + std::string(R"({"cors":{"origins":[]}})");
  const SourceFile file("a.json", text + "]");
  const auto policies = policies_in(file, Format::json);
  REQUIRE(policies.size() == most_policies);
  REQUIRE(excess_of(policies.back().irregularities) != nullptr);
  CHECK(excess_of(policies.back().irregularities)->detail == "more than 10000 policies");
}

TEST_CASE("overlays do not multiply a list without end") {
  const std::string entries = repeated("\"a\",", 60'000) + "\"a\"";
  std::string text = "[cors]\norigins = [" + entries + "]\n";
  for (const auto* const name : {"development", "dev", "develop", "local", "test", "testing", "ci",
                                 "staging", "stage", "production", "prod", "live"})
    text += std::string("[") + name + ".cors]\nmax_age = 1\n";
  const SourceFile file("a.toml", text);
  const auto policies = policies_in(file, Format::toml);
  std::size_t total = 0;
  for (const auto& policy : policies) total += policy.origins.entries.size();
  CHECK(policies.size() > 1);
  CHECK(policies.size() < 12);
  CHECK(total <= most_entries_in_all);
  REQUIRE(excess_of(policies.back().irregularities) != nullptr);
  CHECK(excess_of(policies.back().irregularities)->detail ==
        "more than 500000 entries in all lists");
}

}  // namespace corslint
