#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/headers.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (!allows_credentials(policy, context.enforcer)) return;
  const auto& headers = policy.headers.entries;
  const auto token = std::find_if(headers.begin(), headers.end(), [](const Text& entry) {
    return is_cors_non_wildcard_request_header_name(entry.value);
  });
  if (token == headers.end()) return;
  Finding finding{
      .span = place_of(policy.credentials),
      .message = "Credentials are allowed although " + in_backticks(token->value) +
                 " is a permitted header",
      .consequence =
          "A bearer token that a script puts into the header travels without this; what it adds is "
          "that the user's cookies are sent, and answers to them can be read",
      .help = "Turn credentials off, unless the application also signs its users in with cookies",
      .label = "only cookies need this",
      .labels = {{token->span, "bearer tokens travel here"}},
  };
  offer_setting(finding, policy.credentials, "false", "Turn credentials off", Safety::unsafe);
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::credentials_for_bearer_tokens{
    .id = "credentials-for-bearer-tokens",
    .group = Group::credentials,
    .severity = Severity::info,
    .weakness = {SecuritySeverity::low, 942},
    .summary = "Credentials are allowed where a bearer token may be all that is sent",
    .rationale =
        "In the Fetch standard credentials are what the browser attaches by itself: cookies, TLS "
        "client certificates, and passwords that the user has entered into the browser's own "
        "dialog. An `Authorization` header that a script sets is an ordinary header: it needs its "
        "place in the allowed headers and nothing else. Allowing credentials on top makes the "
        "policy stricter to write (no `*` anywhere) and gives every admitted origin the user's "
        "cookies as well.",
    .remedy =
        "Turn credentials off if requests are authorised by the `Authorization` header alone.",
    .exception =
        "Fine where cookies are used too: a session or refresh cookie beside the bearer token, a "
        "cookie that a load balancer or a login proxy needs, or client certificates.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Authorization", "Content-Type"]
allow_credentials = true
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Authorization", "Content-Type"]
allow_credentials = false
)",
    .reference = "https://fetch.spec.whatwg.org/#credentials",
    .check = check,
};

}  // namespace corslint
