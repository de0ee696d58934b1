#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  if (policy.max_age.value != 0) return;
  findings.push_back({
      .span = place_of(policy.max_age),
      .message = in_backticks(policy.max_age.key) + " is 0: no answer of a preflight is kept",
      .consequence = "Every request that needs permission is sent twice (an enforcer that leaves "
                     "the header out at 0 makes browsers keep the answer for 5 seconds)",
      .help = "Write the seconds for which an answer may be kept, such as `600`",
  });
}

}  // namespace

constinit const Rule rules::preflight_cache_disabled{
    .id = "preflight-cache-disabled",
    .group = Group::caching,
    .severity = Severity::info,
    .summary = "Preflights are not cached",
    .rationale =
        "A browser keeps the answer of a preflight for `Access-Control-Max-Age` seconds and sends "
        "the next request of that kind at once. With 0 each one waits for a preflight of its own: "
        "twice the requests, and a round trip more before every call. Ten minutes is what every "
        "browser honours.",
    .remedy = "Write a number of seconds, such as 600.",
    .exception = "Fine while a policy is being worked on, so that changes take effect at once.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
max_age = 0
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
max_age = 600
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-max-age",
    .check = check,
};

}  // namespace corslint
