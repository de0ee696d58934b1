#include "rules/checks/origins/additions.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "lint/read/reader.h"

namespace corslint {
namespace {

/// The file after the fix that adds the origins to its one policy.
std::string with_additions(std::string text, std::string_view path,
                           const std::vector<std::string>& origins) {
  const SourceFile file{std::string(path), text};
  const auto format = format_of(path);
  const auto policies = read_policies(file, read_document(file, *format), {});
  REQUIRE(policies.size() == 1);
  const auto fixes = added(policies.front().origins, origins, text, Safety::safe);
  if (fixes.empty()) return "none";
  auto edits = fixes.front().edits;
  std::reverse(edits.begin(), edits.end());
  for (const auto& edit : edits)
    text.replace(edit.span.begin, edit.span.end - edit.span.begin, edit.text);
  return text;
}

std::string with_addition(std::string text, std::string_view path) {
  return with_additions(std::move(text), path, {"http://b"});
}

struct Case {
  std::string_view why;
  std::string_view path;
  std::string_view before;
  std::string_view after;
};

}  // namespace

TEST_CASE("an origin is added in the layout of its list") {
  const auto test = GENERATE(values<Case>({
      {"on one line", "cors.toml", "[cors]\norigins = [\"http://a\"] # c\n",
       "[cors]\norigins = [\"http://a\", \"http://b\"] # c\n"},
      {"in its kind of quotes", "cors.toml", "[cors]\norigins = ['http://a']\n",
       "[cors]\norigins = ['http://a', 'http://b']\n"},
      {"on a line of its own", "cors.toml", "[cors]\norigins = [\n  \"http://a\",\n]\n",
       "[cors]\norigins = [\n  \"http://a\",\n  \"http://b\",\n]\n"},
      {"without a comma at the end", "cors.toml", "[cors]\norigins = [\n\t\"http://a\"\n]\n",
       "[cors]\norigins = [\n\t\"http://a\",\n\t\"http://b\"\n]\n"},
      {"a comment stays with its entry", "cors.toml",
       "[cors]\norigins = [\n  \"http://a\", # mine\n]\n",
       "[cors]\norigins = [\n  \"http://a\", # mine\n  \"http://b\",\n]\n"},
      {"also behind the last entry without a comma", "cors.toml",
       "[cors]\norigins = [\n  \"http://a\" # mine\n]\n",
       "[cors]\norigins = [\n  \"http://a\", # mine\n  \"http://b\"\n]\n"},
      {"in the file's line ends", "cors.toml", "[cors]\r\norigins = [\r\n  \"http://a\",\r\n]\r\n",
       "[cors]\r\norigins = [\r\n  \"http://a\",\r\n  \"http://b\",\r\n]\r\n"},
      {"a list that is closed on the line", "cors.toml", "[cors]\norigins = [\n  \"http://a\"]\n",
       "[cors]\norigins = [\n  \"http://a\",\n  \"http://b\"]\n"},
      {"in JSON", "cors.json", "{\"cors\": {\"origins\": [\n    \"http://a\"\n]}}",
       "{\"cors\": {\"origins\": [\n    \"http://a\",\n    \"http://b\"\n]}}"},
      {"with commas in an env file", ".env", "CORS_ORIGINS=http://a,http://c # d\n",
       "CORS_ORIGINS=http://a,http://c,http://b # d\n"},
      {"as JSON in an env file", ".env", "CORS_ORIGINS='[\"http://a\"]'\n",
       "CORS_ORIGINS='[\"http://a\", \"http://b\"]'\n"},
  }));
  CAPTURE(test.why);
  CHECK(with_addition(std::string(test.before), test.path) == test.after);
}

TEST_CASE("two origins are added at once in the layout of their list") {
  const auto added_to = [](std::string text, std::string_view path) {
    return with_additions(std::move(text), path, {"http://b", "http://c"});
  };
  CHECK(added_to("[cors]\norigins = ['http://a']\n", "cors.toml") ==
        "[cors]\norigins = ['http://a', 'http://b', 'http://c']\n");
  CHECK(added_to("[cors]\norigins = [\n  \"http://a\", # mine\n]\n", "cors.toml") ==
        "[cors]\norigins = [\n  \"http://a\", # mine\n  \"http://b\",\n  \"http://c\",\n]\n");
  CHECK(added_to("[cors]\norigins = [\n  \"http://a\" # mine\n]\n", "cors.toml") ==
        "[cors]\norigins = [\n  \"http://a\", # mine\n  \"http://b\",\n  \"http://c\"\n]\n");
  CHECK(added_to("[cors]\norigins = [\n  \"http://a\"]\n", "cors.toml") ==
        "[cors]\norigins = [\n  \"http://a\",\n  \"http://b\",\n  \"http://c\"]\n");
  CHECK(added_to("CORS_ORIGINS=http://a,http://d # e\n", ".env") ==
        "CORS_ORIGINS=http://a,http://d,http://b,http://c # e\n");
}

TEST_CASE("an origin is not added where the list's reader is not known to take two") {
  CHECK(with_addition("CORS_ORIGINS=http://a\n", ".env") == "none");
  CHECK(with_addition("[cors]\norigins = []\n", "cors.toml") == "none");
  CHECK(with_addition("[cors]\norigins = \"http://a\"\n", "cors.toml") == "none");
}

}  // namespace corslint
