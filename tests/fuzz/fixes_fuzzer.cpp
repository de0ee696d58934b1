// Fixes: the result still parses, has no finding more, is what the edits say, and fixing it again
// changes nothing.
#include "lint/run/edits.h"
#include "lint/run/fixer.h"
#include "tests/fuzz/invariants.h"
#include "tests/fuzz/linted.h"

namespace {

using namespace corslint;

void require_sound_fixes(const fuzz::NamedText& named, FixScope scope) {
  const auto lint = [&](SourceFile file) { return lint_file(std::move(file), named.format, {}); };
  const auto report = fuzz::linted(named);
  const auto fixed = fixed_file(report, named.format, scope, lint);
  const std::string after(fixed.remaining.file.text());
  std::string stepped = named.text;
  for (const auto& edits : fixed.steps) stepped = with_edits(stepped, edits);
  fuzz::require(stepped == after, "the new text is the old one with the edits");
  fuzz::require_sound_report(fixed.remaining);
  if (after == named.text) return;
  const SourceFile before_file(named.path, named.text);
  const SourceFile after_file(named.path, after);
  if (is_readable(read_document(before_file, named.format)))
    fuzz::require(is_readable(read_document(after_file, named.format)), "the new text parses");
  fuzz::require(fixed.remaining.diagnostics.size() <= report.diagnostics.size(),
                "a fix adds no finding");
  if (!fixed.settled) return;
  const auto again = fixed_file(lint(after_file), named.format, scope, lint);
  fuzz::require(again.remaining.file.text() == after, "fixing twice is fixing once");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto named = fuzz::named_text(data, size);
  require_sound_fixes(named, FixScope::safe);
  require_sound_fixes(named, FixScope::safe_and_unsafe);
  return 0;
}
