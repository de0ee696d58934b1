#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool is_case_note(const OriginNote& note) {
  return note.problem == OriginProblem::uppercase_scheme ||
         note.problem == OriginProblem::uppercase_host;
}

/// Scheme and host in lower case, each where it stands.
std::vector<Fix> lowered(const Entry& entry) {
  const Text& text = *entry.text;
  if (!is_verbatim(text) || has_problem(entry, OriginProblem::unicode_host)) return {};
  Fix fix{.title = "Write scheme and host in lower case", .safety = Safety::safe, .edits = {}};
  for (const OriginNote& note : entry.parsed.notes) {
    if (!is_case_note(note)) continue;
    const auto part = std::string_view(text.value).substr(note.offset, note.length);
    fix.edits.push_back({part_of(text, note.offset, note.length), ascii_lowered(part)});
  }
  return {fix};
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  if (context.enforcer.comparison != OriginComparison::exact) return;
  for (const NotedEntry& found :
       noted_entries(context, {OriginProblem::uppercase_scheme, OriginProblem::uppercase_host})) {
    findings.push_back({
        .span = found.place(),
        .message = in_backticks(found.entry.value()) + " has upper-case letters",
        .consequence = never_matches(context.enforcer, found.sent()),
        .help = "Write scheme and host in lower case",
        .fixes = lowered(found.entry),
    });
  }
}

}  // namespace

constinit const Rule rules::uppercase_origin{
    .id = "uppercase-origin",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An origin has upper-case letters in scheme or host",
    .rationale =
        "Host names do not care about case, but the Origin header is a text, and a browser "
        "writes it in lower case whatever was typed. An enforcer that compares byte for byte, as "
        "most do, never finds `https://App.acme.io` in a request. Where an enforcer lowers its "
        "entries first (KrakenD and other users of rs/cors, ASP.NET Core), the spelling is "
        "harmless and not reported.",
    .remedy = "Write scheme and host in lower case.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://App.Acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://url.spec.whatwg.org/#concept-host-parser",
    .check = check,
};

}  // namespace corslint
