#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

const Entry* https_twin(const std::vector<Entry>& entries, const Origin& plain) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    const auto origin = entry.origin();
    return origin && origin->scheme == "https" && origin->host == plain.host &&
           origin->port == plain.port;
  });
  return found == entries.end() ? nullptr : &*found;
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  const auto& entries = context.entries.origins;
  for (const Entry& entry : entries) {
    const auto origin = entry.origin();
    if (!origin || origin->scheme != "http" || is_loopback(*origin)) continue;
    const Entry* twin = https_twin(entries, *origin);
    if (twin == nullptr) continue;
    findings.push_back({
        .span = entry.text->span,
        .message = "The same host is admitted over http and over https",
        .consequence = "The entry over https gains nothing as long as a page over http may read "
                       "the same answers",
        .help = "Remove " + in_backticks(entry.value()) + ", and redirect http to https",
        .labels = {{twin->text->span, "the same host over https"}},
        .fixes = removed(*entry.text, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::mixed_schemes{
    .id = "mixed-schemes",
    .group = Group::origins,
    .severity = Severity::info,
    .weakness = {SecuritySeverity::low, 319},
    .summary = "The same host is admitted over http and over https",
    .rationale =
        "Both schemes of one host are two origins, and the weaker one decides: a page over http "
        "can be changed on its way, and it may read what the one over https may. Sites that "
        "redirect to https never send the http origin, so the entry serves nobody but an attacker "
        "on the visitor's network.",
    .remedy = "Keep the https origin only.",
    .exception = "The site is really opened over http too.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", "http://app.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://www.rfc-editor.org/rfc/rfc6797",
    .check = check,
};

}  // namespace corslint
