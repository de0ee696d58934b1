#include <algorithm>
#include <string>

#include "rules/catalog.h"
#include "rules/checks/enforced_names.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/methods.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool lists(const TextList& list, std::string_view method) {
  return std::any_of(list.entries.begin(), list.entries.end(),
                     [&](const Text& entry) { return entry.value == method; });
}

std::string consequence_of(std::string_view written, std::string_view upper,
                           const Enforcer& enforcer) {
  const auto method = in_backticks(upper);
  if (!enforcer.methods.empty())
    return sentence_subject(enforcer) + " refuses the whole configuration because of it";
  if (!is_normalized_name(written))
    return "Browsers send this method as the script spells it and compare byte for byte, so the "
           "entry is for scripts that write " +
           in_backticks(written) + " and not for those that write " + method;
  if (is_cors_safelisted_method(upper) && enforcer.name_check == NameCheck::left_to_browser)
    return "Browsers send " + method +
           " whatever a script writes and compare byte for byte, so the entry permits nothing; "
           "that it works is because " +
           method + " needs no permission";
  return "Browsers send " + method +
         " whatever a script writes, and it is compared byte for byte, so the entry never matches";
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& entry : policy.methods.entries) {
    if (!is_judged(entry)) continue;
    const auto upper = ascii_uppered(entry.value);
    if (upper == entry.value || !is_registered_method(upper) || is_forbidden_method(upper))
      continue;
    // Some enforcers raise the entries themselves.
    if (permits_method(context, entry.value, upper)) continue;
    const bool upper_listed = lists(policy.methods, upper);
    // Both spellings of a method that browsers do not normalise: that is for both kinds of scripts.
    if (upper_listed && !is_normalized_name(upper)) continue;
    Finding finding{
        .span = entry.span,
        .message = in_backticks(entry.value) + " is not " + in_backticks(upper),
        .consequence = consequence_of(entry.value, upper, context.enforcer),
        .help = upper_listed ? "Remove it: " + in_backticks(upper) + " is listed as well"
                             : "Write " + in_backticks(upper),
        .label = "case counts in methods",
    };
    if (upper_listed) {
      offer_removal(finding, entry, Safety::safe);
    } else {
      offer_replacement(finding, entry, upper, Safety::safe);
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::lowercase_method{
    .id = "lowercase-method",
    .group = Group::methods,
    .severity = Severity::error,
    .summary = "A method is not written in upper case",
    .rationale =
        "Method names are compared byte for byte. Browsers turn `delete`, `get`, `head`, "
        "`options`, `post` and `put` into upper case before they send them, so those entries in "
        "lower case match nothing. They do not touch any other method: "
        "`fetch(url, {method: \"patch\"})` really sends `patch`, which most servers do not route, "
        "and which an entry `PATCH` does not permit.",
    .remedy = "Write the method in upper case, in the policy and in the script.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["put", "patch"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT", "PATCH"]
)",
    .reference = "https://fetch.spec.whatwg.org/#concept-method-normalize",
    .check = check,
};

}  // namespace corslint
