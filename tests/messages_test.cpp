#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lint/run/runner.h"
#include "rules/catalog.h"
#include "rules/checks/wording.h"
#include "tests/golden.h"
#include "tests/places.h"
#include "tests/rules/case_files.h"
#include "tests/string_literals.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

/// What a person reads of a finding, a sentence a line.
std::string read_aloud(const Finding& finding) {
  std::string text =
      "  " + finding.message + ".\n  " + finding.consequence + ".\n  " + finding.help + ".\n";
  if (!finding.label.empty()) text += "  ^ " + finding.label + '\n';
  for (const auto& label : finding.labels) text += "  - " + label.message + '\n';
  for (const auto& fix : finding.fixes)
    text += std::string("  fix") + (fix.safety == Safety::safe ? ": " : " (unsafe): ") + fix.title +
            '\n';
  return text;
}

/// The findings of each rule: of the cases, the samples, the projects that were made up for the
/// tests, the bad examples, and the files of tests/messages, which hold what else there is to say.
class AllFindings {
 public:
  AllFindings() {
    for (const auto& file : test::case_files()) add(test::diagnostics_of(file));
    const auto root = fs::path(CORSLINT_SOURCE_DIR);
    add_folder(root / "samples");
    for (const auto& project : fs::directory_iterator(root / "tests/lint/project/fixtures"))
      add_folder(project.path());
    add_folder(root / "tests" / "messages");
    LintOptions options;
    options.dev_origins = {"http://localhost:5173"};
    for (const Rule* rule : catalog()) {
      SourceFile file{std::string(rule->example_file), std::string(rule->bad)};
      const auto format = format_of(file.path()).value_or(Format::toml);
      add(lint_file(std::move(file), format, options).diagnostics);
    }
  }

  const std::vector<Finding>& of(const Rule& rule) { return findings_[&rule]; }

 private:
  void add(const std::vector<Diagnostic>& diagnostics) {
    for (const auto& diagnostic : diagnostics)
      findings_[diagnostic.rule].push_back(diagnostic.finding);
  }

  void add_folder(const fs::path& folder) {
    auto result = run({.paths = {folder.string()}, .threads = 1});
    std::ranges::sort(result.files, {}, [](const FileReport& file) { return file.file.path(); });
    for (const auto& file : result.files) add(file.diagnostics);
  }

  std::map<const Rule*, std::vector<Finding>> findings_;
};

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  if (what.empty()) return;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// What stays of a message when the names and values of one policy are taken out of it.
std::string shape_of(std::string text) {
  std::string shape;
  bool is_quoted = false;
  for (const char c : text) {
    if (c == '`') is_quoted = !is_quoted;
    if (!is_quoted) shape += c;
  }
  for (const Enforcer* enforcer : enforcers()) {
    replace_all(shape, sentence_subject(*enforcer), "*");
    replace_all(shape, enforcer->title, "*");
  }
  replace_all(shape, ", ` and `", " and `");
  while (shape.find("`, `") != std::string::npos) replace_all(shape, "`, `", "`");
  return shape;
}

/// What the findings say in any way.
std::string every_word(AllFindings& findings) {
  std::string text;
  for (const Rule* rule : catalog()) {
    for (const auto& finding : findings.of(*rule)) text += read_aloud(finding);
  }
  return text;
}

/// The phrases of a rule's source that a finding may say: literals of three words or more.
std::vector<std::string> phrases_in(const std::string& source) {
  auto literals = test::string_literals(source.substr(0, source.find("constinit const Rule")));
  std::erase_if(literals, [](const std::string& text) {
    return std::ranges::count(text, ' ') < 2 || text.size() < 12;
  });
  return literals;
}

/// The phrases of the rules' sources that no finding says, each below its file.
std::string unsaid_phrases(const std::string& said) {
  const auto checks = fs::path(CORSLINT_SOURCE_DIR) / "rules" / "checks";
  std::map<std::string, std::string> unsaid;
  for (const auto& entry : fs::recursive_directory_iterator(checks)) {
    if (entry.path().extension() != ".cpp") continue;
    for (const auto& phrase : phrases_in(test::contents_of(entry.path()))) {
      if (said.find(phrase) == std::string::npos)
        unsaid[fs::relative(entry.path(), checks).generic_string()] += "  ..." + phrase + "...\n";
    }
  }
  std::string result;
  for (const auto& [file, phrases] : unsaid) result += '\n' + file + "\n\n" + phrases;
  if (result.empty()) return result;
  return "\nPhrases that none of these says, as they stand in the rules:\n" + result;
}

/// Every message once for each of its shapes, in the order of the rules.
std::string all_messages(AllFindings& findings) {
  std::string result =
      "Every message, to be read aloud: the first of each shape that the cases, the samples and "
      "the\n"
      "examples bring forth, whatever names and values stand in it.\n";
  for (const Rule* rule : catalog()) {
    std::set<std::string> shapes;
    std::string messages;
    for (const auto& finding : findings.of(*rule)) {
      const auto text = read_aloud(finding);
      if (shapes.insert(shape_of(text)).second) messages += '\n' + text;
    }
    if (!messages.empty()) result += '\n' + std::string(rule->id) + '\n' + messages;
  }
  return result + unsaid_phrases(every_word(findings));
}

}  // namespace

TEST_CASE("the messages are those that were read aloud") {
  AllFindings findings;
  test::check_golden("tests/messages.txt", all_messages(findings));
}

}  // namespace corslint
