#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// The web views of Capacitor and Tauri on Android and Windows are at such origins.
bool is_app_shell(const Origin& origin) {
  const auto name = name_without_final_dot(origin.host);
  return name == "tauri.localhost" || (name == "localhost" && !origin.port);
}

/// Development servers of .NET have https from the start: IIS Express on 44300 to 44399, Kestrel's
/// templates on 7000 to 7300.
bool is_dotnet_server(const Origin& origin) {
  if (!origin.port) return false;
  const auto within = [&](int first, int last) {
    return *origin.port >= first && *origin.port <= last;
  };
  return within(44300, 44399) || within(7000, 7300);
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin || origin->scheme != "https" || !is_loopback(*origin) || is_app_shell(*origin) ||
        is_dotnet_server(*origin))
      continue;
    Origin plain = *origin;
    plain.scheme = "http";
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " expects https on the developer's own machine",
        .consequence = "Most development servers speak http there, and then the page's origin is " +
                       in_backticks(plain.serialize()) + ", which this entry does not admit",
        .help =
            "Write " + in_backticks(plain.serialize()) + ", unless the server has a certificate",
        .fixes = rewritten(*entry.text, plain.serialize(), Safety::unsafe),
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
