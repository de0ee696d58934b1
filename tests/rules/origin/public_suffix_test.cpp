#include "rules/origin/public_suffix.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <libpsl.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/origin/origin.h"
#include "rules/origin/public_suffix_trie.h"

using corslint::is_public_suffix;
using corslint::registrable_domain;
using corslint::suffix_kind;
using corslint::SuffixKind;
using corslint::SuffixNode;
using corslint::SuffixSection;

namespace {

using Oracle = std::unique_ptr<psl_ctx_t, decltype(&psl_free)>;

Oracle oracle() {
  return {psl_load_file(CORSLINT_PUBLIC_SUFFIX_LIST), &psl_free};
}

struct NamedNode {
  std::string name;
  SuffixNode node;
};

std::vector<NamedNode> all_nodes() {
  std::vector<NamedNode> nodes{{"", corslint::suffix_root()}};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NamedNode parent = nodes[i];
    for (const SuffixNode node : corslint::children(parent.node)) {
      std::string name{label(node)};
      if (!parent.name.empty()) name += '.' + parent.name;
      nodes.push_back({name, node});
    }
  }
  return nodes;
}

std::string expected_registrable_domain(const psl_ctx_t* psl, const std::string& name) {
  const char* domain = psl_registrable_domain(psl, name.c_str());
  return domain == nullptr ? "" : domain;
}

struct SuffixCase {
  std::string phrase;
  std::string name;
  SuffixKind kind;
  std::string registrable;
};

const std::vector<SuffixCase> suffix_cases{
    {"no name", "", SuffixKind::none, ""},
    {"a dot", ".", SuffixKind::none, ""},
    {"a top-level domain", "com", SuffixKind::icann, ""},
    {"a top-level domain with a final dot", "com.", SuffixKind::icann, ""},
    {"a registered domain", "example.com", SuffixKind::none, "example.com"},
    {"a registered domain with a final dot", "a.example.com.", SuffixKind::none, "example.com."},
    {"a suffix of two labels", "co.uk", SuffixKind::icann, ""},
    {"a domain below it", "a.b.example.co.uk", SuffixKind::none, "example.co.uk"},
    {"a private suffix", "github.io", SuffixKind::private_use, ""},
    {"a host below a private suffix", "me.github.io", SuffixKind::none, "me.github.io"},
    {"a deep private suffix", "vercel.app", SuffixKind::private_use, ""},
    {"the parent of a wildcard", "kobe.jp", SuffixKind::icann, ""},
    {"a child of a wildcard", "x.kobe.jp", SuffixKind::icann, ""},
    {"below a child of a wildcard", "a.x.kobe.jp", SuffixKind::none, "a.x.kobe.jp"},
    {"an exception", "city.kobe.jp", SuffixKind::none, "city.kobe.jp"},
    {"below an exception", "a.city.kobe.jp", SuffixKind::none, "city.kobe.jp"},
    {"a private wildcard", "eu-west-1.compute.amazonaws.com", SuffixKind::private_use, ""},
    {"a node that no rule names", "amazonaws.com", SuffixKind::none, "amazonaws.com"},
    {"an unlisted top-level domain", "localdomain", SuffixKind::unlisted, ""},
    {"below an unlisted top-level domain", "a.b.localdomain", SuffixKind::none, "b.localdomain"},
    {"a suffix in punycode", "xn--55qx5d.cn", SuffixKind::icann, ""},
    {"a name in upper case is not in ASCII form", "example.CO.UK", SuffixKind::none, "CO.UK"},
    {"an empty label in front", ".example.com", SuffixKind::none, ""},
    {"an empty label inside", "a..com", SuffixKind::none, ""},
    {"an IPv4 address", "127.0.0.1", SuffixKind::none, ""},
};

}  // namespace

TEST_CASE("suffixes and registrable domains follow the list") {
  for (const auto& [phrase, name, kind, registrable] : suffix_cases) {
    INFO(phrase << ": " << name);
    CHECK(static_cast<int>(suffix_kind(name)) == static_cast<int>(kind));
    CHECK(is_public_suffix(name) == (kind != SuffixKind::none));
    CHECK(registrable_domain(name).value_or("") == registrable);
  }
}

TEST_CASE("an address has no registrable domain") {
  CHECK_FALSE(registrable_domain(corslint::Origin::parse("http://127.0.0.1").origin->host));
  CHECK_FALSE(registrable_domain(corslint::Origin::parse("http://[::1]").origin->host));
  CHECK_FALSE(registrable_domain(corslint::Origin::parse("tauri://a.example.com").origin->host));
  CHECK(registrable_domain(corslint::Origin::parse("https://a.example.com").origin->host) ==
        "example.com");
}

TEST_CASE("every name of the list is judged as libpsl judges it") {
  const Oracle psl = oracle();
  REQUIRE(psl);
  const std::vector<NamedNode> nodes = all_nodes();
  CHECK(nodes.size() == corslint::suffix_node_count());
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    for (const std::string prefix : {"", "x.", "y.x.", "z.y.x."}) {
      const std::string name = prefix + nodes[i].name;
      const bool is_suffix = psl_is_public_suffix(psl.get(), name.c_str()) != 0;
      const std::string registrable = expected_registrable_domain(psl.get(), name);
      if (is_public_suffix(name) != is_suffix) FAIL_CHECK(name);
      if (registrable_domain(name).value_or("") != registrable) FAIL_CHECK(name);
    }
  }
}

TEST_CASE("every name of the list stands in the half that libpsl puts it in") {
  const Oracle psl = oracle();
  REQUIRE(psl);
  for (const NamedNode& named : all_nodes()) {
    const SuffixKind kind = suffix_kind(named.name);
    if (named.name.empty() || kind == SuffixKind::none) continue;
    const auto is_suffix_of = [&](int type) {
      return psl_is_public_suffix2(psl.get(), named.name.c_str(), type | PSL_TYPE_NO_STAR_RULE) !=
             0;
    };
    if (is_suffix_of(PSL_TYPE_PRIVATE) != (kind == SuffixKind::private_use)) FAIL_CHECK(named.name);
    if (is_suffix_of(PSL_TYPE_ICANN) != (kind == SuffixKind::icann)) FAIL_CHECK(named.name);
  }
}

TEST_CASE("the tree holds as many rules as libpsl counts") {
  const Oracle psl = oracle();
  REQUIRE(psl);
  int names = 0;
  int wildcards = 0;
  int exceptions = 0;
  for (const NamedNode& named : all_nodes()) {
    const corslint::SuffixRules rules = rules_at(named.node);
    if (rules.name != SuffixSection::unlisted) ++names;
    if (rules.wildcard != SuffixSection::unlisted) ++wildcards;
    if (rules.exception) ++exceptions;
  }
  CHECK(names + wildcards == psl_suffix_count(psl.get()));
  CHECK(wildcards == psl_suffix_wildcard_count(psl.get()));
  CHECK(exceptions == psl_suffix_exception_count(psl.get()));
}

TEST_CASE("the children of every node are sorted and found by their labels") {
  for (const NamedNode& named : all_nodes()) {
    std::string_view previous;
    for (const SuffixNode node : corslint::children(named.node)) {
      CHECK(previous < label(node));
      previous = label(node);
      CHECK(child(named.node, previous) == node);
    }
    CHECK_FALSE(child(named.node, ""));
    CHECK_FALSE(child(named.node, "~"));
    CHECK_FALSE(child(named.node, "no-such-label"));
  }
}

TEST_CASE("the version of the list is a date") {
  CHECK(corslint::public_suffix_list_version().starts_with("20"));
}
