#include "lint/cli/simulated_policy.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "lint/read/reader.h"
#include "lint/report/printable.h"
#include "lint/run/configuration/policy_reading.h"
#include "lint/run/environment_error.h"
#include "lint/run/reading.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {
namespace {

using Policies = std::vector<Policy>;

SourceFile file_of(const std::string& path) {
  const bool is_stdin = path == "-";
  auto name = is_stdin ? std::string("<stdin>") : path;
  auto reading = is_stdin ? read_standard_input() : read_path(path);
  if (!reading.problem.empty()) throw EnvironmentError(printable(name) + ": " + reading.problem);
  return {std::move(name), std::move(reading.text)};
}

Policies policies_of(const SourceFile& file, const PolicyChoice& choice) {
  if (!choice.dialect.empty() && find_enforcer(choice.dialect) == nullptr) {
    const auto nearest = nearest_dialect(choice.dialect);
    throw EnvironmentError(
        "--dialect: there is no dialect " + printable_in_backticks(choice.dialect) +
        (nearest.empty() ? "" : "; did you mean `" + std::string(nearest) + "`?"));
  }
  const auto format = format_of(file.path()).value_or(guessed_format(file.text()));
  const auto document = read_document(file, format);
  if (!is_readable(document))
    throw EnvironmentError(printable(file.path()) + " does not parse; `corslint check` says where");
  return read_policies(file, document, configured_reading(choice.path, choice.dialect));
}

std::string listed(const Policies& policies) {
  std::string text;
  for (const auto& policy : policies) {
    text += (text.empty() ? "" : ", ") + printable_in_backticks(policy.name);
    if (policy.environment != Environment::unknown)
      text += " (" + std::string(environment_name(policy.environment)) + ')';
  }
  return text;
}

template <typename Predicate>
void keep(Policies& policies, Predicate predicate) {
  std::erase_if(policies, [&](const Policy& policy) { return !predicate(policy); });
}

Environment named_environment(const std::string& name) {
  const auto environment = environment_named(name);
  if (environment) return *environment;
  const auto nearest = nearest_environment(name);
  throw EnvironmentError("--environment: there is no environment " + printable_in_backticks(name) +
                         (nearest.empty() ? "" : "; did you mean `" + std::string(nearest) + "`?"));
}

/// A policy without an environment is in force in each that has no policy of its own.
void keep_environment(Policies& policies, Environment environment) {
  const auto is_in = [](Environment wanted) {
    return [wanted](const Policy& policy) { return policy.environment == wanted; };
  };
  const bool has_own = std::any_of(policies.begin(), policies.end(), is_in(environment));
  keep(policies, is_in(has_own ? environment : Environment::unknown));
}

/// Takes out what the choice does not mean. Policies that are switched off count only where nothing
/// else is left.
void narrow(Policies& policies, const PolicyChoice& choice) {
  if (!choice.name.empty())
    keep(policies, [&](const Policy& policy) { return policy.name == choice.name; });
  if (!choice.environment.empty())
    keep_environment(policies, named_environment(choice.environment));
  const auto is_enabled = [](const Policy& policy) { return policy.enabled.value.value_or(true); };
  if (std::any_of(policies.begin(), policies.end(), is_enabled)) keep(policies, is_enabled);
  const auto is_general = [](const Policy& policy) {
    return policy.environment == Environment::unknown;
  };
  if (!choice.name.empty() && std::count_if(policies.begin(), policies.end(), is_general) == 1)
    keep(policies, is_general);
}

Policy only_policy(Policies policies, const PolicyChoice& choice, const SourceFile& file) {
  const auto path = printable(file.path());
  if (policies.empty()) throw EnvironmentError(path + ": there is no CORS policy in it");
  const auto all = listed(policies);
  narrow(policies, choice);
  if (policies.empty())
    throw EnvironmentError(path + ": no policy is the one that was asked for; there is " + all);
  if (policies.size() > 1)
    throw EnvironmentError(
        path + ": name one of its policies with --policy or --environment: " + listed(policies));
  return std::move(policies.front());
}

void refuse_undecided(const Policy& policy, const TextList& list, const EntryMeaning& meaning,
                      const Text& entry, const SourceFile& file, PatternMatchers& matchers) {
  if (meaning.kind != EntryMeaning::Kind::pattern || matchers.can_match(meaning.pattern)) return;
  throw EnvironmentError(
      printable(file.path()) + ':' + std::to_string(file.position(entry.span.begin).line) +
      ": the pattern " + printable_in_backticks(entry.value) + " in " +
      printable_in_backticks(list.key) + " of " + printable_in_backticks(policy.name) +
      " holds a construct that cannot be matched here");
}

void refuse_undecided_patterns(const SimulatedPolicy& chosen, PatternMatchers& matchers) {
  const auto& [file, policy, enforcer] = chosen;
  for (const auto& entry : policy.origins.entries)
    refuse_undecided(policy, policy.origins,
                     meaning_of_origin_entry(entry.value, policy, *enforcer), entry, file,
                     matchers);
  for (const auto& entry : policy.origin_patterns.entries)
    refuse_undecided(policy, policy.origin_patterns,
                     meaning_of_pattern_entry(entry.value, policy, *enforcer), entry, file,
                     matchers);
}

/// The reader leaves a dialect that it does not know out.
void refuse_unknown_dialect(const Policy& policy, const SourceFile& file) {
  for (const auto& irregularity : policy.irregularities) {
    if (irregularity.kind == IrregularityKind::unknown_value && irregularity.detail == "dialect")
      throw EnvironmentError(
          printable(file.path()) + ':' +
          std::to_string(file.position(irregularity.span.begin).line) + ": there is no dialect " +
          printable_in_backticks(irregularity.subject) + "; name another with --dialect");
  }
}

}  // namespace

SimulatedPolicy chosen_policy(const PolicyChoice& choice, PatternMatchers& matchers) {
  auto file = file_of(choice.path);
  auto policy = only_policy(policies_of(file, choice), choice, file);
  if (choice.dialect.empty()) refuse_unknown_dialect(policy, file);
  const Enforcer* enforcer =
      policy.dialect.empty() ? &generic_enforcer() : find_enforcer(policy.dialect);
  if (enforcer->answer == nullptr)
    throw EnvironmentError("what " + printable_in_backticks(enforcer->name) +
                           " answers is not modelled in this version; name another with --dialect");
  SimulatedPolicy chosen{std::move(file), std::move(policy), enforcer};
  refuse_undecided_patterns(chosen, matchers);
  return chosen;
}

}  // namespace corslint
