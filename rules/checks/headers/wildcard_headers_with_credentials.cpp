#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/literal_wildcard.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr LiteralWildcardTexts texts{
    .sent =
        "With credentials browsers take it for a header of that name, so `Content-Type: "
        "application/json`, `Authorization` and every other header that is not listed by name "
        "fails in the preflight",
    .dropped =
        " does not send it with credentials, so every header that needs permission fails in "
        "the preflight",
    .help = "List the headers that scripts send, such as `Content-Type`",
    .help_if_generic =
        "; if the enforcer answers with the names that were asked for, as FastAPI's does, name "
        "it by `dialect`",
};

void check(const Policy& policy, const Context& context, Findings& findings) {
  report_literal_wildcard(policy.headers, context.enforcer.header_wildcard, texts, policy, context,
                          findings);
  const auto& entries = policy.headers.entries;
  if (std::any_of(entries.begin(), entries.end(), [](const Text& entry) {
        return equal_ignoring_case(entry.value, "content-type");
      }))
    return;
  for (auto& finding : findings)
    offer_names(finding, policy.headers, policy.format, {"Content-Type"});
}

}  // namespace

constinit const Rule rules::wildcard_headers_with_credentials{
    .id = "wildcard-headers-with-credentials",
    .group = Group::headers,
    .severity = Severity::error,
    .summary = "`*` as a request header means nothing with credentials",
    .rationale =
        "In `Access-Control-Allow-Headers` a `*` stands for every header only while the request "
        "carries no credentials. With cookies it is an ordinary header name that nobody uses, and "
        "a JSON body alone is enough for the preflight to fail: `Content-Type: application/json` "
        "needs permission. Enforcers that answer with the headers that were asked for do not have "
        "the problem, and this rule is silent for them.",
    .remedy = "List the request headers by name.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["*"]
allow_credentials = true
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "X-CSRF-Token"]
allow_credentials = true
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-protocol-and-credentials",
    .check = check,
};

}  // namespace corslint
