#include "lint/report/describe.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "rules/catalog.h"
#include "tests/golden.h"

namespace corslint {
namespace {

constinit const Rule described{
    .id = "null-origin",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "`null` is admitted",
    .rationale =
        "A sandboxed frame sends `null`, and so does a file that was opened from a disk, so "
        "that any page can make one.",
    .remedy = "Remove the entry",
    .exception = "Never in production.",
    .bad = "[cors]\nallow_origins = [\"null\"]\n\nmax_age = 600\n",
    .good = "[cors]\nallow_origins = []\n",
    .reference = "https://html.spec.whatwg.org/#origin",
};

}  // namespace

TEST_CASE("a rule's page says what, why, bad, good, remedy and where to read on") {
  CHECK(rule_page(described, "#") ==
        "# null-origin\n"
        "\n"
        "Severity: error, group: origins\n"
        "\n"
        "`null` is admitted.\n"
        "\n"
        "A sandboxed frame sends `null`, and so does a file that was opened from a disk,\n"
        "so that any page can make one.\n"
        "\n"
        "Bad (`cors.toml`):\n"
        "\n"
        "    [cors]\n"
        "    allow_origins = [\"null\"]\n"
        "\n"
        "    max_age = 600\n"
        "\n"
        "Good (`cors.toml`):\n"
        "\n"
        "    [cors]\n"
        "    allow_origins = []\n"
        "\n"
        "What to do: Remove the entry.\n"
        "\n"
        "When to ignore it: Never in production.\n"
        "\n"
        "Reference: <https://html.spec.whatwg.org/#origin>\n");
}

TEST_CASE("the generated catalogue is fresh") {
  test::check_golden("rules/README.md", catalogue_markdown());
}

TEST_CASE("every rule stands in the catalogue in each format") {
  const auto text = catalogue_text();
  const auto json = nlohmann::json::parse(catalogue_json());
  REQUIRE(json.size() == catalog().size());
  for (std::size_t i = 0; i < catalog().size(); ++i) {
    const Rule& rule = *catalog()[i];
    CHECK_THAT(text, Catch::Contains("  " + std::string(rule.id) + ' '));
    CHECK(json[i]["id"] == std::string(rule.id));
    CHECK(json[i]["bad"] == std::string(rule.bad));
  }
}

}  // namespace corslint
