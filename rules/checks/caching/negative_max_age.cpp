#include <string>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto seconds = policy.max_age.value.value_or(0);
  if (seconds >= 0) return;
  if (seconds == -1 && context.enforcer.negative_max_age_allowed) return;
  Finding finding{
      .span = place_of(policy.max_age),
      .message = in_backticks(policy.max_age.key) +
                 " is negative: " + in_backticks(std::to_string(seconds)),
      .consequence =
          "Where it is sent at all, browsers disagree: Chromium takes it for 0, Firefox "
          "does not keep the answer, and what cannot be read counts as 5 seconds",
      .help = "Write `0` to have browsers ask every time, or the seconds to keep the answer for",
      .label = "not in the grammar of the header",
  };
  offer_setting(finding, policy.max_age, "0", "Write `0`", Safety::unsafe);
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::negative_max_age{
    .id = "negative-max-age",
    .group = Group::caching,
    .severity = Severity::error,
    .summary = "The max-age is negative",
    .rationale =
        "`Access-Control-Max-Age` holds digits and nothing else. A minus sign makes it a value "
        "that each browser reads in its own way, and platforms that check what they are given (S3, "
        "Lambda, Azure) refuse the whole configuration. Some libraries take -1 for \"send 0\" or "
        "\"send nothing\"; this rule is silent for those.",
    .remedy = "Write 0 to switch the cache off, or a number of seconds.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
max_age = -1
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
max_age = 600
)",
    .reference = "https://fetch.spec.whatwg.org/#http-new-header-syntax",
    .check = check,
};

}  // namespace corslint
