#include <algorithm>
#include <string>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/exchange.h"

namespace corslint {
namespace {

void check_methods(const Policy& policy, const Enforcer& enforcer, Findings& findings) {
  if (enforcer.missing_methods_text.empty() || !policy.methods.entries.empty()) return;
  findings.push_back({
      .span = is_set(policy.methods) ? policy.methods.span : policy.span,
      .message = "No method is listed",
      .consequence = std::string(enforcer.missing_methods_text),
      .help = "List the methods among " + listed_in_backticks(enforcer.methods) +
              " that the origins may use",
      .label = is_set(policy.methods) ? "" : "no methods in this policy",
  });
}

void check_globs(const TextList& list, const Enforcer& enforcer, Findings& findings) {
  if (enforcer.several_globs_text.empty()) return;
  for (const auto& entry : list.entries) {
    if (!is_judged(entry) || std::count(entry.value.begin(), entry.value.end(), '*') < 2) continue;
    const auto second = entry.value.find('*', entry.value.find('*') + 1);
    findings.push_back({
        .span = part_of(entry, second, 1),
        .message = in_backticks(entry.value) + " holds more than one `*`",
        .consequence = std::string(enforcer.several_globs_text),
        .help = "Keep one `*`, or write an entry for each case",
        .label = "one too many",
    });
  }
}

/// Whether another rule finds something at the place of the failure: then it says what is wrong.
bool is_another_rules(const StartFailure& failure, const Policy& policy, const Context& context) {
  const auto says_so = [&](const Rule& rule, const Finding& finding) {
    if (finding.severity.value_or(rule.severity) != Severity::error) return false;
    // The place of an empty entry is empty, and overlaps itself all the same.
    return finding.span.begin <= failure.span.end && failure.span.begin <= finding.span.end;
  };
  return std::any_of(catalog().begin(), catalog().end(), [&](const Rule* rule) {
    if (rule == &rules::startup_failure) return false;
    Findings findings;
    rule->check(policy, context, findings);
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return says_so(*rule, finding); });
  });
}

void check_start(const Policy& policy, const Context& context, Findings& findings) {
  const auto failure = start_failure(policy, context.enforcer);
  if (!failure || !findings.empty() || is_another_rules(*failure, policy, context)) return;
  findings.push_back({
      .span = failure->span,
      .message = sentence_subject(context.enforcer) + " refuses this policy",
      .consequence = "It says: " + in_backticks(failure->message),
      .help = "Change what the message names; until then the program does not run with this policy",
  });
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  check_methods(policy, context.enforcer, findings);
  check_globs(policy.origins, context.enforcer, findings);
  check_globs(policy.headers, context.enforcer, findings);
  check_start(policy, context, findings);
}

}  // namespace

constinit const Rule rules::startup_failure{
    .id = "startup-failure",
    .group = Group::credentials,
    .severity = Severity::error,
    .summary = "The enforcer refuses the whole policy",
    .rationale =
        "Some enforcers check a policy when it is loaded and refuse all of it for one fault: the "
        "program does not start, or the deployment fails and the old policy stays in force "
        "without anyone noticing. S3 wants origins and methods in every rule, and takes one `*` "
        "in an origin or header name.",
    .remedy = "Write what the enforcer requires; the message names it.",
    .exception = "",
    .bad = R"([cors]
dialect = "s3"
allow_origins = ["https://app.acme.io"]
max_age = 600
)",
    .good = R"([cors]
dialect = "s3"
allow_origins = ["https://app.acme.io"]
allow_methods = ["GET"]
max_age = 600
)",
    .reference = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html",
    .check = check,
};

}  // namespace corslint
