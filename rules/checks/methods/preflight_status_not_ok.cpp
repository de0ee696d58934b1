#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/enforced_names.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

constexpr int first_ok_status = 200;
constexpr int last_ok_status = 299;

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (!policy.preflight_status.value) return;
  const auto status = answered_preflight_status(context, *policy.preflight_status.value);
  if (!status || (*status >= first_ok_status && *status <= last_ok_status)) return;
  Finding finding{
      .span = place_of(policy.preflight_status),
      .message = "Preflights are answered with the status " + std::to_string(*status),
      .consequence =
          "Browsers take a preflight for passed only between 200 and 299, so that every "
          "request that needs one fails",
      .help = "Write `204`, or `200` for very old clients",
  };
  offer_setting(finding, policy.preflight_status, "204", "Write `204`", Safety::unsafe);
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::preflight_status_not_ok{
    .id = "preflight-status-not-ok",
    .group = Group::methods,
    .severity = Severity::error,
    .summary = "The status of preflights is one that browsers refuse",
    .rationale =
        "The answer to a preflight has to have an ok status, 200 to 299, besides the right "
        "headers. With 301 or 404 the console says \"It does not have HTTP ok status\", and no "
        "request with a method such as PUT or a header such as Authorization is ever sent. "
        "Browsers do not follow redirects of preflights either.",
    .remedy = "Write 204.",
    .exception = "",
    .bad = R"([cors]
dialect = "express"
allow_origins = ["https://app.acme.io"]
options_success_status = 404
)",
    .good = R"([cors]
dialect = "express"
allow_origins = ["https://app.acme.io"]
options_success_status = 200
)",
    .reference = "https://fetch.spec.whatwg.org/#cors-preflight-fetch",
    .check = check,
};

}  // namespace corslint
