#include "rules/catalog.h"
#include "rules/checks/origins/additions.h"
#include "rules/checks/origins/admits.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (policy.environment != Environment::development) return;
  for (const std::string& origin : context.dev_origins) {
    if (admission_of(policy, context, origin) != Admission::refused) continue;
    const bool listed = is_set(policy.origins);
    findings.push_back({
        .span = listed ? policy.origins.span : policy.span,
        .message = "The development policy does not admit " + in_backticks(origin),
        .consequence = "The development server's page is there, and the browser refuses every "
                       "answer to it",
        .help = "Add " + in_backticks(origin),
        .witness = origin,
        .fixes = added(policy.origins, origin),
    });
  }
}

}  // namespace

constinit const Rule rules::missing_dev_origin{
    .id = "missing-dev-origin",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "A development policy refuses the development server",
    .rationale =
        "The front end's development server is an origin of its own: scheme, host and port count, "
        "and `http://localhost:5173` is not `http://localhost:3000`. When the port moves with a "
        "new tool or because the old one was taken, the policy does not move along. The browser "
        "then refuses every answer, its console talks about CORS, and the morning goes into "
        "looking for a mistake on the server.",
    .remedy = "Add the origin at which the development server shows the page.",
    .exception =
        "The development server forwards requests to the API itself, so no request goes "
        "across origins.",
    .example_file = "cors.development.toml",
    .bad = R"([cors]
allow_origins = ["http://localhost:8080", "http://127.0.0.1:8080"]
)",
    .good = R"([cors]
allow_origins = ["http://localhost:5173", "http://127.0.0.1:5173"]
)",
    .reference = "https://vite.dev/config/server-options.html#server-port",
    .check = check,
};

}  // namespace corslint
