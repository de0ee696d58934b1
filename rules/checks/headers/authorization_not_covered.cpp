#include <algorithm>
#include <string>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/headers.h"

namespace corslint {
namespace {

/// Whether browsers get to see the `*` of a policy without credentials.
bool is_sent(NameWildcard wildcard) {
  return wildcard == NameWildcard::literal || wildcard == NameWildcard::mirrored_with_credentials ||
         wildcard == NameWildcard::dropped_with_credentials;
}

/// Offers an entry of its own after the `*`, where the list is one of the format.
void offer_entry(Finding& finding, const TextList& list, const Text& wildcard) {
  if (list.form != ListForm::list || wildcard.resolution != Resolution::literal) return;
  const bool literal = wildcard.quoting == Quoting::toml_literal;
  if (!literal && wildcard.quoting != Quoting::toml_basic && wildcard.quoting != Quoting::json)
    return;
  const std::string text = literal ? ", 'Authorization'" : ", \"Authorization\"";
  const Span after{wildcard.span.end, wildcard.span.end};
  finding.fixes.push_back({"Add `Authorization`", Safety::unsafe, {Edit{after, text}}});
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (!is_sent(context.enforcer.header_wildcard)) return;
  if (allows_credentials(policy, context.enforcer)) return;
  const Text* wildcard = wildcard_in(policy.headers);
  if (wildcard == nullptr) return;
  const auto& entries = policy.headers.entries;
  if (std::any_of(entries.begin(), entries.end(), [](const Text& entry) {
        return !is_judged(entry) || is_cors_non_wildcard_request_header_name(entry.value);
      }))
    return;
  Finding finding{
      .span = wildcard->span,
      .message = "`*` in " + in_backticks(policy.headers.key) + " does not cover `Authorization`",
      .consequence =
          "The Fetch standard wants that header listed by name; no browser insists on "
          "it by default today, and requests with a token fail once one does",
      .help = "List `Authorization` beside `*` if scripts send it",
  };
  offer_entry(finding, policy.headers, *wildcard);
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::authorization_not_covered{
    .id = "authorization-not-covered",
    .group = Group::headers,
    .severity = Severity::warning,
    .summary = "`*` in the allowed headers does not cover `Authorization`",
    .rationale =
        "The Fetch standard has one header that `*` never stands for: `Authorization`, because "
        "with it a script could try out passwords against servers that only meant to be open for "
        "harmless headers. Browsers have not followed yet: Chrome and Safari let `*` stand for it, "
        "and Firefox refuses only behind a preference. The policy works today, and stops working "
        "for every request with a bearer token in the browser that turns to the standard first. "
        "Both entries together are right in all of them.",
    .remedy = R"(Write `["*", "Authorization"]`, or list all headers by name.)",
    .exception = "Fine where no script sends an `Authorization` header.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["*"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["*", "Authorization"]
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name",
    .check = check,
};

}  // namespace corslint
