#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// The origin that is meant, with `https`, or `http` where the entry names the machine itself.
std::optional<std::string> with_scheme(std::string_view value) {
  const auto host = value.substr(std::min(value.find_first_not_of('/'), value.size()));
  auto meant = Origin::parse("http://" + std::string(host)).origin;
  if (!meant) return std::nullopt;
  if (!is_loopback(*meant)) meant = Origin::parse("https://" + std::string(host)).origin;
  return meant ? std::optional(meant->serialize()) : std::nullopt;
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const NotedEntry& found : noted_entries(context, {OriginProblem::missing_scheme})) {
    if (found.entry.kind != EntryKind::origin) continue;
    const Text& text = *found.entry.text;
    const auto meant = with_scheme(stripped(text.value));
    Finding finding{
        .span = text.content,
        .message = in_backticks(text.value) + " has no scheme",
        .consequence = never_matches(context.enforcer, meant.value_or("scheme://host")),
        .help = meant ? "Write " + in_backticks(*meant) + ", if that is how the page is served"
                      : "Write the origin with its scheme",
        .label = "a name alone",
    };
    if (meant) finding.fixes = rewritten(text, *meant, Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::missing_scheme{
    .id = "missing-scheme",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An origin has no scheme",
    .rationale =
        "The scheme is a part of the origin and always stands in the Origin header: "
        "`https://app.acme.io`, never `app.acme.io`. An entry without it equals nothing that a "
        "browser sends. The bare name looks natural because allow lists of hosts, such as "
        "ASP.NET's `AllowedHosts` or Django's `ALLOWED_HOSTS`, are written so. A second trap is "
        "the port: `localhost:3000` even reads as a URL whose scheme is `localhost`.",
    .remedy = "Write the scheme under which the page is served, usually `https://`.",
    .exception = "The enforcer takes bare hosts and completes them itself.",
    .bad = R"([cors]
allow_origins = ["app.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://fetch.spec.whatwg.org/#origin-header",
    .check = check,
};

}  // namespace corslint
