#include "rules/catalog.h"
#include "rules/checks/literal_wildcard.h"
#include "rules/checks/methods/named_methods.h"

namespace corslint {
namespace {

constexpr LiteralWildcardTexts texts{
    .sent =
        "With credentials browsers take it for a method of that name, so `PUT`, `PATCH`, "
        "`DELETE` and every other method that is not listed by name fails in the preflight",
    .dropped =
        " does not send it with credentials, so every method but `GET`, `HEAD` and `POST` "
        "fails in the preflight",
    .help = "List the methods that the application uses",
    .help_if_generic =
        "; if the enforcer answers with all of their names, as FastAPI's does, name it by "
        "`dialect`",
};

void check(const Policy& policy, const Context& context, Findings& findings) {
  report_literal_wildcard(policy.methods, context.enforcer.method_wildcard, texts, policy, context,
                          findings);
  for (auto& finding : findings)
    offer_named_methods(finding, policy.methods, policy, context.enforcer);
}

}  // namespace

constinit const Rule rules::wildcard_methods_with_credentials{
    .id = "wildcard-methods-with-credentials",
    .group = Group::methods,
    .severity = Severity::error,
    .summary = "`*` as a method means nothing with credentials",
    .rationale =
        "In `Access-Control-Allow-Methods` a `*` stands for every method only while the request "
        "carries no credentials. With cookies it is an ordinary name, and no script ever sends a "
        "method called `*`. The policy then works in a test without a login and fails for "
        "everyone who is signed in. Enforcers that answer with the method that was asked for, or "
        "with a list of their own, do not have the problem, and this rule is silent for them.",
    .remedy = "List the methods by name.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["*"]
allow_credentials = true
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["DELETE", "PATCH", "PUT"]
allow_credentials = true
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-protocol-and-credentials",
    .check = check,
};

}  // namespace corslint
