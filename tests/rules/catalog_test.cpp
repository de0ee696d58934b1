#include "rules/catalog.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "lint/run/linter.h"
#include "tests/places.h"
#include "tests/rules/case_files.h"

namespace corslint {
namespace {

const std::vector<std::string> dev_origins{"http://localhost:5173"};

std::vector<Diagnostic> lint_example(const Rule& rule, std::string_view text) {
  LintOptions options;
  options.dev_origins = dev_origins;
  const auto format = format_of(rule.example_file);
  REQUIRE(format.has_value());
  return lint_file(SourceFile(std::string(rule.example_file), std::string(text)), *format, options)
      .diagnostics;
}

std::string listed(const std::vector<Diagnostic>& diagnostics) {
  std::string result;
  for (const auto& diagnostic : diagnostics)
    result += std::string(diagnostic.rule->id) + ": " + diagnostic.finding.message + "\n";
  return result;
}

/// The text after the edits of every safe fix; edits of one file must not overlap.
std::string fixed(std::string text, const std::vector<Diagnostic>& diagnostics, const Rule& rule) {
  std::vector<Edit> edits;
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.rule != &rule) continue;
    for (const auto& fix : diagnostic.finding.fixes)
      if (fix.safety == Safety::safe) edits.insert(edits.end(), fix.edits.begin(), fix.edits.end());
  }
  std::sort(edits.begin(), edits.end(),
            [](const Edit& left, const Edit& right) { return left.span.begin > right.span.begin; });
  for (const auto& edit : edits)
    text.replace(edit.span.begin, edit.span.end - edit.span.begin, edit.text);
  return text;
}

bool fires(const std::vector<Diagnostic>& diagnostics, const Rule& rule) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& diagnostic) { return diagnostic.rule == &rule; });
}

bool offers_safe_fix(const std::vector<Diagnostic>& diagnostics, const Rule& rule) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
    const auto& fixes = diagnostic.finding.fixes;
    return diagnostic.rule == &rule && std::any_of(fixes.begin(), fixes.end(), [](const Fix& fix) {
             return fix.safety == Safety::safe;
           });
  });
}

}  // namespace

TEST_CASE("the bad example of a rule makes it fire") {
  for (const Rule* rule : catalog()) {
    DYNAMIC_SECTION(rule->id) {
      const auto diagnostics = lint_example(*rule, rule->bad);
      INFO(listed(diagnostics));
      CHECK(fires(diagnostics, *rule));
    }
  }
}

TEST_CASE("a rule that shows who gets in says how severe that is, and which weakness") {
  // Their witness is refused, and should not be.
  const std::set<std::string_view> refusing{"apex-not-covered", "glob-in-exact-list",
                                            "missing-dev-origin"};
  for (const Rule* rule : catalog()) {
    INFO(rule->id);
    const bool is_weakness = rule->weakness.severity != SecuritySeverity::none;
    CHECK(is_weakness == (rule->weakness.cwe != 0));
    const auto diagnostics = lint_example(*rule, rule->bad);
    const bool has_witness =
        std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
          return diagnostic.rule == rule && !diagnostic.finding.witness.empty();
        });
    CHECK((!has_witness || is_weakness || refusing.contains(rule->id)));
  }
}

TEST_CASE("the good example of a rule is clean under every rule") {
  for (const Rule* rule : catalog()) {
    DYNAMIC_SECTION(rule->id) {
      CHECK(listed(lint_example(*rule, rule->good)).empty());
    }
  }
}

TEST_CASE("a safe fix applied to the bad example silences its rule") {
  for (const Rule* rule : catalog()) {
    DYNAMIC_SECTION(rule->id) {
      const auto diagnostics = lint_example(*rule, rule->bad);
      if (!offers_safe_fix(diagnostics, *rule)) continue;
      const auto text = fixed(std::string(rule->bad), diagnostics, *rule);
      INFO(text);
      const auto after = lint_example(*rule, text);
      CHECK_FALSE(fires(after, *rule));
      CHECK_FALSE(std::any_of(after.begin(), after.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.rule->id == "syntax-error";
      }));
    }
  }
}

TEST_CASE("rule names are kebab-case, unique, and equal to their files' names") {
  std::set<std::string_view> seen;
  const auto checks = std::filesystem::path(CORSLINT_SOURCE_DIR) / "rules" / "checks";
  for (const Rule* rule : catalog()) {
    DYNAMIC_SECTION(rule->id) {
      CHECK(rule->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
      CHECK(seen.insert(rule->id).second);
      std::string file(rule->id);
      std::replace(file.begin(), file.end(), '-', '_');
      CHECK(std::filesystem::exists(checks / group_name(rule->group) / (file + ".cpp")));
    }
  }
}

TEST_CASE("every file of a rule is in the catalogue") {
  const auto checks = std::filesystem::path(CORSLINT_SOURCE_DIR) / "rules" / "checks";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(checks)) {
    if (entry.path().extension() != ".cpp") continue;
    // A helper of several rules has a header; a rule has none.
    auto header = entry.path();
    if (std::filesystem::exists(header.replace_extension(".h"))) continue;
    std::string id = entry.path().stem().string();
    std::replace(id.begin(), id.end(), '_', '-');
    INFO(id);
    CHECK(find_rule(id) != nullptr);
  }
}

TEST_CASE("a rule says everything that its page needs") {
  for (const Rule* rule : catalog()) {
    DYNAMIC_SECTION(rule->id) {
      CHECK_FALSE(rule->summary.empty());
      CHECK_FALSE(rule->rationale.empty());
      CHECK_FALSE(rule->remedy.empty());
      CHECK(rule->reference.starts_with("https://"));
      CHECK(rule->check != nullptr);
    }
  }
}

TEST_CASE("the catalogue is in the order of its groups") {
  CHECK(std::is_sorted(catalog().begin(), catalog().end(), [](const Rule* left, const Rule* right) {
    return left->group < right->group;
  }));
}

}  // namespace corslint
