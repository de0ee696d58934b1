#include "lint/report/rule_page.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "lint/report/printable.h"
#include "lint/run/rule_example.h"
#include "rules/catalog.h"

namespace corslint {
namespace {

const Rule& rule_of(std::string_view id) {
  const Rule* rule = find_rule(id);
  REQUIRE(rule != nullptr);
  return *rule;
}

std::string page_of(std::string_view id) {
  return rule_page(rule_of(id));
}

}  // namespace

TEST_CASE("a rule's page says what, why, how it is seen, bad, good, remedy and where to read on") {
  CHECK(page_of("trailing-slash") == R"page(# trailing-slash

Severity: error, group: origins

An origin ends with a slash.

An origin is a scheme, a host and a port; the slash is the beginning of a path,
which no Origin header ever carries. A browser sends `https://app.acme.io`, the
enforcer compares it with `https://app.acme.io/`, and the two differ in one
byte. The address was usually copied from the browser's own address bar, which
shows the slash. The Fetch standard lists exactly this as an example of a check
that fails.

Bad (`cors.toml`):

    [cors]
    allow_origins = ["https://app.acme.io/"]

What corslint says of it:

    error[trailing-slash]: `https://app.acme.io/` ends with a slash
      --> cors.toml:2:38
       |
     2 | allow_origins = ["https://app.acme.io/"]
       |                                      ^ no origin has this
       |
       = note: Browsers send `https://app.acme.io`, and a generic enforcer compares the two byte for byte, so this entry admits nobody
       = help: Write the origin without the slash
       = explain: corslint explain trailing-slash

As it would be seen:

    > GET / HTTP/1.1
    > origin: https://app.acme.io
    < HTTP/1.1 200 OK
    < vary: Origin

    Access to fetch at 'https://api.example.com/' from origin
    'https://app.acme.io' has been blocked by CORS policy: No
    'Access-Control-Allow-Origin' header is present on the requested resource.

Chromium's console says so: the page at `https://app.acme.io` does not get the
answer. With the good file it does.

Good (`cors.toml`):

    [cors]
    allow_origins = ["https://app.acme.io"]

What to do: Write the origin without the slash: `https://app.acme.io`.

`corslint --fix` turns the bad file into the good one.

When to ignore it: Your own code strips the slash before the enforcer sees the
list.

Reference: <https://fetch.spec.whatwg.org/#http-access-control-allow-origin>
)page");
}

TEST_CASE("a page shows how an attacker reads the answer") {
  const auto page = page_of("null-origin");
  CHECK_THAT(page, Catch::Contains("    > origin: null\n"));
  CHECK_THAT(page, Catch::Contains("    < access-control-allow-origin: null\n"));
  CHECK_THAT(page, Catch::Contains("The browser lets the page at `null` read the answer"));
}

TEST_CASE("a page shows what the console says where the right origin is refused") {
  const auto page = page_of("uppercase-origin");
  CHECK_THAT(page,
             Catch::Contains("    Access to fetch at 'https://api.example.com/' from origin"));
  CHECK_THAT(page, Catch::Contains("With the good file it does."));
}

TEST_CASE("a page shows the preflight that fails where a method or header is refused") {
  CHECK_THAT(page_of("header-typo"), Catch::Contains("    > OPTIONS / HTTP/1.1\n"));
  CHECK_THAT(page_of("lowercase-method"), Catch::Contains("Method PUT is not"));
}

TEST_CASE("what no browser does by default is not shown as what browsers do") {
  const auto page = page_of("authorization-not-covered");
  CHECK_THAT(page, Catch::Contains("follows the Fetch standard to the letter"));
  CHECK_THAT(page, !Catch::Contains("Chromium's console"));
}

TEST_CASE("a page says what the fixes make of the bad file") {
  CHECK_THAT(page_of("trailing-slash"),
             Catch::Contains("`corslint --fix` turns the bad file into the good one."));
  CHECK_THAT(page_of("missing-scheme"), Catch::Contains("`corslint --fix --unsafe-fixes` turns"));
  CHECK_THAT(page_of("homograph-host"), !Catch::Contains("turns the bad file"));
}

TEST_CASE("a page that needs a development server to be asked for says with what it was") {
  CHECK_THAT(page_of("missing-dev-origin"),
             Catch::Contains("with `--dev-origin http://localhost:5173`"));
}

TEST_CASE("every page has the finding, and no line of its prose is wider than asked for") {
  for (const Rule* rule : catalog()) {
    DYNAMIC_SECTION(rule->id) {
      const auto page = rule_page(*rule, {.width = 60, .colour = Colour::none});
      CHECK_THAT(page, Catch::Contains('[' + std::string(rule->id) + "]: "));
      for (std::size_t begin = 0; begin < page.size();) {
        const auto end = std::min(page.find('\n', begin), page.size());
        const auto line = page.substr(begin, end - begin);
        const bool is_prose = !line.empty() && line.front() != ' ' && line.front() != '#';
        const bool has_several_words = line.find(' ') != std::string::npos;
        if (is_prose && has_several_words && !line.starts_with("What corslint says") &&
            !line.starts_with("Reference: ")) {
          INFO(line);
          CHECK(display_width(line) <= 60);
        }
        begin = end + 1;
      }
    }
  }
}

TEST_CASE("colours change nothing else on a page") {
  for (const std::string id : {"trailing-slash", "null-origin", "startup-failure"}) {
    auto page = rule_page(rule_of(id), {.width = page_width, .colour = Colour::terminal});
    CHECK_THAT(page, Catch::StartsWith("\x1b[1m# "));
    for (auto at = page.find('\x1b'); at != std::string::npos; at = page.find('\x1b'))
      page.erase(at, page.find('m', at) + 1 - at);
    CHECK(page == page_of(id));
  }
}

TEST_CASE("a page as JSON holds what the rule says and what was worked out") {
  const auto page = nlohmann::json::parse(rule_page_json(rule_of("null-origin")));
  CHECK(page["id"] == "null-origin");
  CHECK(page["finding"]["witness"] == "null");
  CHECK(page["exchange"]["bad"]["verdict"] == "allowed");
  CHECK(page["exchange"]["good"]["verdict"] == "blocked");
  CHECK(page["fixed"]["safety"] == "unsafe");
}

TEST_CASE("the exchanges of an example tell its bad and its good file apart") {
  for (const Rule* rule : catalog()) {
    DYNAMIC_SECTION(rule->id) {
      const auto exchange = example_of(*rule).exchange;
      if (!exchange) continue;
      const auto& [bad, good] = *exchange;
      CHECK(bad.request.origin == good.request.origin);
      CHECK(bad.request.method == good.request.method);
      CHECK((bad.reason != good.reason || bad.response.headers != good.response.headers ||
             bad.preflight_response->headers != good.preflight_response->headers));
    }
  }
}

}  // namespace corslint
