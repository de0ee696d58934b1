#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const NotedEntry& found : noted_entries(context, {OriginProblem::opaque_scheme})) {
    findings.push_back({
        .span = found.entry.text->content,
        .message = in_backticks(found.entry.value()) + " is an origin that no browser names",
        .consequence = "Pages of this scheme send `Origin: null`, which this entry does not match",
        .help = "Serve the page through `http://localhost`, or give a native app a scheme of its "
                "own",
        .fixes = removed(*found.entry.text, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::file_scheme{
    .id = "file-scheme",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An entry names a scheme whose pages send null",
    .rationale =
        "Pages that were opened from a file, a `data:` URL or a `blob:` of theirs have an opaque "
        "origin: the browser sends `Origin: null`, whatever the address says. An entry `file://` "
        "is therefore never matched. Replacing it by `null` would be worse than leaving it, "
        "because every sandboxed frame on every website sends `null` too. Only old Android web "
        "views and some Electron versions ever sent `file://`.",
    .remedy =
        "Serve the page through `http://localhost`, or from a scheme of the app's own "
        "(`capacitor://localhost`, `app://...`), and list that.",
    .exception = "An old web view of yours really sends `file://`.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", "file://"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://url.spec.whatwg.org/#concept-url-origin",
    .check = check,
};

}  // namespace corslint
