#include "lint/run/linter.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace corslint {
namespace {

FileReport lint(const std::string& path, const std::string& text, const LintOptions& options = {}) {
  const auto format = format_of(path);
  REQUIRE(format.has_value());
  return lint_file(SourceFile(path, text), *format, options);
}

std::vector<std::string> found(const FileReport& report) {
  std::vector<std::string> rows;
  for (const auto& diagnostic : report.diagnostics)
    rows.push_back(std::string(diagnostic.rule->id) + ' ' + diagnostic.pointer);
  return rows;
}

LintOptions only(std::string rule) {
  LintOptions options;
  options.selection.select = {std::move(rule)};
  return options;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("a file with nothing about CORS gives an empty report, also when it does not parse") {
  CHECK(found(lint("a.toml", "[server]\nport = 80\n")).empty());
  CHECK(found(lint("a.toml", "[server\nport = \n")).empty());
  CHECK(found(lint("a.json", "{\"a\": 1, \"a\": 2")).empty());
  CHECK(found(lint(".env", "DATABASE_URL=x\nDATABASE_URL=y\n")).empty());
  CHECK(found(lint("a.toml", "")).empty());
}

TEST_CASE("a file that may be about CORS and does not parse is reported") {
  CHECK(found(lint("a.toml", "[cors]\norigins = [\n")).size() == 1);
  CHECK(found(lint("a.json", "{\"cors\": ")).size() == 1);
  CHECK(found(lint("config/cors.json", "{")).size() == 1);
  CHECK(found(lint("cors/a.json", "{")).empty());
}

TEST_CASE("a key that stands twice counts only where it is about the policy") {
  CHECK(found(lint(".env", "QUEUE=a\nQUEUE=b\nCORS_ORIGINS=https://a.acme.io\n",
                   only("duplicate-key")))
            .empty());
  CHECK(found(lint("a.json", R"({"x": 1, "x": 2, "cors": {"origins": ["https://a.acme.io"]}})",
                   only("duplicate-key")))
            .empty());
  CHECK(found(lint("a.json", R"({"cors": {"origins": [], "origins": ["https://a.acme.io"]}})",
                   only("duplicate-key")))
            .size() == 1);
  CHECK(found(lint(".env", "CORS_ORIGINS=https://a.acme.io\nCORS_ORIGINS=https://b.acme.io\n",
                   only("duplicate-key")))
            .size() == 1);
}

TEST_CASE("a diagnostic points into the document") {
  const auto rule = only("trailing-slash");
  CHECK(
      found(lint("a.toml", "[a.cors]\norigins = [\"https://a.acme.io\", \"https://b.acme.io/\"]\n",
                 rule)) == Rows{"trailing-slash /a/cors/origins/1"});
  CHECK(found(lint("a.json",
                   R"([{"AllowedOrigins": ["https://a.acme.io/"], "AllowedMethods": ["GET"]}])",
                   rule)) == Rows{"trailing-slash /0/AllowedOrigins/0"});
  CHECK(found(lint("a.json", R"({"a/b": {"cors": {"origins": ["https://a.acme.io/"]}}})", rule)) ==
        Rows{"trailing-slash /a~1b/cors/origins/0"});
  CHECK(found(lint(".env", "CORS_ORIGINS=https://a.acme.io,https://b.acme.io/\n", rule)) ==
        Rows{"trailing-slash /CORS_ORIGINS/1"});
  CHECK(found(lint(".env", "CORS_ORIGINS='[\"https://a.acme.io/\"]'\n", rule)) ==
        Rows{"trailing-slash /CORS_ORIGINS/0"});
}

TEST_CASE("a policy that is switched off is read and not judged") {
  const auto report =
      lint("a.toml", "[cors]\nenabled = false\norigins = [\"*\"]\ncredentials = true\n");
  CHECK(report.policies.size() == 1);
  CHECK(found(report).empty());
}

TEST_CASE("a value that an overlay inherits is reported once, with the worst severity") {
  const auto report =
      lint("a.toml",
           "[cors]\norigins = [\"https://your-app.example.com\"]\n[cors.production]\nmax_age = 5\n",
           only("placeholder-origin"));
  REQUIRE(report.diagnostics.size() == 1);
  CHECK(report.diagnostics.front().severity == Severity::error);
  CHECK(report.diagnostics.front().environment == Environment::production);
}

TEST_CASE("a severity that was asked for replaces the rule's own") {
  auto options = only("trailing-slash");
  options.selection.severities["trailing-slash"] = Severity::info;
  const auto report = lint("a.toml", "[cors]\norigins = [\"https://a.acme.io/\"]\n", options);
  REQUIRE(report.diagnostics.size() == 1);
  CHECK(report.diagnostics.front().severity == Severity::info);
}

TEST_CASE("the environment and the dialect that were asked for outweigh what the file says") {
  LintOptions options;
  options.read.environment = Environment::staging;
  options.read.dialect = "krakend";
  const auto report = lint("production.toml", "[cors]\ndialect = \"s3\"\norigins = []\n", options);
  REQUIRE(report.policies.size() == 1);
  CHECK(report.policies.front().environment == Environment::staging);
  CHECK(report.policies.front().dialect == "krakend");
}

TEST_CASE("an ignore silences its finding, and one that silences nothing is reported") {
  const auto silenced = lint("a.toml",
                             "[cors]\n# corslint: ignore[trailing-slash] the proxy strips "
                             "it\norigins = [\"https://a.acme.io/\"]\n");
  CHECK(found(silenced).empty());
  REQUIRE(silenced.silenced.size() == 1);
  CHECK(silenced.silenced.front().diagnostic.rule->id == "trailing-slash");
  CHECK(silenced.silenced.front().silencer == Silencer::comment);
  CHECK(silenced.silenced.front().reason == "the proxy strips it");

  const auto unused = lint(
      "a.toml", "[cors]\n# corslint: ignore[trailing-slash]\norigins = [\"https://a.acme.io\"]\n");
  CHECK(found(unused) == Rows{"unused-ignore "});
}

}  // namespace corslint
