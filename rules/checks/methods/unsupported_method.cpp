#include <algorithm>
#include <string>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/all.h"
#include "rules/fetch/methods.h"
#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool takes(const Enforcer& enforcer, std::string_view method) {
  return std::find(enforcer.methods.begin(), enforcer.methods.end(), method) !=
         enforcer.methods.end();
}

/// `*`, what is no token, what no browser sends and a wrong case are other rules'.
bool is_judged_here(const Text& entry) {
  return is_judged(entry) && is_token(entry.value) && entry.value != "*" &&
         !is_forbidden_method(entry.value);
}

/// Cloud Storage takes any token. It serves OPTIONS to preflights alone, listed or not.
void check_cloud_storage(const Policy& policy, Findings& findings) {
  for (const auto& entry : policy.methods.entries) {
    if (!equal_ignoring_case(entry.value, "OPTIONS")) continue;
    Finding finding{
        .span = entry.span,
        .message = in_backticks(entry.value) + " has no effect in a bucket's configuration",
        .consequence =
            "Cloud Storage answers OPTIONS as a preflight and nothing else, and "
            "preflights are answered without being listed",
        .help = "Remove it",
        .severity = Severity::info,
    };
    offer_removal(finding, entry, Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto& enforcer = context.enforcer;
  if (enforcer.name == enforcer::gcs.name) return check_cloud_storage(policy, findings);
  if (enforcer.methods.empty()) return;
  for (const auto& entry : policy.methods.entries) {
    const auto upper = ascii_uppered(entry.value);
    if (!is_judged_here(entry) || takes(enforcer, upper)) continue;
    const bool is_options = upper == "OPTIONS";
    Finding finding{
        .span = entry.span,
        .message =
            std::string(enforcer.title) + " takes no " + in_backticks(entry.value) + " as a method",
        .consequence = sentence_subject(enforcer) +
                       " refuses the whole configuration because of it, and whatever was in force "
                       "before stays",
        .help = is_options ? "Remove it: preflights are answered without being listed"
                           : "Keep to " + listed_in_backticks(enforcer.methods),
        .label = "not taken here",
    };
    offer_removal(finding, entry, is_options ? Safety::safe : Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::unsupported_method{
    .id = "unsupported-method",
    .group = Group::methods,
    .severity = Severity::error,
    .summary = "This enforcer does not take the method",
    .rationale =
        "Some platforms take a fixed set of methods and refuse a configuration that names any "
        "other. S3 answers `Found unsupported HTTP method in CORS config` to OPTIONS and PATCH, "
        "two that people add out of habit; the deployment fails, or the bucket silently keeps "
        "what it had. OPTIONS never has to be listed: a preflight is answered as such.",
    .remedy = "Keep to the methods that the platform takes.",
    .exception = "",
    .bad = R"([cors]
dialect = "s3"
allow_origins = ["https://app.acme.io"]
allow_methods = ["GET", "OPTIONS"]
)",
    .good = R"([cors]
dialect = "s3"
allow_origins = ["https://app.acme.io"]
allow_methods = ["GET"]
)",
    .reference = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
    .check = check,
};

}  // namespace corslint
