#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "lint/run/linter.h"
#include "rules/catalog.h"
#include "tests/golden.h"
#include "tests/rules/case_files.h"

namespace corslint {
namespace {

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

/// Every message of every case once, in the order of the rules.
std::string all_messages() {
  std::map<std::string, std::vector<std::string>> messages;
  for (const auto& file : test::case_files()) {
    auto& of_rule = messages[file.rule];
    for (const auto& diagnostic : test::diagnostics_of(file)) {
      auto text = read_aloud(diagnostic.finding);
      if (std::find(of_rule.begin(), of_rule.end(), text) == of_rule.end())
        of_rule.push_back(std::move(text));
    }
  }
  std::string result =
      "Every message that the cases of tests/cases bring forth, to be read aloud.\n";
  for (const Rule* rule : catalog()) {
    const auto found = messages.find(std::string(rule->id));
    if (found == messages.end()) continue;
    result += '\n' + found->first + '\n';
    for (const auto& text : found->second) result += '\n' + text;
  }
  return result;
}

}  // namespace

TEST_CASE("the messages are those that were read aloud") {
  test::check_golden("tests/messages.txt", all_messages());
}

}  // namespace corslint
