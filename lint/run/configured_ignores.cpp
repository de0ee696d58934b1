#include "lint/run/configured_ignores.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace corslint {
namespace {

/// Whether one JSON Pointer is the other or leads through it.
bool is_within(std::string_view pointer, std::string_view outer) {
  return pointer.starts_with(outer) &&
         (pointer.size() == outer.size() || pointer[outer.size()] == '/');
}

bool silences(const ConfiguredIgnore& ignore, const Diagnostic& diagnostic) {
  if (ignore.rule != diagnostic.rule->id) return false;
  return !ignore.pointer || is_within(diagnostic.pointer, *ignore.pointer);
}

}  // namespace

void apply_configured_ignores(const std::vector<ConfiguredIgnore>& ignores, FileReport& report) {
  std::erase_if(report.diagnostics, [&](Diagnostic& diagnostic) {
    const ConfiguredIgnore* silencer = nullptr;
    for (const auto& ignore : ignores) {
      if (!silences(ignore, diagnostic)) continue;
      if (silencer == nullptr) silencer = &ignore;
      if (std::ranges::find(report.used_ignores, ignore.number) == report.used_ignores.end())
        report.used_ignores.push_back(ignore.number);
    }
    if (silencer == nullptr) return false;
    report.silenced.push_back({std::move(diagnostic), Silencer::configuration, silencer->reason});
    return true;
  });
}

}  // namespace corslint
