#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

bool is_angle_placeholder(std::string_view value) {
  return value.find('<') != std::string_view::npos;
}

/// Whether what deploys the file evaluates it itself: an expression of an ARM template, an
/// intrinsic function of CloudFormation.
bool is_evaluated(const Text& text, Format format) {
  if (format != Format::json) return false;
  return text.value.starts_with("{\"") ||
         (text.value.starts_with('[') && text.value.ends_with(']'));
}

void report(const Text& text, const Policy& policy, const Enforcer& enforcer, Findings& findings) {
  const bool by_hand = is_angle_placeholder(text.value);
  if ((enforcer.expands_templates && !by_hand) || is_evaluated(text, policy.format)) return;
  Finding finding{
      .span = text.span,
      .message = by_hand ? in_backticks(text.value) + " still waits for its value"
                         : in_backticks(text.value) + " holds a variable that nothing here expands",
      .consequence = "If it reaches " + std::string(enforcer.title) +
                     " like this, it is compared as plain text and matches no origin; what it "
                     "stands for was not judged",
      .help = by_hand ? "Write the value that is meant"
                      : "Write the value itself, or make sure that the variable is expanded before "
                        "the policy is read",
  };
  if (by_hand && policy.environment == Environment::production) finding.severity = Severity::error;
  findings.push_back(std::move(finding));
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const TextList* list :
       {&policy.origins, &policy.methods, &policy.headers, &policy.exposed_headers})
    for (const Text& text : list->entries)
      if (is_unresolved(text)) report(text, policy, context.enforcer, findings);
  for (const Text& text : policy.origin_patterns.entries)
    if (text.resolution == Resolution::unresolved) report(text, policy, context.enforcer, findings);
}

}  // namespace

constinit const Rule rules::unresolved_variable{
    .id = "unresolved-variable",
    .group = Group::input,
    .severity = Severity::warning,
    .summary = "A variable or a gap to fill in was left in a value",
    .rationale =
        "TOML and JSON know no variables, and env files expand them only in some readers. Where "
        "nothing does, `${APP_URL}` is an origin like any other to the enforcer: a text that no "
        "browser ever sends. The real front end is then refused, and whoever looks for the reason "
        "sees a policy that seems right. `<your-domain>` is the same thing for a person instead of "
        "a program, who has not come by yet.",
    .remedy =
        "Write the value itself, or let the deployment expand the variable before the policy "
        "is read.",
    .exception = "The file is a template that the deployment fills in.",
    .bad = R"([cors]
allow_origins = ["${APP_URL}"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://12factor.net/config",
    .check = check,
};

}  // namespace corslint
