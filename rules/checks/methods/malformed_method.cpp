#include "rules/catalog.h"
#include "rules/checks/malformed_names.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

constexpr MalformedNameTexts texts{
    .noun = "method",
    .consequence =
        "A browser that cannot parse the list of methods fails the whole preflight, "
        "also for the methods that are written well",
};

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto first = findings.size();
  report_malformed_names(policy.methods, texts, policy, context, findings);
  if (context.enforcer.methods.empty()) return;
  for (auto i = first; i < findings.size(); ++i) {
    findings[i].severity = Severity::error;
    findings[i].consequence =
        sentence_subject(context.enforcer) + " refuses the whole configuration because of it";
  }
}

}  // namespace

constinit const Rule rules::malformed_method{
    .id = "malformed-method",
    .group = Group::methods,
    .severity = Severity::error,
    .summary = "An entry in the list of methods is no method name",
    .rationale =
        "A method name is a token: letters, digits and a few marks, with no blank, comma, quote or "
        "slash. `Access-Control-Allow-Methods` is parsed as one list of tokens, and where that "
        "fails the Fetch standard wants a network error: one bad entry takes all the good ones "
        "with it.",
    .remedy = "Write one bare method name an entry.",
    .exception =
        "Several names with commas in one entry come out right where the enforcer joins the "
        "entries and sends them.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT ", "DELETE"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT", "DELETE"]
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-preflight-fetch",
    .check = check,
};

}  // namespace corslint
