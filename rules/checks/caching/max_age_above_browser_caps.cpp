#include <algorithm>
#include <string>
#include <string_view>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/caching/duration_unit.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/preflight_cache.h"

namespace corslint {
namespace {

/// Safari's cap lies below what is usual and is not held against a policy.
constexpr MaxAgeCap reported_cap = max_age_caps[1];
constexpr MaxAgeCap longest_cap = max_age_caps[2];

std::string caps_in_words() {
  std::string result;
  for (const auto& cap : max_age_caps) {
    if (!result.empty()) result += &cap == &max_age_caps.back() ? " and " : ", ";
    result += std::string(cap.browser) + " after " + std::to_string(cap.seconds);
  }
  return result;
}

/// How the value is written: as a number, as one in quotes, or as a duration such as `24h`.
enum class Writing { number, quoted_number, duration };

Writing writing_of(Span span, std::string_view file_text) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::string_view quotes = "\"'";
  const auto text = file_text.substr(span.begin, span.end - span.begin);
  if (text.find_first_not_of(digits) == std::string_view::npos) return Writing::number;
  const auto inner = text.substr(std::min(text.find_first_not_of(quotes), text.size()));
  return inner.find_first_not_of(digits) == inner.find_first_of(quotes) ? Writing::quoted_number
                                                                        : Writing::duration;
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (!policy.max_age.value) return;
  const auto seconds = *policy.max_age.value;
  if (seconds <= reported_cap.seconds || mistaken_unit(seconds)) return;
  const bool above_all = seconds > longest_cap.seconds;
  const auto writing = writing_of(policy.max_age.span, context.text);
  const auto cap = writing == Writing::duration ? std::to_string(reported_cap.seconds / 3600) + 'h'
                                                : std::to_string(reported_cap.seconds);
  findings.push_back({
      .span = place_of(policy.max_age),
      .message = in_backticks(std::to_string(seconds)) + " seconds is longer than " +
                 (above_all ? "any browser" : std::string(reported_cap.browser)) +
                 " keeps the answer of a preflight",
      .consequence =
          "Browsers ask again when their own maximum is reached: " + caps_in_words() + " seconds",
      .help = "Write " + in_backticks(cap) + " or less",
      .label = above_all ? "cut to 86400 at most" : "cut to 7200 in Chromium",
  });
  if (writing == Writing::number)
    offer_setting(findings.back(), policy.max_age, cap, "Write " + in_backticks(cap),
                  Safety::unsafe);
}

}  // namespace

constinit const Rule rules::max_age_above_browser_caps{
    .id = "max-age-above-browser-caps",
    .group = Group::caching,
    .severity = Severity::info,
    .summary = "The max-age is above what browsers keep",
    .rationale =
        "Every browser has a maximum of its own for how long it keeps the answer of a preflight: "
        "two hours in Chromium and what is built on it, a day in Firefox, ten minutes in Safari. A "
        "greater number is no fault, and it saves no requests either; it only makes readers think "
        "that a change of the policy takes that long to arrive.",
    .remedy = "Write 7200 or less.",
    .exception = "Fine to keep 86400 where most users have Firefox.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
max_age = 86400
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
max_age = 7200
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-max-age",
    .check = check,
};

}  // namespace corslint
