#include "rules/pattern/origin_set.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace corslint {
namespace {

struct GlobRow {
  const char* what;
  const char* glob;
  GlobMeaning meaning;
  const char* origin;
  bool member;
};

const GlobRow globs[] = {
    {"one label", "https://*.acme.io", GlobMeaning::one_label, "https://app.acme.io", true},
    {"two labels for one", "https://*.acme.io", GlobMeaning::one_label, "https://a.b.acme.io",
     false},
    {"the name itself", "https://*.acme.io", GlobMeaning::one_label, "https://acme.io", false},
    {"any depth", "https://*.acme.io", GlobMeaning::any_subdomain, "https://a.b.acme.io", true},
    {"a port for a subdomain", "https://*.acme.io", GlobMeaning::any_subdomain,
     "https://x.y:1.acme.io", false},
    {"a foreign name", "https://*acme.io", GlobMeaning::any_run, "https://evilacme.io", true},
    {"a run over a port", "http://localhost*", GlobMeaning::any_run, "http://localhost:3000", true},
    {"a run that goes on", "https://acme.io*", GlobMeaning::any_run, "https://acme.io.evil.com",
     true},
    {"an empty run", "https://acme.io*", GlobMeaning::any_run, "https://acme.io", true},
    {"a dot that is only a dot", "https://acme.io", GlobMeaning::any_run, "https://acmexio", false},
    {"a star alone", "*", GlobMeaning::any_run, "null", true},
};

OriginSet pattern_set(const std::string& pattern) {
  return OriginSet::from_pattern({.pattern = pattern}).value();
}

}  // namespace

TEST_CASE("a glob admits what its dialect's star stands for") {
  for (const GlobRow& row : globs) {
    INFO(row.what << ": " << row.glob << " " << row.origin);
    CHECK(OriginSet::from_glob(row.glob, row.meaning, LetterCase::sensitive).contains(row.origin) ==
          row.member);
  }
}

TEST_CASE("a glob under a public suffix is too broad, one under a site is fine") {
  const auto verdict = [](const char* glob, GlobMeaning meaning) {
    return OriginSet::from_glob(glob, meaning, LetterCase::sensitive).verdict();
  };
  CHECK(verdict("https://*.github.io", GlobMeaning::one_label) == Verdict::too_broad);
  CHECK(verdict("https://*.com", GlobMeaning::any_subdomain) == Verdict::too_broad);
  CHECK(verdict("https://acme.*", GlobMeaning::any_run) == Verdict::too_broad);
  CHECK(verdict("https://*.acme.io", GlobMeaning::one_label) == Verdict::fine);
  CHECK(verdict("https://*.acme.io", GlobMeaning::any_run) == Verdict::fine);
  CHECK(verdict("http://localhost:*", GlobMeaning::any_run) == Verdict::local_only);
  CHECK(verdict("https://acme.io/*", GlobMeaning::any_run) == Verdict::unreachable);
}

TEST_CASE("a list holds its origins, letter by letter or without regard to case") {
  const std::vector<std::string> origins = {"https://acme.io", "https://App.acme.io", "null"};
  const OriginSet exact = OriginSet::from_list(origins, LetterCase::sensitive);
  CHECK(exact.contains("https://acme.io"));
  CHECK(exact.contains("null"));
  CHECK_FALSE(exact.contains("https://app.acme.io"));
  CHECK_FALSE(exact.contains("https://App.acme.io"));  // no browser sends it
  const OriginSet folded = OriginSet::from_list(origins, LetterCase::insensitive);
  CHECK(folded.contains("https://app.acme.io"));
  CHECK(exact.enumerate(10) == std::vector<std::string>{"https://acme.io", "null"});
}

TEST_CASE("the empty set has no member and lies in every other") {
  const OriginSet empty;
  CHECK(empty.empty() == true);
  CHECK_FALSE(empty.shortest());
  CHECK(empty.included_in(pattern_set("https://acme\\.io")) == true);
  CHECK(empty.verdict() == Verdict::unreachable);
  CHECK(OriginSet::from_list({}, LetterCase::sensitive).empty() == true);
}

TEST_CASE("every origin holds all others and is too broad") {
  const OriginSet every = OriginSet::every_origin();
  CHECK(pattern_set(".*").equivalent_to(every) == true);
  CHECK(pattern_set("https?://.*").included_in(every) == true);
  CHECK(every.included_in(pattern_set("https?://.*")) == false);
  CHECK(every.verdict() == Verdict::too_broad);
  CHECK(every.schemes() == std::vector<std::string>{"https", "http", "*"});
}

TEST_CASE("what a new pattern gains over an old one has a witness") {
  const OriginSet before = pattern_set("https://(.*\\.)?acme\\.io");
  const OriginSet after = pattern_set("https://.*acme\\.io");
  CHECK(before.included_in(after) == true);
  const auto gained = after.without(before);
  REQUIRE(gained);
  CHECK(gained->contains("https://evilacme.io"));
  CHECK_FALSE(gained->contains("https://app.acme.io"));
  CHECK(gained->most_telling() == "https://evilacme.io");
  CHECK_FALSE(gained->sites().finite);
}

TEST_CASE("a union of entries is judged as one") {
  const OriginSet list = OriginSet::from_list({"https://acme.io"}, LetterCase::sensitive);
  const OriginSet both = list.united_with(pattern_set("https://[a-z]+\\.acme\\.dev"));
  CHECK(both.sites().domains == std::vector<std::string>{"acme.dev", "acme.io"});
  CHECK(both.verdict() == Verdict::fine);
  CHECK(list.included_in(both) == true);
}

TEST_CASE("schemes and ports are told") {
  CHECK(pattern_set("https?://acme\\.io(:3000|:8080)?").ports() == "default, 3000, 8080");
  CHECK(pattern_set("https://acme\\.io(:\\d+)?").ports() == "any");
  CHECK(pattern_set("https://acme\\.io").ports() == "default");
  CHECK(pattern_set("tauri://localhost").schemes() == std::vector<std::string>{"tauri"});
}

TEST_CASE("a set cannot be made of what is no pattern or no automaton") {
  CHECK_FALSE(OriginSet::from_pattern({.pattern = "("}));
  CHECK_FALSE(OriginSet::from_pattern({.pattern = "(a)\\1", .syntax = Syntax::python}));
}

TEST_CASE("an infinite set cannot be listed") {
  CHECK_FALSE(pattern_set("https://.*\\.acme\\.io").enumerate(100));
}

}  // namespace corslint
