#include "lint/run/fixer.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lint/run/linter.h"
#include "rules/catalog.h"

namespace corslint {
namespace {

FixedFile fixed(const std::string& path, const std::string& text, FixScope scope = FixScope::safe,
                const LintOptions& options = {}) {
  const auto format = format_of(path);
  REQUIRE(format.has_value());
  const Lint lint = [&](SourceFile file) { return lint_file(std::move(file), *format, options); };
  return fixed_file(lint(SourceFile(path, text)), *format, scope, lint);
}

std::string fixed_text(const std::string& path, const std::string& text,
                       FixScope scope = FixScope::safe) {
  return std::string(fixed(path, text, scope).remaining.file.text());
}

std::string list_of(std::string_view entries) {
  return "[cors]\nallow_origins = [" + std::string(entries) + "]\nmax_age = 600\n";
}

/// A linter of made-up checks under a real rule's name, for what real ones do not do.
class MadeUpRules {
 public:
  using Check = std::vector<Finding> (*)(std::string_view text);

  explicit MadeUpRules(Check check) : check_(check) {}

  FixedFile fix(const std::string& text, FixScope scope = FixScope::safe) const {
    static const Rule& rule = rules::trailing_slash;
    const Lint lint = [this](SourceFile file) {
      FileReport report{.file = std::move(file), .policies = {}, .diagnostics = {}};
      for (auto& finding : check_(report.file.text())) {
        Diagnostic diagnostic;
        diagnostic.rule = &rule;
        diagnostic.finding = std::move(finding);
        report.diagnostics.push_back(std::move(diagnostic));
      }
      return report;
    };
    return fixed_file(lint(SourceFile("a.toml", text)), Format::toml, scope, lint);
  }

 private:
  Check check_;
};

/// One finding a byte that is in `bad`, which the fix replaces by `better`.
std::vector<Finding> byte_findings(std::string_view text, char bad, const std::string& better) {
  std::vector<Finding> findings;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] != bad) continue;
    findings.push_back({.span = {i, i + 1},
                        .message = std::string(1, bad),
                        .fixes = {{.title = "t", .edits = {{{i, i + 1}, better}}}}});
  }
  return findings;
}

}  // namespace

TEST_CASE("what a person would fix without thinking is fixed, and nothing else changes") {
  struct Case {
    std::string_view what;
    std::string path;
    std::string before;
    std::string after;
  };
  const std::vector<Case> cases{
      {"a slash", "a.toml", list_of("\"https://a.acme.io/\""), list_of("\"https://a.acme.io\"")},
      {"case", "a.toml", list_of("'https://A.Acme.io'"), list_of("'https://a.acme.io'")},
      {"a default port", "a.toml", list_of("\"https://a.acme.io:443\""),
       list_of("\"https://a.acme.io\"")},
      {"a duplicate", "a.toml", list_of("\"https://a.acme.io\", \"https://a.acme.io\""),
       list_of("\"https://a.acme.io\"")},
      {"blanks", "a.toml", list_of("\" https://a.acme.io \""), list_of("\"https://a.acme.io\"")},
      {"joined origins", "a.toml", list_of("\"https://a.acme.io,https://b.acme.io\""),
       list_of("\"https://a.acme.io\", \"https://b.acme.io\"")},
      {"a JSON list in one text", "a.toml",
       list_of(R"("[\"https://a.acme.io\",\"https://b.acme.io/\"]")"),
       list_of("\"https://a.acme.io\", \"https://b.acme.io\"")},
      {"the rest of a JSON list", "a.toml", list_of(R"("https://a.acme.io\",\"https://b.acme.io")"),
       list_of("\"https://a.acme.io\", \"https://b.acme.io\"")},
      {"a host outside ASCII", "a.toml", list_of("\"https://bücher.acme.io\""),
       list_of("\"https://xn--bcher-kva.acme.io\"")},
      {"all at once", "a.toml", list_of("\"HTTPS://Bücher.acme.io:443/\", 'https://a.acme.io/'"),
       list_of("\"https://xn--bcher-kva.acme.io\", 'https://a.acme.io'")},
      {"a duplicate that shows once the slash is gone", "a.toml",
       list_of("\"https://a.acme.io\", \"https://b.acme.io\", \"https://a.acme.io/\""),
       list_of("\"https://a.acme.io\", \"https://b.acme.io\"")},
      {"quoted JSON", ".env", "CORS_ORIGINS=['https://a.acme.io', 'https://b.acme.io']\n",
       "CORS_ORIGINS=[\"https://a.acme.io\",\"https://b.acme.io\"]\n"},
      {"an unescaped dot", "a.toml",
       "[cors]\ndialect = \"starlette\"\nallow_origin_regex = 'https://www.acme\\.io'\nmax_age = "
       "600\n",
       "[cors]\ndialect = \"starlette\"\nallow_origin_regex = 'https://www\\.acme\\.io'\nmax_age = "
       "600\n"},
      {"comments, layout and CR LF", "a.toml",
       "# c\r\n[cors]   # d\r\n  allow_origins = [ # e\r\n\t'https://a.acme.io/' , # f\r\n    ]\r\n"
       "max_age = 600",
       "# c\r\n[cors]   # d\r\n  allow_origins = [ # e\r\n\t'https://a.acme.io' , # f\r\n    ]\r\n"
       "max_age = 600"},
      {"comments in JSON", "a.json",
       "// c\n{\"cors\": {\"allow_origins\": [\"https://a.acme.io/\", /* d */\n], \"max_age\": "
       "600}}",
       "// c\n{\"cors\": {\"allow_origins\": [\"https://a.acme.io\", /* d */\n], \"max_age\": "
       "600}}"},
  };
  for (const auto& [what, path, before, after] : cases) {
    INFO(what);
    CHECK(fixed_text(path, before) == after);
    CHECK(fixed_text(path, after) == after);
  }
}

TEST_CASE("what needs judgement is fixed only where that is asked for") {
  const auto before = list_of("\"app.acme.io\"");
  CHECK(fixed_text("a.toml", before) == before);
  CHECK(fixed_text("a.toml", before, FixScope::safe_and_unsafe) ==
        list_of("\"https://app.acme.io\""));
}

TEST_CASE("unsafe fixes write what was probably meant") {
  struct Case {
    std::string_view what;
    std::string path;
    std::string before;
    std::string after;
  };
  const std::string starlette = "[cors]\ndialect = \"starlette\"\n";
  const std::vector<Case> cases{
      {"a scheme", "a.toml", list_of("\"http://a.acme.io\""), list_of("\"https://a.acme.io\"")},
      {"a loopback host without a scheme", "a.toml", list_of("\"localhost:3000\""),
       list_of("\"http://localhost:3000\"")},
      {"a glob, and no patterns yet", "a.toml",
       starlette + "allow_origins = [\"https://a.acme.dev\", \"https://*.acme.io\"] # c\n"
                   "max_age = 600\n",
       starlette + "allow_origin_regex = 'https://([a-z0-9-]+\\.)+acme\\.io'\n"
                   "allow_origins = [\"https://a.acme.dev\"] # c\nmax_age = 600\n"},
      {"a glob in an indented table with CR LF", "a.toml",
       "[cors]\r\ndialect = \"starlette\"\r\n  allow_origins = [\"https://*.acme.io\"]\r\n",
       "[cors]\r\ndialect = \"starlette\"\r\n  allow_origin_regex = "
       "'https://([a-z0-9-]+\\.)+acme\\.io'\r\n  allow_origins = []\r\n"},
      {"a glob in a table of one line", "a.toml",
       "cors = { dialect = \"starlette\", allow_origins = [\"https://*.acme.io\"] }\n",
       "cors = { dialect = \"starlette\", allow_origin_regex = "
       "'https://([a-z0-9-]+\\.)+acme\\.io', allow_origins = [] }\n"},
      {"a glob in JSON", "a.json",
       "{\"cors\": {\n  \"dialect\": \"starlette\",\n  \"allow_origins\": "
       "[\"https://*.acme.io\"]\n}}",
       "{\"cors\": {\n  \"dialect\": \"starlette\",\n  \"allow_origin_regex\": "
       "\"https://([a-z0-9-]+\\\\.)+acme\\\\.io\",\n  \"allow_origins\": []\n}}"},
      {"credentials", "a.toml",
       "[cors]\nallow_origins = [\"*\"]\nallow_credentials = true # c\nmax_age = 600\n",
       "[cors]\nallow_origins = [\"*\"]\nallow_credentials = false # c\nmax_age = 600\n"},
      {"methods", "a.toml",
       "[cors]\nallow_origins = [\"https://a.acme.io\"]\nallow_credentials = true\n"
       "allow_methods = ['*', 'PUT']\nmax_age = 600\n",
       "[cors]\nallow_origins = [\"https://a.acme.io\"]\nallow_credentials = true\n"
       "allow_methods = ['DELETE', 'PATCH', 'PUT']\nmax_age = 600\n"},
      {"methods in an env file", ".env",
       "CORS_ORIGINS=https://a.acme.io\nCORS_ALLOW_METHODS=*\nCORS_ALLOW_CREDENTIALS=true\n",
       "CORS_ORIGINS=https://a.acme.io\nCORS_ALLOW_METHODS=DELETE,PATCH,PUT\n"
       "CORS_ALLOW_CREDENTIALS=true\n"},
      {"methods that the enforcer compares", "a.toml",
       "[cors]\ndialect = \"krakend\"\nallow_origins = [\"https://a.acme.io\"]\n"
       "allow_methods = [\"*\"]\nmax_age = 600\n",
       "[cors]\ndialect = \"krakend\"\nallow_origins = [\"https://a.acme.io\"]\n"
       "allow_methods = [\"DELETE\", \"GET\", \"HEAD\", \"PATCH\", \"POST\", \"PUT\"]\n"
       "max_age = 600\n"},
  };
  for (const auto& [what, path, before, after] : cases) {
    INFO(what);
    CHECK(fixed_text(path, before, FixScope::safe_and_unsafe) == after);
  }
}

TEST_CASE("what a fix uncovers is fixed with it") {
  CHECK(fixed_text("a.toml", list_of("\"App.acme.io/\""), FixScope::safe_and_unsafe) ==
        list_of("\"https://app.acme.io\""));
}

TEST_CASE("a finding that an ignore silences is not fixed, nor one of a rule that does not run") {
  const std::string ignored =
      "[cors]\n# corslint: ignore[trailing-slash] the proxy strips it\n"
      "allow_origins = [\"https://a.acme.io/\"]\nmax_age = 600\n";
  CHECK(fixed_text("a.toml", ignored) == ignored);

  LintOptions options;
  options.selection.severities["trailing-slash"] = std::nullopt;
  const auto text = list_of("\"https://a.acme.io/\"");
  CHECK(fixed("a.toml", text, FixScope::safe, options).remaining.file.text() == text);
  options.selection = {.ignore = {"origins"}};
  CHECK(fixed("a.toml", text, FixScope::safe, options).remaining.file.text() == text);
}

TEST_CASE("what was fixed is told, and what remains is linted anew") {
  const auto result =
      fixed("a.toml", list_of("\"https://a.acme.io/\", \"http://b.acme.io/\", \"null\""));
  REQUIRE(result.applied.size() == 2);
  CHECK(result.applied.front().rule->id == "trailing-slash");
  CHECK(result.applied.front().position.line == 2);
  CHECK(result.settled);
  for (const auto& diagnostic : result.remaining.diagnostics)
    CHECK(diagnostic.rule->id != "trailing-slash");
  CHECK_FALSE(result.remaining.diagnostics.empty());
}

TEST_CASE("fixes that touch come one round after the other") {
  const auto result = MadeUpRules([](std::string_view text) {
                        return byte_findings(text, 'x', "y");
                      }).fix("# xxxx");
  CHECK(result.remaining.file.text() == "# yyyy");
  CHECK(result.steps.size() == 2);
  CHECK(result.applied.size() == 4);
  CHECK(result.gone == 4);
}

TEST_CASE("a fix that leaves its finding is dropped") {
  const auto result = MadeUpRules([](std::string_view text) {
                        auto findings = byte_findings(text, 'x', "y");
                        for (auto& finding : findings) {
                          // The second one only pretends to do something.
                          if (finding.span.begin == 4) finding.fixes[0].edits[0].text = "xz";
                        }
                        return findings;
                      }).fix("# x x x");
  CHECK(result.remaining.file.text() == "# y x y");
  CHECK(result.applied.size() == 2);
}

TEST_CASE("a fix that adds a finding is dropped, and the others are applied") {
  const auto result = MadeUpRules([](std::string_view text) {
                        auto findings = byte_findings(text, 'x', "y");
                        for (auto& finding : findings) {
                          if (finding.span.begin == 4) finding.fixes[0].edits[0].text = "q";
                        }
                        for (auto finding : byte_findings(text, 'q', "")) {
                          finding.fixes.clear();
                          findings.push_back(std::move(finding));
                        }
                        return findings;
                      }).fix("# x x x");
  CHECK(result.remaining.file.text() == "# y x y");
}

TEST_CASE("a fix after which the file cannot be read is dropped") {
  const auto result =
      MadeUpRules([](std::string_view text) { return byte_findings(text, 'x', "\n["); }).fix("# x");
  CHECK(result.remaining.file.text() == "# x");
  CHECK(result.applied.empty());
}

TEST_CASE("where the first fix of a finding is dropped, the next one is tried") {
  const auto result = MadeUpRules([](std::string_view text) {
                        auto findings = byte_findings(text, 'x', "\n[");
                        for (auto& finding : findings) {
                          finding.fixes.push_back(finding.fixes.front());
                          finding.fixes.back().edits.front().text = "y";
                        }
                        return findings;
                      }).fix("# x");
  CHECK(result.remaining.file.text() == "# y");
}

TEST_CASE("rounds come to an end, and that is told") {
  const MadeUpRules one_at_a_time([](std::string_view text) {
    auto findings = byte_findings(text, 'x', "y");
    for (std::size_t i = 1; i < findings.size(); ++i) findings[i].fixes.clear();
    return findings;
  });
  const auto few = one_at_a_time.fix("# " + std::string(most_rounds, 'x'));
  CHECK(few.settled);
  CHECK(few.remaining.file.text() == "# " + std::string(most_rounds, 'y'));
  const auto many = one_at_a_time.fix("# " + std::string(most_rounds + 1, 'x'));
  CHECK_FALSE(many.settled);
  CHECK(many.remaining.file.text() == "# " + std::string(most_rounds, 'y') + 'x');
}

TEST_CASE("a fix that only moves its finding on is dropped") {
  const auto result =
      MadeUpRules([](std::string_view text) {
        const auto end = static_cast<std::uint32_t>(text.size());
        return std::vector<Finding>{{.span = {end, end},
                                     .message = std::to_string(end),
                                     .fixes = {{.title = "t", .edits = {{{end, end}, "x"}}}}}};
      }).fix("# ");
  CHECK(result.remaining.file.text() == "# ");
}

TEST_CASE("where every fix spoils something, the work is bounded") {
  std::string text = "# ";
  for (int i = 0; i < 2000; ++i) text += "x ";
  const auto result =
      MadeUpRules([](std::string_view file) { return byte_findings(file, 'x', "\n["); }).fix(text);
  CHECK(result.remaining.file.text() == text);
  CHECK_FALSE(result.settled);
}

}  // namespace corslint
