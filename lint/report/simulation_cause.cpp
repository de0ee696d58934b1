// An enforcer that refuses a preflight may do so with a status or by sending nothing, and neither
// tells whether it minds the origin, the method or a header. So the same enforcer is asked again:
// a plain GET of the same origin, a preflight with the method alone. What passes is not to blame.

#include "lint/report/simulation_cause.h"

#include <algorithm>
#include <vector>

#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/fetch/methods.h"
#include "rules/fetch/token.h"
#include "rules/policy/policy.h"

namespace corslint {
namespace {

enum class Blame { origin, credentials, method, headers };

/// Everything that a sentence is made of.
struct Case {
  const Simulation& simulation;
  const Policy& policy;
  const Enforcer& enforcer;
  PatternMatchers& matchers;
};

std::string title(const Case& subject) {
  return std::string(subject.enforcer.title);
}

std::optional<BlockReason> reason_of(const Case& subject, const Request& request) {
  return simulate(subject.policy, subject.enforcer, request, subject.matchers).reason;
}

Request without_credentials(Request request) {
  request.credentials_mode = CredentialsMode::omit;
  return request;
}

/// Whether a request without headers fails whatever its method: the safelisted ones, and those that
/// the policy names, since some enforcers refuse every other one.
bool fails_with_every_method(const Case& subject, Request request) {
  std::vector<std::string> methods{"GET", "HEAD", "POST"};
  for (const auto& entry : subject.policy.methods.entries) {
    if (is_token(entry.value) && !is_forbidden_method(entry.value)) methods.push_back(entry.value);
  }
  return std::all_of(methods.begin(), methods.end(), [&](const std::string& method) {
    request.method = method;
    return reason_of(subject, request).has_value();
  });
}

/// The first of the parts without which the exchange would not have failed.
Blame blame_of(const Case& subject) {
  Request request = subject.simulation.request;
  request.headers.clear();
  request.credentials_mode = CredentialsMode::omit;
  if (fails_with_every_method(subject, request)) return Blame::origin;
  if (reason_of(subject, request)) return Blame::method;
  request.credentials_mode = subject.simulation.request.credentials_mode;
  if (fails_with_every_method(subject, request)) return Blame::credentials;
  return reason_of(subject, request) ? Blame::method : Blame::headers;
}

struct Admission {
  const TextList* list = nullptr;
  const Text* entry = nullptr;
  EntryMeaning meaning;
};

template <typename MeaningFunction>
std::optional<Admission> admission_in(const Case& subject, const TextList& list,
                                      MeaningFunction meaning_of) {
  for (const auto& entry : list.entries) {
    auto meaning = meaning_of(entry.value, subject.policy, subject.enforcer);
    if (admits(meaning, subject.simulation.request.origin, subject.matchers))
      return Admission{.list = &list, .entry = &entry, .meaning = std::move(meaning)};
  }
  return std::nullopt;
}

std::optional<Admission> admission_of(const Case& subject) {
  if (auto found = admission_in(subject, subject.policy.origins, meaning_of_origin_entry))
    return found;
  return admission_in(subject, subject.policy.origin_patterns, meaning_of_pattern_entry);
}

SimulationCause admission_cause(const Case& subject) {
  const auto origin = in_backticks(subject.simulation.request.origin);
  if (is_on(subject.policy.any_origin))
    return {in_backticks(subject.policy.any_origin.key) + " admits every origin",
            subject.policy.any_origin.span};
  const auto found = admission_of(subject);
  if (!found) return {title(subject) + " admits " + origin + " though no entry names it", {}};
  const auto entry = in_backticks(found->entry->value);
  switch (found->meaning.kind) {
    case EntryMeaning::Kind::every_origin:
      return {entry + " in " + in_backticks(found->list->key) + " admits every origin",
              found->entry->span};
    case EntryMeaning::Kind::pattern:
    case EntryMeaning::Kind::glob:
      return {entry + " in " + in_backticks(found->list->key) + " matches " + origin,
              found->entry->span};
    case EntryMeaning::Kind::origin:
    case EntryMeaning::Kind::nothing:
      break;
  }
  return {entry + " in " + in_backticks(found->list->key) + " names this origin",
          found->entry->span};
}

SimulationCause origin_cause(const Case& subject) {
  const Policy& policy = subject.policy;
  const auto origin = in_backticks(subject.simulation.request.origin);
  if (const auto found = admission_of(subject))
    return {title(subject) + " does not let " + origin + " through although " +
                in_backticks(found->entry->value) + " is in " + in_backticks(found->list->key),
            found->entry->span};
  if (is_set(policy.origins) && is_set(policy.origin_patterns))
    return {"neither an entry of " + in_backticks(policy.origins.key) + " nor a pattern of " +
                in_backticks(policy.origin_patterns.key) + " admits " + origin,
            policy.origins.span};
  if (is_set(policy.origin_patterns))
    return {"no pattern of " + in_backticks(policy.origin_patterns.key) + " matches " + origin,
            policy.origin_patterns.span};
  if (is_set(policy.origins))
    return {"no entry of " + in_backticks(policy.origins.key) + " admits " + origin,
            policy.origins.span};
  return {"the policy names no origins", policy.span};
}

SimulationCause credentials_cause(const Case& subject) {
  const Flag& credentials = subject.policy.credentials;
  if (!credentials.value)
    return {
        "the policy does not allow credentials, which " + title(subject) + " then does not allow",
        subject.policy.span};
  if (!is_on(credentials)) return {in_backticks(credentials.key) + " is off", credentials.span};
  const auto found = admission_of(subject);
  const auto span = found ? found->entry->span : credentials.span;
  if (subject.simulation.reason == BlockReason::wildcard_with_credentials)
    return {
        title(subject) + " answers `*`, which browsers do not take for a request with credentials",
        span};
  return {title(subject) + " does not allow credentials here though the policy does", span};
}

bool holds_wildcard(const TextList& list) {
  return std::any_of(list.entries.begin(), list.entries.end(),
                     [](const Text& entry) { return entry.value == "*"; });
}

/// A list of methods or header names that does not permit `name`.
SimulationCause name_cause(const Case& subject, const TextList& list, std::string_view what,
                           const std::string& name) {
  if (!is_set(list))
    return {"the policy sets no " + std::string(what) + "s, and those that " + title(subject) +
                " permits then do not include " + in_backticks(name),
            subject.policy.span};
  if (!holds_wildcard(list))
    return {in_backticks(list.key) + " does not permit the " + std::string(what) + ' ' +
                in_backticks(name),
            list.span};
  const bool include = subject.simulation.request.credentials_mode == CredentialsMode::include &&
                       !reason_of(subject, without_credentials(subject.simulation.request));
  return {"`*` in " + in_backticks(list.key) + " does not stand for " + in_backticks(name) +
              (include ? " in a request with credentials" : ""),
          list.span};
}

SimulationCause method_cause(const Case& subject) {
  return name_cause(subject, subject.policy.methods, "method", subject.simulation.request.method);
}

SimulationCause headers_cause(const Case& subject) {
  Request request = subject.simulation.request;
  const auto all = request.headers;
  for (const auto& header : all) {
    request.headers = {header};
    if (reason_of(subject, request))
      return name_cause(subject, subject.policy.headers, "header", header.name);
  }
  return {in_backticks(subject.policy.headers.key) + " does not permit these headers together",
          subject.policy.headers.span};
}

}  // namespace

SimulationCause simulation_cause(const Simulation& simulation, const Policy& policy,
                                 const Enforcer& enforcer, PatternMatchers& matchers) {
  const Case subject{simulation, policy, enforcer, matchers};
  if (simulation.start_failure)
    return {title(subject) + " refuses this policy when it starts", simulation.start_failure->span};
  if (!simulation.reason) return admission_cause(subject);
  switch (blame_of(subject)) {
    case Blame::origin:
      return origin_cause(subject);
    case Blame::credentials:
      return credentials_cause(subject);
    case Blame::method:
      return method_cause(subject);
    case Blame::headers:
      break;
  }
  return headers_cause(subject);
}

}  // namespace corslint
