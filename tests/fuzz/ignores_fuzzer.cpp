// Inline ignores: they take findings away and add none but their own rule's, and each has its
// place.
#include <algorithm>

#include "lint/run/ignores.h"
#include "tests/fuzz/invariants.h"
#include "tests/fuzz/linted.h"

namespace {

std::size_t without_unused_ignores(const corslint::FileReport& report) {
  return static_cast<std::size_t>(
      std::ranges::count_if(report.diagnostics, [](const corslint::Diagnostic& diagnostic) {
        return diagnostic.rule->id != "unused-ignore";
      }));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corslint;
  const auto named = fuzz::named_text(data, size);
  const SourceFile file(named.path, named.text);
  for (const InlineIgnore& ignore : inline_ignores(file, named.format)) {
    fuzz::require(ignore.span.begin <= ignore.span.end && ignore.span.end <= named.text.size(),
                  "an ignore has its place in the text");
    fuzz::require(ignore.line <= file.line_count() + 1, "an ignore speaks of a line of the file");
  }
  const auto honoured = fuzz::linted(named);
  const auto disregarded = fuzz::linted(named, {.inline_ignores = InlineIgnores::disregarded});
  fuzz::require_sound_report(honoured);
  fuzz::require(without_unused_ignores(honoured) + honoured.silenced.size() ==
                    without_unused_ignores(disregarded),
                "ignores silence findings and do nothing else");
  return 0;
}
