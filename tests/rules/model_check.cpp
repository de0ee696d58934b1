#include "tests/rules/model_check.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "lint/read/reader.h"
#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/exchange.h"
#include "rules/enforcers/pattern_matchers.h"
#include "rules/origin/origin.h"

namespace corslint::test {
namespace {

// Their witness is refused, and should not be.
const std::set<std::string_view> refusing = {"apex-not-covered", "missing-dev-origin"};

const Enforcer& enforcer_of(const Policy& policy) {
  const Enforcer* enforcer = policy.dialect.empty() ? nullptr : find_enforcer(policy.dialect);
  return enforcer == nullptr ? generic_enforcer() : *enforcer;
}

class Asking {
 public:
  explicit Asking(const FileReport& report) : report_{report} {}

  void about(const Policy& policy) {
    const Enforcer& enforcer = enforcer_of(policy);
    if (!policy.enabled.value.value_or(true) || !can_be_asked(policy, enforcer)) return;
    for (const Text& entry : policy.origins.entries) about(policy, enforcer, entry);
  }

  void about(const Diagnostic& diagnostic, const std::vector<Policy>& policies) {
    const std::string& origin = diagnostic.finding.witness;
    // Names need not be unique.
    std::vector<bool> answers;
    for (const Policy& policy : policies) {
      const Enforcer& enforcer = enforcer_of(policy);
      if (policy.name == diagnostic.policy && policy.environment == diagnostic.environment &&
          enforcer.name == diagnostic.dialect && can_be_asked(policy, enforcer))
        answers.push_back(admits(policy, enforcer, origin));
    }
    if (answers.empty()) return;
    ++result.witnesses;
    const bool said = !refusing.contains(diagnostic.rule->id);
    if (std::ranges::find(answers, said) == answers.end())
      contradicted(diagnostic.rule->id, diagnostic.dialect, said, origin);
  }

  ModelCheck result;

 private:
  void contradicted(std::string_view what, std::string_view dialect, bool said,
                    const std::string& origin) {
    result.contradictions.push_back(std::string(what) + ": " + std::string(dialect) +
                                    (said ? " does not admit " : " admits ") + origin);
  }

  bool can_be_asked(const Policy& policy, const Enforcer& enforcer) {
    if (enforcer.answer == nullptr || start_failure(policy, enforcer)) return false;
    const auto can_match = [&](const EntryMeaning& meaning) {
      return meaning.kind != EntryMeaning::Kind::pattern || matchers_.can_match(meaning.pattern);
    };
    const auto can_match_origin = [&](const Text& entry) {
      return can_match(meaning_of_origin_entry(entry.value, policy, enforcer));
    };
    const auto can_match_pattern = [&](const Text& entry) {
      return can_match(meaning_of_pattern_entry(entry.value, policy, enforcer));
    };
    return std::ranges::all_of(policy.origins.entries, can_match_origin) &&
           std::ranges::all_of(policy.origin_patterns.entries, can_match_pattern);
  }

  // Some enforcers look at the method first, so each that the policy names is tried.
  bool admits(const Policy& policy, const Enforcer& enforcer, const std::string& origin) {
    std::vector<std::string> methods = {"GET", "PUT", "POST", "DELETE", "HEAD", "PATCH"};
    for (const Text& method : policy.methods.entries) methods.push_back(method.value);
    return std::ranges::any_of(methods, [&](const std::string& method) {
      const ServerRequest request = {method, {{"Origin", origin}}};
      const auto allowed = get(answer({policy, enforcer, request, matchers_}).headers,
                               "Access-Control-Allow-Origin");
      return allowed == origin || allowed == "*";
    });
  }

  // An entry is asked about without its neighbours, which might admit its origin as well.
  void about(const Policy& policy, const Enforcer& enforcer, const Text& entry) {
    const auto parsed = Origin::parse(entry.value);
    if (!parsed.origin || !is_web(*parsed.origin) || entry.resolution != Resolution::literal)
      return;
    if (entry.value.find_first_of("*'\"`") != std::string::npos) return;
    const std::string origin = parsed.origin->serialize();
    Policy alone = policy;
    alone.origins.entries = {entry};
    alone.origin_patterns.entries.clear();
    if (!can_be_asked(alone, enforcer) || admits(alone, enforcer, "https://stranger.example"))
      return;
    const auto said = said_of(entry);
    if (!said && (!parsed.is_canonical() || is_said_to_be_empty(policy))) return;
    ++(said ? result.dead_entries : result.silent_entries);
    const bool is_admitted = admits(alone, enforcer, origin);
    if (said && is_admitted) contradicted(*said, enforcer.name, false, origin);
    if (!said && !is_admitted) contradicted("nothing is said", enforcer.name, true, origin);
  }

  // The rule that says that the entry admits nobody; nothing where no rule says anything, and where
  // what is said is something else the entry is not asked about.
  std::optional<std::string_view> said_of(const Text& entry) const {
    for (const Diagnostic& diagnostic : report_.diagnostics)
      if (contains(entry.span, diagnostic.finding.span) &&
          diagnostic.finding.consequence.ends_with("so this entry admits nobody"))
        return diagnostic.rule->id;
    return std::nullopt;
  }

  bool is_said_to_be_empty(const Policy& policy) const {
    return std::ranges::any_of(report_.diagnostics, [&](const Diagnostic& diagnostic) {
      return diagnostic.rule->id == "empty-policy" && diagnostic.policy == policy.name;
    });
  }

  const FileReport& report_;
  PatternMatchers matchers_;
};

}  // namespace

ModelCheck check_against_model(const FileReport& report, Format format) {
  const auto policies = read_policies(report.file, read_document(report.file, format), {});
  Asking asking{report};
  for (const Diagnostic& diagnostic : report.diagnostics)
    if (!diagnostic.finding.witness.empty()) asking.about(diagnostic, policies);
  for (const Policy& policy : policies) asking.about(policy);
  return asking.result;
}

}  // namespace corslint::test
