#include "rules/checks/origins/glob.h"

#include <catch2/catch.hpp>

namespace corslint {
namespace {

struct Breadth {
  const char* glob;
  GlobBreadth breadth;
  const char* attacker;  ///< empty where nobody foreign gets in
};

const std::vector<Breadth> breadths{
    {"https://*", GlobBreadth::any_host, "https://attacker.example"},
    {"https://*:8443", GlobBreadth::any_host, "https://attacker.example:8443"},
    {"https://app.*", GlobBreadth::open_ended, "https://app.attacker.example"},
    {"https://acme.io*", GlobBreadth::open_ended, "https://acme.io.attacker.example"},
    {"h*", GlobBreadth::open_ended, "https://attacker.example"},
    {"https://*acme.io", GlobBreadth::glued, "https://attackeracme.io"},
    {"https://*-app.vercel.app", GlobBreadth::glued, "https://attacker-app.vercel.app"},
    {"https://*.github.io", GlobBreadth::under_public_suffix, "https://attacker.github.io"},
    {"https://*.co.uk", GlobBreadth::under_public_suffix, "https://attacker.co.uk"},
    {"https://acme-*.vercel.app", GlobBreadth::under_public_suffix,
     "https://acme-attacker.vercel.app"},
    {"https://*.corp", GlobBreadth::under_unlisted_suffix, "https://attacker.corp"},
    {"https://*.acme.io", GlobBreadth::bounded, ""},
    {"https://*.acme.co.uk", GlobBreadth::bounded, ""},
    {"https://*-app.acme.io", GlobBreadth::bounded, ""},
    {"https://acme.io:*", GlobBreadth::bounded, ""},
    {"http://localhost:*", GlobBreadth::bounded, ""},
    {"*://acme.io", GlobBreadth::bounded, ""},
    {"*.acme.io", GlobBreadth::bounded, ""},
};

}  // namespace

TEST_CASE("how far a glob reaches is told, and shown by an origin that it admits") {
  for (const auto& [text, breadth, attacker] : breadths) {
    DYNAMIC_SECTION(text) {
      const Glob glob = glob_of(text);
      CHECK(breadth_of(glob) == breadth);
      if (breadth == GlobBreadth::bounded) continue;
      CHECK(attacker_of(glob) == attacker);
      CHECK(glob_matches(text, attacker_of(glob)));
    }
  }
}

TEST_CASE("an asterisk stands for any run of characters, the empty one too") {
  CHECK(glob_matches("https://*.acme.io", "https://.acme.io"));
  CHECK(glob_matches("https://*.acme.io", "https://a.b.acme.io"));
  CHECK(glob_matches("https://*acme.io", "https://acme.io"));
  CHECK(glob_matches("https://acme.io:*", "https://acme.io:8443"));
  CHECK_FALSE(glob_matches("https://*.acme.io", "https://acme.io"));
  CHECK_FALSE(glob_matches("https://*.acme.io", "http://a.acme.io"));
  // What stands before and behind may not share characters.
  CHECK_FALSE(glob_matches("aba*ba", "aba"));
  CHECK(glob_matches("https://acme.io", "https://acme.io"));
}

TEST_CASE("the domain under a glob is what follows a whole label") {
  CHECK(domain_under(glob_of("https://*.acme.io")) == "acme.io");
  CHECK(domain_under(glob_of("https://*.acme.io:8443")) == "acme.io");
  CHECK_FALSE(domain_under(glob_of("https://*acme.io")).has_value());
  CHECK_FALSE(domain_under(glob_of("https://app.*.acme.io")).has_value());
}

}  // namespace corslint
