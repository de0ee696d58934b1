#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "lint/project/projects.h"
#include "lint/run/runner.h"
#include "tests/places.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

/// The rules that look at what lies beside a file; the fixtures' marks are about these.
const std::vector<std::string> rules_judged{"environments-differ", "list-encoding",
                                            "missing-dev-origin", "unresolved-variable"};

fs::path fixtures() {
  return fs::path(CORSLINT_SOURCE_DIR) / "tests/lint/project/fixtures";
}

std::vector<std::string> situations() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fixtures()))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// What the marks of a file expect, as "LINE RULE SEVERITY".
std::set<std::string> expected_in(const fs::path& path) {
  std::set<std::string> expected;
  const SourceFile file(path.string(), test::content_of_file(path.string()));
  constexpr std::string_view mark = " expect ";
  for (std::uint32_t line = 1; line <= file.line_count(); ++line) {
    const auto text = file.line(line);
    const auto at = text.find(mark);
    if (at == std::string_view::npos || text.find_first_of("#/") > at) continue;
    expected.insert(std::to_string(line) + ' ' + std::string(text.substr(at + mark.size())));
  }
  return expected;
}

std::set<std::string> found_in(const FileReport& report) {
  std::set<std::string> found;
  for (const auto& diagnostic : report.diagnostics) {
    const auto line = report.file.position(diagnostic.finding.span.begin).line;
    found.insert(std::to_string(line) + ' ' + std::string(diagnostic.rule->id) + ' ' +
                 std::string(severity_name(diagnostic.severity)));
  }
  return found;
}

std::string listed(const std::set<std::string>& lines) {
  std::string result;
  for (const auto& line : lines) result += line + '\n';
  return result;
}

RunResult judged(const std::string& path) {
  RunOptions options{.paths = {path}};
  options.lint.selection.select = rules_judged;
  return run(options);
}

std::string json_of(const std::string& situation) {
  std::string text;
  for (const auto& file : judged((fixtures() / situation).string()).files)
    for (const auto& diagnostic : file.diagnostics)
      text += diagnostic.finding.message + ". " + diagnostic.finding.consequence + ". " +
              diagnostic.finding.help + ".\n";
  return text;
}

}  // namespace

TEST_CASE("what lies beside a file is judged as its marks expect") {
  CHECK(situations().size() >= 35);
  for (const auto& name : situations()) {
    DYNAMIC_SECTION(name) {
      std::size_t policies = 0;
      for (const auto& entry : fs::recursive_directory_iterator(fixtures() / name)) {
        const auto path = entry.path();
        if (!entry.is_regular_file() || !format_of(path.string())) continue;
        const auto result = judged(path.string());
        CHECK(result.problems.empty());
        const auto found =
            result.files.empty() ? std::set<std::string>{} : found_in(result.files.front());
        policies += result.files.empty() ? 0 : result.files.front().policies.size();
        INFO(path);
        CHECK(listed(found) == listed(expected_in(path)));
      }
      CHECK(policies > 0);
    }
  }
}

TEST_CASE("a list in quotes becomes a JSON list in quotes") {
  const auto path = fixtures() / "pydantic-list" / ".env.development";
  const auto files = judged(path.string()).files;
  REQUIRE(files.size() == 1);
  REQUIRE(files[0].diagnostics.size() == 1);
  const auto& fixes = files[0].diagnostics[0].finding.fixes;
  REQUIRE(fixes.size() == 1);
  REQUIRE(fixes[0].edits.size() == 1);
  CHECK(fixes[0].edits[0].text == R"('["https://app.acme.io","https://admin.acme.io"]')");
}

TEST_CASE("a finding about a development server names the place that says so") {
  struct Case {
    std::string_view situation;
    std::string_view says;
  };
  const auto test = GENERATE(values<Case>({
      {"vite-other-port", "frontend/vite.config.ts:8` sets port 5174"},
      {"vite-default", "Port 5173 is Vite's own, and nothing sets another"},
      {"vite-2", "Port 3000 is Vite's own"},
      {"vite-script-port", "frontend/package.json:4` sets port 4444"},
      {"vite-host-and-https", "does not admit `https://dev.acme.test`"},
      {"vite-port-from-env", "frontend/.env:1` sets port 5199"},
      {"vite-proxy", "frontend/vite.config.ts:7` has them forwarded"},
      {"create-react-app", "frontend/.env:1` sets port 3005"},
      {"create-react-app-proxy", "does not admit `http://localhost:3010`"},
      {"next-beside-an-api", "web/package.json:4` sets port 3100"},
      {"angular", "ui/angular.json:8` sets port 4300"},
      {"vue-cli", "frontend/vue.config.js:2` sets port 8081"},
      {"webpack", "client/webpack.dev.js:2` sets port 9100"},
      {"astro-2", "Port 3000 is Astro's own"},
      {"two-front-ends", "Add the one that this policy is for: `http://localhost:5001`"},
      {"concurrent-scripts", "package.json:6` sets port 5050"},
      {"pydantic-list", "app/core/config.py:6` declares a list there"},
      {"fastapi-template", "backend/app/core/config.py:13`, keeps it as one text"},
      {"django-environ", "shop/settings/base.py:4` splits at commas"},
      {"express-whole-text", "src/server.js:3` hands the text to cors"},
  }));
  CAPTURE(test.situation);
  CHECK_THAT(json_of(std::string(test.situation)), Catch::Contains(std::string(test.says)));
}

TEST_CASE("a fix of what lies beside a file silences its finding and adds none") {
  struct Case {
    std::string_view situation;
    FixScope scope;
  };
  const auto test = GENERATE(values<Case>({
      {"pydantic-list", FixScope::safe},
      {"fastapi-template", FixScope::safe},
      {"django-environ", FixScope::safe},
      {"vite-other-port", FixScope::safe_and_unsafe},
      {"angular", FixScope::safe_and_unsafe},
      {"next-beside-an-api", FixScope::safe_and_unsafe},
  }));
  CAPTURE(test.situation);
  RunOptions options{.paths = {(fixtures() / test.situation).string()}, .fix = test.scope};
  const auto result = run(options);
  CHECK_FALSE(result.fixes.empty());
  for (const auto& fix : result.fixes) {
    INFO(fix.path << '\n' << fix.fixed.remaining.file.text());
    CHECK_FALSE(fix.fixed.applied.empty());
    for (const auto& applied : fix.fixed.applied)
      for (const auto& diagnostic : fix.fixed.remaining.diagnostics)
        CHECK(applied.rule != diagnostic.rule);
  }
}

}  // namespace corslint
