#include <algorithm>
#include <vector>

#include "rules/catalog.h"
#include "rules/checks/origins/app_shells.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// Development servers of .NET have https from the start: IIS Express on 44300 to 44399, Kestrel's
/// templates on 7000 to 7300.
bool is_dotnet_server(const Origin& origin) {
  if (!origin.port) return false;
  const auto within = [&](int first, int last) {
    return *origin.port >= first && *origin.port <= last;
  };
  return within(44300, 44399) || within(7000, 7300);
}

bool names(const std::vector<Entry>& entries, const Origin& wanted) {
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.origin() != nullptr && *entry.origin() == wanted;
  });
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin || origin->scheme != "https" || !is_loopback(*origin) || may_be_web_view(*origin) ||
        is_dotnet_server(*origin))
      continue;
    Origin plain = *origin;
    plain.scheme = "http";
    const auto sent = plain.serialize();
    const bool is_listed = names(context.entries.origins, plain);
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " expects https on the developer's own machine",
        .consequence = "Most development servers speak http there, and then the page's origin is " +
                       in_backticks(sent) + ", which " +
                       (is_listed ? "another entry admits" : "this entry does not admit"),
        .help = (is_listed ? "Remove it" : "Write " + in_backticks(sent)) +
                ", unless the server has a certificate",
        .fixes = is_listed ? removed(*entry.text, Safety::unsafe)
                           : rewritten(*entry.text, sent, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::https_loopback{
    .id = "https-loopback",
    .group = Group::origins,
    .severity = Severity::info,
    .summary = "A loopback origin is listed with https",
    .rationale =
        "Development servers speak plain http unless they were given a certificate, and loopback "
        "needs none: browsers treat `http://localhost` as safe. An entry with `https://localhost` "
        "is usually the trace of a rule that every origin has to be https, applied by hand or by a "
        "generator. The page then sends `http://localhost:3000` and is refused. ASP.NET Core's "
        "templates are the exception; they do serve https locally.",
    .remedy = "Write `http://` for a local server without a certificate.",
    .exception = "The local server has a certificate.",
    .bad = R"([cors]
allow_origins = ["https://localhost:3000"]
)",
    .good = R"([cors]
allow_origins = ["http://localhost:3000"]
)",
    .reference = "https://w3c.github.io/webappsec-secure-contexts/#localhost",
    .check = check,
};

}  // namespace corslint
