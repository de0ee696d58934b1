#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  const auto& entries = context.entries.origins;
  const bool all_empty = std::all_of(entries.begin(), entries.end(), [](const Entry& entry) {
    return entry.kind == EntryKind::empty;
  });
  // A list of nothing but blanks is an empty policy.
  if (all_empty) return;
  for (const Entry& entry : entries) {
    if (entry.kind != EntryKind::empty) continue;
    findings.push_back({
        .span = entry.text->span,
        .message = "The list of origins has an empty entry",
        .consequence = "It matches no request, and enforcers that check their entries (Ollama, "
                       "MinIO, Django) refuse to start on it",
        .help = "Remove the entry, or write the origin that is missing here",
        .fixes = removed(*entry.text, Safety::safe),
    });
  }
}

}  // namespace

constinit const Rule rules::empty_origin_entry{
    .id = "empty-origin-entry",
    .group = Group::origins,
    .severity = Severity::warning,
    .summary = "The list of origins has an empty entry",
    .rationale =
        "Two commas in a row or a variable that was not set leave an entry without text. Some "
        "readers drop it, some keep it and compare it with every request in vain, and those that "
        "check their entries fail at the start. Often an origin stood there and was lost, and the "
        "site that it belonged to is refused.",
    .remedy = "Remove the empty entry.",
    .exception = "The list's reader drops empty entries, and none is missing.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", ""]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://fetch.spec.whatwg.org/#origin-header",
    .check = check,
};

}  // namespace corslint
