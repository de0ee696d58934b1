#include <string>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/methods/named_methods.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

std::string help_for(const TextList& list, const Policy& policy, const Enforcer& enforcer) {
  if (&list == &policy.methods && !enforcer.methods.empty())
    return "List methods by name, among " + listed_in_backticks(enforcer.methods);
  return "List the names one by one";
}

void judge(const TextList& list, NameWildcard wildcard, const Policy& policy,
           const Context& context, Findings& findings) {
  if (wildcard != NameWildcard::not_supported) return;
  const Text* entry = wildcard_in(list);
  if (entry == nullptr) return;
  const auto& enforcer = context.enforcer;
  findings.push_back({
      .span = entry->span,
      .message =
          "`*` is no wildcard in " + in_backticks(list.key) + " for " + std::string(enforcer.title),
      .consequence = sentence_subject(enforcer) +
                     (enforcer.methods.empty()
                          ? " takes it for a name, and no request asks for anything of that name"
                          : " refuses the whole configuration because of it"),
      .help = help_for(list, policy, enforcer),
      .label = enforcer.methods.empty() ? "permits nothing" : "",
  });
  if (&list == &policy.methods) offer_named_methods(findings.back(), list, policy, enforcer);
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto& enforcer = context.enforcer;
  judge(policy.methods, enforcer.method_wildcard, policy, context, findings);
  judge(policy.headers, enforcer.header_wildcard, policy, context, findings);
  judge(policy.exposed_headers, enforcer.exposed_wildcard, policy, context, findings);
}

}  // namespace

constinit const Rule rules::wildcard_not_supported{
    .id = "wildcard-not-supported",
    .group = Group::methods,
    .severity = Severity::error,
    .summary = "`*` is no wildcard where this enforcer reads it",
    .rationale =
        "Browsers know `*` in the lists of methods and headers, and not every enforcer does. "
        "rs/cors, which KrakenD is built on, compares the method that a preflight asks for with "
        "the list, entry by entry, and `*` is just one more name there: nothing matches it. S3 "
        "takes five methods and refuses a configuration with anything else.",
    .remedy = "List the names one by one.",
    .exception = "",
    .bad = R"([cors]
dialect = "krakend"
allow_origins = ["https://app.acme.io"]
allow_methods = ["*"]
)",
    .good = R"([cors]
dialect = "krakend"
allow_origins = ["https://app.acme.io"]
allow_methods = ["GET", "PUT", "DELETE"]
)",
    .reference = "https://github.com/rs/cors#parameters",
    .check = check,
};

}  // namespace corslint
