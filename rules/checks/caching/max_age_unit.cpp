#include <string>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/caching/duration_unit.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  if (!policy.max_age.value) return;
  const auto number = std::to_string(*policy.max_age.value);
  const auto mistaken = mistaken_unit(*policy.max_age.value);
  if (!mistaken) return;
  const auto seconds = std::to_string(mistaken->seconds);
  Finding finding{
      .span = place_of(policy.max_age),
      .message = in_backticks(number) + " looks like " + std::string(mistaken->unit) + ", and " +
                 in_backticks(policy.max_age.key) + " counts seconds",
      .consequence =
          "Browsers keep the answer of a preflight as long as they ever do, so a change "
          "of the policy takes up to a day to arrive",
      .help = "Write " + in_backticks(seconds) + ", if that is what was meant",
      .label = seconds + " seconds, in " + std::string(mistaken->unit),
  };
  // A quoted or otherwise spelled number keeps its spelling: only a bare one is replaced.
  if (policy.max_age.span.end - policy.max_age.span.begin == number.size())
    offer_setting(finding, policy.max_age, seconds, "Write " + in_backticks(seconds),
                  Safety::unsafe);
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::max_age_unit{
    .id = "max-age-unit",
    .group = Group::caching,
    .severity = Severity::warning,
    .summary = "The max-age looks like milliseconds or nanoseconds",
    .rationale =
        "`Access-Control-Max-Age` counts seconds. JavaScript counts milliseconds and Go's "
        "durations nanoseconds, and a number from one of them ends up here as it is: an hour "
        "becomes 41 days, ten minutes become 19 thousand years. Browsers cut it to their own "
        "maximum without a word, so the mistake shows only when a changed policy does not arrive.",
    .remedy = "Write the number of seconds.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
max_age = 3600000
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
max_age = 3600
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-max-age",
    .check = check,
};

}  // namespace corslint
