#include "lint/run/fingerprint.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "lint/run/linter.h"

namespace corslint {
namespace {

std::string every_byte() {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  return bytes;
}

TEST_CASE("the hash is FNV-1a with 128 bits") {
  // The first four as in Go's hash/fnv, the last by arithmetic in Python.
  CHECK(fnv1a_128("") == "6c62272e07bb014262b821756295c58d");
  CHECK(fnv1a_128("a") == "d228cb696f1a8caf78912b704e4a8964");
  CHECK(fnv1a_128("abc") == "a68d622cec8b5822836dbc7977af7f3b");
  CHECK(fnv1a_128("foobar") == "343e1662793c64bf6f0d3597ba446f18");
  CHECK(fnv1a_128(every_byte()) == "8097249afae7c21686b07bd6fa33708d");
}

FileReport lint(const std::string& path, const std::string& text) {
  return lint_file(SourceFile(path, text), format_of(path).value(), {});
}

/// The content fingerprints of a rule's findings, sorted.
std::vector<std::string> contents(const FileReport& report, std::string_view rule) {
  std::vector<std::string> result;
  for (const auto& diagnostic : report.diagnostics) {
    if (diagnostic.rule->id == rule) result.push_back(diagnostic.fingerprint);
  }
  std::ranges::sort(result);
  return result;
}

struct Change {
  std::string what;
  std::string rule;
  std::string path;
  std::string before;
  std::string after;
};

const std::vector<Change> kept{
    {"a line above", "trailing-slash", "a.toml",
     "[cors]\nallow_origins = [\"https://a.acme.io/\"]\n",
     "# why\nname = 1\n\n[cors]\nallow_origins = [\"https://a.acme.io/\"]\n"},
    {"another order of the entries", "trailing-slash", "a.toml",
     "[cors]\nallow_origins = [\"https://a.acme.io/\", \"https://b.acme.io\"]\n",
     "[cors]\nallow_origins = [\n  \"https://b.acme.io\",\n  \"https://a.acme.io/\",\n]\n"},
    {"another quoting", "trailing-slash", "a.toml",
     "[cors]\nallow_origins = [\"https://a.acme.io/\"]\n",
     "[cors]\nallow_origins = ['https://a.acme.io/']\n"},
    {"an escape in JSON", "trailing-slash", "a.json",
     R"({"cors": {"allow_origins": ["https://a.acme.io/"]}})",
     R"({"cors": {"allow_origins": ["https:\/\/a.acme.io\/"]}})"},
    {"indentation", "wildcard-with-credentials", "a.json",
     R"({"cors": {"allow_origins": ["*"], "allow_credentials": true}})",
     "{\n  \"cors\": {\n    \"allow_credentials\": true,\n    \"allow_origins\": [\"*\"]\n  "
     "}\n}\n"},
    {"another entry in an env file's list", "trailing-slash", ".env",
     "CORS_ORIGINS=https://a.acme.io/\n", "CORS_ORIGINS=https://b.acme.io,https://a.acme.io/\n"},
    {"what follows a syntax error", "syntax-error", "cors.toml", "[cors]\norigins = [\"a\n",
     "[cors]\n\norigins   = [\"a\n"},
};

const std::vector<Change> lost{
    {"another value", "trailing-slash", "a.toml",
     "[cors]\nallow_origins = [\"https://a.acme.io/\"]\n",
     "[cors]\nallow_origins = [\"https://b.acme.io/\"]\n"},
    {"another policy", "trailing-slash", "a.toml",
     "[api.cors]\nallow_origins = [\"https://a.acme.io/\"]\n",
     "[admin.cors]\nallow_origins = [\"https://a.acme.io/\"]\n"},
    {"another variable", "trailing-slash", ".env", "CORS_ORIGINS=https://a.acme.io/\n",
     "ALLOWED_ORIGINS=https://a.acme.io/\n"},
    {"another pattern around the same dot", "unescaped-dot", "a.toml",
     "[cors]\nallow_origin_regex = 'https://a.acme\\.io'\n",
     "[cors]\nallow_origin_regex = 'https://b.acme\\.io'\n"},
    {"another syntax error", "syntax-error", "cors.toml", "[cors]\norigins = [\"a\n",
     "[cors]\norigins = [\"b\n"},
};

TEST_CASE("a finding keeps its fingerprint while other things change") {
  for (const auto& change : kept) {
    CAPTURE(change.what);
    const auto before = contents(lint(change.path, change.before), change.rule);
    REQUIRE_FALSE(before.empty());
    CHECK(contents(lint(change.path, change.after), change.rule) == before);
  }
}

TEST_CASE("a finding about something else has another fingerprint") {
  for (const auto& change : lost) {
    CAPTURE(change.what);
    const auto before = contents(lint(change.path, change.before), change.rule);
    const auto after = contents(lint(change.path, change.after), change.rule);
    REQUIRE_FALSE(before.empty());
    REQUIRE_FALSE(after.empty());
    CHECK(before != after);
  }
}

TEST_CASE("equal findings share a content and are told apart by number") {
  const auto report =
      lint("a.toml", "[cors]\nallow_origins = [\"https://a.acme.io/\", \"https://a.acme.io/\"]\n");
  const auto slashes = contents(report, "trailing-slash");
  REQUIRE(slashes.size() == 2);
  CHECK(slashes.front() == slashes.back());
  const auto unique = unique_fingerprints(report);
  REQUIRE(unique.size() == report.diagnostics.size());
  CHECK(std::set(unique.begin(), unique.end()).size() == unique.size());
}

TEST_CASE("a report's fingerprints hold its path and do not change from run to run") {
  const std::string text = "[cors]\nallow_origins = [\"https://a.acme.io/\"]\n";
  const auto first = unique_fingerprints(lint("a.toml", text));
  REQUIRE_FALSE(first.empty());
  CHECK(first == unique_fingerprints(lint("a.toml", text)));
  CHECK(first != unique_fingerprints(lint("b.toml", text)));
}

}  // namespace
}  // namespace corslint
