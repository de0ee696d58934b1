#include "rules/checks/entry_fixes.h"

#include "rules/checks/wording.h"

namespace corslint {

void offer_replacement(Finding& finding, const Text& entry, std::string_view value, Safety safety) {
  if (entry.resolution != Resolution::literal) return;
  auto text = spelled(value, entry.quoting);
  if (!text) return;
  finding.fixes.push_back(
      {"Write " + in_backticks(value), safety, {Edit{entry.content, std::move(*text)}}});
}

void offer_removal(Finding& finding, const Text& entry, Safety safety) {
  if (entry.resolution != Resolution::literal || !entry.removal) return;
  const bool is_blank = entry.value.find_first_not_of(" \t\r\n") == std::string::npos;
  finding.fixes.push_back(
      {is_blank ? "Remove the empty entry" : "Remove " + in_backticks(entry.value),
       safety,
       {Edit{*entry.removal, ""}}});
}

}  // namespace corslint
