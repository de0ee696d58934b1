#include <map>

#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// What two entries have in common that mean the same origin.
std::string identity_of(const Entry& entry) {
  if (const Origin* const origin = entry.origin()) return origin->serialize();
  return std::string(entry.value());
}

bool is_exactly(const Entry& entry, std::string_view identity) {
  return entry.value() == identity;
}

void report(const Entry& entry, const Entry& other, Findings& findings) {
  const bool same_text = entry.value() == other.value();
  findings.push_back({
      .span = entry.text->span,
      .message = in_backticks(entry.value()) +
                 (same_text ? " stands twice in the list"
                            : " is " + in_backticks(other.value()) + " once more"),
      .consequence = "It admits nobody who is not admitted already",
      .help = "Remove it",
      .labels = {{other.text->span, "already listed here"}},
      .fixes = removed(*entry.text, Safety::safe),
  });
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  std::map<std::string, const Entry*> kept;
  for (const Entry& entry : context.entries.origins) {
    if (entry.kind == EntryKind::empty || entry.kind == EntryKind::joined) continue;
    // What a variable holds differs from one deployment to the next.
    if (entry.text->resolution != Resolution::literal) continue;
    const auto identity = identity_of(entry);
    const auto [place, is_new] = kept.emplace(identity, &entry);
    if (is_new) continue;
    // Of two spellings the one that browsers send stays.
    const bool replaces = is_exactly(entry, identity) && !is_exactly(*place->second, identity);
    if (replaces) {
      report(*place->second, entry, findings);
      place->second = &entry;
    } else {
      report(entry, *place->second, findings);
    }
  }
}

}  // namespace

constinit const Rule rules::duplicate_origin{
    .id = "duplicate-origin",
    .group = Group::origins,
    .severity = Severity::warning,
    .summary = "The same origin is listed twice",
    .rationale =
        "A second entry for the same origin admits nobody new, and it is a trap for whoever takes "
        "the origin out later: one of the two stays behind. Spellings that browsers rewrite to the "
        "same origin, such as one with a slash and one without, are the same origin here. Often "
        "another origin was meant, and a line was copied without being changed.",
    .remedy = "Remove one of the two.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", "https://admin.acme.io", "https://app.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io", "https://admin.acme.io"]
)",
    .reference = "https://html.spec.whatwg.org/#same-origin",
    .check = check,
};

}  // namespace corslint
