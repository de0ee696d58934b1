#include "lint/run/finding_limit.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace corslint {
namespace {

/// How many findings of the file are left out from now on.
std::size_t limit(FileReport& file) {
  if (file.diagnostics.size() <= most_findings_of_a_rule) return 0;
  std::map<const Rule*, std::size_t> seen;
  std::map<std::pair<const Rule*, Severity>, std::size_t> left_out;
  const auto count = std::erase_if(file.diagnostics, [&](const Diagnostic& diagnostic) {
    if (++seen[diagnostic.rule] <= most_findings_of_a_rule) return false;
    ++left_out[{diagnostic.rule, diagnostic.severity}];
    return true;
  });
  for (const auto& [kind, number] : left_out)
    file.left_out.push_back({kind.first, kind.second, number});
  // The order of addresses is not the same everywhere.
  std::ranges::sort(file.left_out, {}, [](const UnreportedFindings& findings) {
    return std::tuple(findings.rule->id, findings.severity);
  });
  return count;
}

}  // namespace

void limit_findings(RunResult& result) {
  for (auto& file : result.files) {
    const auto count = limit(file);
    if (count == 0) continue;
    result.notices.push_back(file.file.path() + ": " + std::to_string(count) +
                             " more findings are left out: of one rule, the first " +
                             std::to_string(most_findings_of_a_rule) + " in a file are reported");
  }
}

}  // namespace corslint
