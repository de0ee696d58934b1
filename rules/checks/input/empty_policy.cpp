#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/enforced_names.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/exchange.h"
#include "rules/enforcers/pattern_support.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool is_blank_list(const TextList& list) {
  return std::all_of(list.entries.begin(), list.entries.end(), [](const Text& text) {
    return text.resolution != Resolution::unresolved && stripped(text.value).empty();
  });
}

bool has_other_settings(const Policy& policy) {
  return is_set(policy.methods) || is_set(policy.headers) || is_set(policy.exposed_headers) ||
         !policy.credentials.key.empty() || !policy.max_age.key.empty();
}

/// Values that were there and could not be read are another rule's to name.
bool lost_values(const Policy& policy, const TextList& list) {
  return std::any_of(policy.irregularities.begin(), policy.irregularities.end(),
                     [&](const Irregularity& irregularity) {
                       return irregularity.kind == IrregularityKind::deprecated_key ||
                              irregularity.kind == IrregularityKind::unknown_key ||
                              (irregularity.kind == IrregularityKind::wrong_type &&
                               irregularity.subject == list.key);
                     });
}

/// An absent list is a statement only in a table of its own: an env file holds what differs, and
/// the origins may stand in the next one.
bool leaves_origins_out(const Policy& policy, const Enforcer& enforcer) {
  if (policy.format == Format::env || lost_values(policy, policy.origins)) return false;
  return has_other_settings(policy) || is_set(policy.origin_patterns) ||
         enforcer.empty_origins != EmptyOrigins::nobody;
}

void report_default(const Policy& policy, const Enforcer& enforcer, Findings& findings) {
  const auto& unread = policy.origin_patterns.entries;
  Finding finding{
      .span = policy.span,
      .message = unread.empty() ? "The policy names no origin at all"
                                : "The policy names no origin, and its patterns are not read",
      .consequence = sentence_subject(enforcer) + " then admits every origin",
      .help = "List the origins that may read; write `*` if everybody is really meant",
  };
  // Where an empty list opens the door too, a list that was forgotten is as likely.
  const bool is_trap = enforcer.empty_origins == EmptyOrigins::everybody;
  if (is_trap || allows_credentials(policy, enforcer)) finding.severity = Severity::error;
  findings.push_back(std::move(finding));
}

/// Some enforcers look for the method of each request in a list that nobody fills for them.
bool leaves_methods_out(const Policy& policy, const Context& context) {
  const Enforcer& enforcer = context.enforcer;
  return policy.format != Format::env && enforcer.answer != nullptr &&
         enforcer.method_check == MethodCheck::actual_requests_too &&
         is_blank_list(policy.methods) && !lost_values(policy, policy.methods) &&
         !start_failure(policy, enforcer) && !answers_any_method(policy, context);
}

void report_no_method(const Policy& policy, const Enforcer& enforcer, Findings& findings) {
  const bool set = is_set(policy.methods);
  findings.push_back({
      .span = set ? policy.methods.span : policy.span,
      .message = set ? in_backticks(policy.methods.key) + " is empty"
                     : "The policy names no method at all",
      .consequence = sentence_subject(enforcer) +
                     " looks for the method of each request in the list, and so answers none",
      .help = "List the methods that are used, `GET` among them",
      .label = set ? "no method" : "",
      .severity = Severity::error,
  });
}

/// A list of methods that is there and empty leaves the headers without a preflight that passes.
void check_preflights(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  if (policy.format == Format::env || enforcer.answer == nullptr || !is_set(policy.methods) ||
      !is_blank_list(policy.methods) || lost_values(policy, policy.methods))
    return;
  if (start_failure(policy, enforcer)) return;
  Policy with_get = policy;
  with_get.methods.entries.resize(1);
  with_get.methods.entries.front().value = "GET";
  constexpr std::ptrdiff_t most_asked = 16;
  const auto& headers = policy.headers.entries;
  const auto end = headers.begin() + std::min(std::ssize(headers), most_asked);
  const auto refused = std::find_if(headers.begin(), end, [&](const Text& text) {
    return text.resolution == Resolution::literal && text.value != "*" &&
           !permits_preflight(policy, context, text.value) &&
           permits_preflight(with_get, context, text.value);
  });
  if (refused == end) return;
  findings.push_back({
      .span = policy.methods.span,
      .message = in_backticks(policy.methods.key) + " is empty",
      .consequence = sentence_subject(enforcer) +
                     " then refuses every preflight, so that no request with " +
                     in_backticks(refused->value) + " is sent, be it a GET",
      .help = "List the methods that are used, `GET` among them",
      .label = "no method",
  });
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  if (leaves_methods_out(policy, context))
    report_no_method(policy, enforcer, findings);
  else
    check_preflights(policy, context, findings);
  if (is_on(policy.any_origin)) return;
  const bool patterns_count = reads_patterns(enforcer);
  if (!is_blank_list(policy.origins)) return;
  if (patterns_count && !is_blank_list(policy.origin_patterns)) return;
  const bool set = is_set(policy.origins) || (patterns_count && is_set(policy.origin_patterns));
  if (!set && !leaves_origins_out(policy, enforcer)) return;
  if (!set && enforcer.everyone_by_default) return report_default(policy, enforcer, findings);
  const TextList& list = is_set(policy.origins) ? policy.origins : policy.origin_patterns;
  Finding finding{
      .span = set ? list.span : policy.span,
      .message = set ? in_backticks(list.key) + " is empty, and nothing else names an origin"
                     : "The policy names no origin at all",
      .consequence = std::string(enforcer.empty_origins_text),
      .help = "List the origins that may read, or switch the policy off",
      .label = set ? "no origin" : "",
  };
  if (enforcer.empty_origins != EmptyOrigins::nobody) finding.severity = Severity::error;
  findings.push_back(std::move(finding));
}

}  // namespace

constinit const Rule rules::empty_policy{
    .id = "empty-policy",
    .group = Group::input,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::medium, 942},
    .summary = "The policy names no origin, or no method where one has to be named",
    .rationale =
        "An empty list has two opposite meanings. To Starlette, Traefik or ASP.NET nobody is "
        "admitted, and every browser client is refused. To rs/cors, and so to KrakenD, an empty "
        "list is a list that was forgotten, and every origin in the world is admitted. In env "
        "files the same happens one step later: `ORIGINS=` is an empty text, and code such as "
        "`ORIGINS || '*'` opens what was meant to be closed. Google Cloud Storage looks for the "
        "method of each request in the list too, and without one answers nobody.",
    .remedy =
        "List the origins that may read and the methods, or switch CORS off with the enforcer's "
        "own switch.",
    .exception = "The list is filled in by the deployment, or nobody is what is meant.",
    .bad = R"([cors]
allow_origins = []
allow_methods = ["PUT"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT"]
)",
    .reference = "https://github.com/rs/cors#parameters",
    .check = check,
};

}  // namespace corslint
