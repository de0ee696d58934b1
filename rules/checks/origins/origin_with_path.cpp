#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

std::string_view part_name(OriginProblem problem) {
  switch (problem) {
    case OriginProblem::query:
      return "a query";
    case OriginProblem::fragment:
      return "a fragment";
    default:
      return "a path";
  }
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const NotedEntry& found : noted_entries(
           context, {OriginProblem::path, OriginProblem::query, OriginProblem::fragment})) {
    const Text& text = *found.entry.text;
    const auto end = text.value.find_last_not_of(" \t\r\n") + 1;
    const auto length = end - found.note.offset;
    findings.push_back({
        .span = part_of(text, found.note.offset, length),
        .message = in_backticks(text.value) + " has " + std::string(part_name(found.note.problem)),
        .consequence = never_matches(context.enforcer, found.sent()),
        .help = "Write scheme, host and port only; an origin always means the whole site",
        .label = "not part of an origin",
        .fixes = part_replaced(text, found.note.offset, length, "", Safety::safe),
    });
  }
}

}  // namespace

constinit const Rule rules::origin_with_path{
    .id = "origin-with-path",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An origin has a path, a query or a fragment",
    .rationale =
        "The Origin header names the site that a page belongs to, never the page: scheme, host "
        "and port, and nothing behind them. An entry with a path is compared as it stands and "
        "matches no request. It also cannot do what it seems to do, because a part of a site "
        "cannot be trusted alone: every page of an origin can act as every other.",
    .remedy = "Write scheme, host and port only: `https://app.acme.io`.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io/login"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://html.spec.whatwg.org/#concept-origin",
    .check = check,
};

}  // namespace corslint
