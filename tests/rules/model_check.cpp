#include "tests/rules/model_check.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "lint/read/reader.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/exchange.h"
#include "rules/enforcers/simulation.h"
#include "rules/fetch/type_error.h"
#include "rules/origin/origin.h"

namespace corslint::test {
namespace {

// Their witness is refused, and should not be.
const std::set<std::string_view> refusing = {"apex-not-covered", "missing-dev-origin"};

// Until these are mended the enforcer admits less, or more, than the rest of the policy says.
const std::set<std::string_view> broken = {"string-instead-of-list", "invalid-pattern"};

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
    // A text where a list is read is the main mistake; of its parts less is said than is wrong.
    if (policy.origins.form == ListForm::single && policy.format != Format::env &&
        !enforcer.string_as_list_text.empty() && !enforcer.string_is_one_entry)
      return;
    for (const Text& entry : policy.origins.entries) about(policy, enforcer, entry);
    if (is_said_of("missing-vary", policy)) about_vary(policy, enforcer);
    about_refused_names(policy, enforcer);
    if (!is_mentioned(policy)) about_sound(policy, enforcer);
  }

  void about(const Diagnostic& diagnostic, const std::vector<Policy>& policies) {
    const std::string& origin = diagnostic.finding.witness;
    if (std::ranges::any_of(report_.diagnostics, [&](const Diagnostic& other) {
          return broken.contains(other.rule->id) && other.policy == diagnostic.policy;
        }))
      return;
    // Names need not be unique.
    std::vector<bool> answers;
    for (Policy policy : policies) {
      const Enforcer& enforcer = enforcer_of(policy);
      policy.methods = every_method();
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
    return enforcer.answer != nullptr && !start_failure(policy, enforcer) &&
           can_match_patterns(policy, enforcer, matchers_);
  }

  HeaderList answer_to(const std::string& origin, const Policy& policy, const Enforcer& enforcer) {
    const ServerRequest request = {"GET", {{"Origin", origin}}};
    return answer({policy, enforcer, request, matchers_}).headers;
  }

  bool admits(const Policy& policy, const Enforcer& enforcer, const std::string& origin) {
    const auto allowed = get(answer_to(origin, policy, enforcer), "Access-Control-Allow-Origin");
    return allowed == origin || allowed == "*";
  }

  // An entry is asked about without its neighbours, which might admit its origin as well.
  void about(const Policy& policy, const Enforcer& enforcer, const Text& entry) {
    const auto parsed = Origin::parse(entry.value);
    if (!parsed.origin || !is_web(*parsed.origin) || entry.resolution != Resolution::literal)
      return;
    // Alone these would mean something else.
    const bool joins_entries =
        (enforcer.name == "koa" || enforcer.name == "hono") && policy.origins.entries.size() > 1;
    const bool is_beside_patterns =
        policy.origins.form == ListForm::single && is_set(policy.origin_patterns);
    if (joins_entries || is_beside_patterns) return;
    if (entry.value.find_first_of("*'\"`") != std::string::npos) return;
    const std::string origin = parsed.origin->serialize();
    Policy alone = policy;
    alone.origins.entries = {entry};
    alone.origin_patterns = {};
    alone.methods = every_method();
    // Where everybody is let in, the other entries are not judged one by one.
    if (admits(policy, enforcer, "https://stranger.example")) return;
    Policy none = alone;
    none.origins.entries.front().value = "https://other.example";
    if (admits(none, enforcer, origin)) return;
    if (!can_be_asked(alone, enforcer) || admits(alone, enforcer, "https://stranger.example"))
      return;
    const auto said = said_of(entry);
    if (!said &&
        (!parsed.is_canonical() || is_mentioned(entry) || is_said_of("empty-policy", policy)))
      return;
    ++(said ? result.dead_entries : result.silent_entries);
    const bool is_admitted = admits(alone, enforcer, origin);
    if (said && is_admitted) contradicted(*said, enforcer.name, false, origin);
    if (!said && !is_admitted) contradicted("nothing is said", enforcer.name, true, origin);
  }

  // A name that "is not permitted" has to be refused to a page that may send others.
  void about_refused_names(const Policy& policy, const Enforcer& enforcer) {
    const auto page = std::ranges::find_if(policy.origins.entries, [&](const Text& entry) {
      return admits(policy, enforcer, entry.value);
    });
    if (page == policy.origins.entries.end()) return;
    Request request{.origin = page->value == "*" ? "https://page.example" : page->value};
    if (is_said_of("content-type-not-allowed", policy)) {
      request.method = "POST";
      request.headers = {{"Content-Type", "application/json"}};
      has_to_be_refused("content-type-not-allowed", policy, enforcer, request);
    }
    for (const Text& method : policy.methods.entries)
      if (method.value == "*")
        about_wildcard(policy, enforcer, {.origin = request.origin, .method = "REPORT"}, method);
    request.method = "GET";
    for (const Text& header : policy.headers.entries) {
      request.headers = {{"X-Nobody-Lists-This", "1"}};
      if (header.value == "*") about_wildcard(policy, enforcer, request, header);
      const auto star = header.value.find('*');
      if (!is_said_of("partial-header-wildcard", header)) continue;
      std::string name = header.value;
      request.headers = {{name.replace(star, 1, "nobody-lists-this"), "1"}};
      Policy alone = policy;
      alone.headers.entries = {header};
      has_to_be_refused("partial-header-wildcard", alone, enforcer, request);
    }
  }

  // A `*` that "is no wildcard" must not permit a name that stands nowhere.
  void about_wildcard(const Policy& policy, const Enforcer& enforcer, Request request,
                      const Text& wildcard) {
    for (const char* rule : {"wildcard-not-supported", "wildcard-methods-with-credentials",
                             "wildcard-headers-with-credentials"}) {
      if (!is_said_of(rule, wildcard)) continue;
      if (std::string_view(rule) != "wildcard-not-supported")
        request.credentials_mode = CredentialsMode::include;
      has_to_be_refused(rule, policy, enforcer, request);
    }
  }

  void has_to_be_refused(const std::string& rule, const Policy& policy, const Enforcer& enforcer,
                         const Request& request) {
    if (!type_error(request).empty()) return;
    ++result.refused_names;
    if (!simulate(policy, enforcer, request, matchers_).reason)
      result.contradictions.push_back(
          rule + ": " + std::string(enforcer.name) + " permits " +
          (request.headers.empty() ? request.method : request.headers.front().name));
  }

  static TextList every_method() {
    TextList list;
    list.form = ListForm::list;
    for (const char* method : {"GET", "PUT", "POST", "DELETE", "HEAD", "PATCH"})
      list.entries.emplace_back().value = method;
    return list;
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

  bool is_said_of(std::string_view rule, const Text& entry) const {
    return std::ranges::any_of(report_.diagnostics, [&](const Diagnostic& diagnostic) {
      return diagnostic.rule->id == rule && contains(entry.span, diagnostic.finding.span);
    });
  }

  bool is_mentioned(const Text& entry) const {
    return std::ranges::any_of(report_.diagnostics, [&](const Diagnostic& diagnostic) {
      return contains(entry.span, diagnostic.finding.span);
    });
  }

  bool is_mentioned(const Policy& policy) const {
    return std::ranges::any_of(report_.diagnostics, [&](const Diagnostic& diagnostic) {
      return diagnostic.policy == policy.name || diagnostic.policy.empty();
    });
  }

  // With credentials where they are allowed: what a policy without findings is there for.
  void about_sound(const Policy& policy, const Enforcer& enforcer) {
    // Ollama has header names of its own; what an empty variable becomes is not known.
    const bool compares_methods = enforcer.method_check == MethodCheck::actual_requests_too;
    const bool has_empty_variable =
        policy.format == Format::env && (is_set(policy.methods) || compares_methods) &&
        std::ranges::all_of(policy.methods.entries,
                            [](const Text& method) { return method.value.empty(); });
    if (enforcer.name == "ollama" || has_empty_variable) return;
    Request request;
    if (is_on(policy.credentials) && enforcer.has_credentials)
      request.credentials_mode = CredentialsMode::include;
    for (const Text& entry : policy.origins.entries) {
      const auto parsed = Origin::parse(entry.value);
      if (!parsed.is_canonical() || !is_web(*parsed.origin) ||
          entry.value.find('*') != std::string::npos || entry.resolution != Resolution::literal)
        continue;
      request.origin = entry.value;
      ask_for_names(policy, enforcer, request);
    }
  }

  void ask_for_names(const Policy& policy, const Enforcer& enforcer, Request request) {
    bool has_method = !is_set(policy.methods);
    if (has_method) ask(policy, enforcer, request);
    for (const Text& method : policy.methods.entries) {
      // Programs that raise methods to upper case permit `PATCH` by `patch`, and keep OPTIONS.
      if (!is_literal_name(method) || method.value == "OPTIONS" || method.value == "patch")
        continue;
      request.method = method.value;
      ask(policy, enforcer, request);
      has_method = true;
    }
    if (!has_method) return;
    for (const Text& header : policy.headers.entries) {
      if (!is_literal_name(header)) continue;
      request.headers = {{header.value, "1"}};
      ask(policy, enforcer, request);
    }
  }

  static bool is_literal_name(const Text& text) {
    return text.resolution == Resolution::literal && text.value.find('*') == std::string::npos;
  }

  void ask(const Policy& policy, const Enforcer& enforcer, const Request& request) {
    if (!type_error(request).empty()) return;
    ++result.sound_requests;
    const auto simulation = simulate(policy, enforcer, request, matchers_);
    if (!simulation.reason) return;
    std::string asked = request.method + " from " + request.origin;
    if (!request.headers.empty()) asked += " with " + request.headers.front().name;
    result.contradictions.push_back("nothing is said: " + std::string(enforcer.name) + " blocks " +
                                    asked + ": " +
                                    std::string(block_reason_name(*simulation.reason)));
  }

  bool is_said_of(std::string_view rule, const Policy& policy) const {
    return std::ranges::any_of(report_.diagnostics, [&](const Diagnostic& diagnostic) {
      return diagnostic.rule->id == rule && diagnostic.policy == policy.name;
    });
  }

  // Two pages have to be answered differently, and not be told that they are.
  void about_vary(const Policy& policy, const Enforcer& enforcer) {
    constexpr const char* stranger = "https://stranger.example";
    for (const Text& entry : policy.origins.entries) {
      const std::string origin = entry.value == "*" ? "https://other.example" : entry.value;
      const auto headers = answer_to(origin, policy, enforcer);
      const auto allowed = get(headers, "Access-Control-Allow-Origin");
      if (!allowed) continue;
      const auto vary = get(headers, "Vary").value_or("");
      const auto others = answer_to(stranger, policy, enforcer);
      if (allowed == get(others, "Access-Control-Allow-Origin") ||
          vary.find("rigin") != std::string::npos)
        result.contradictions.push_back("missing-vary: " + std::string(enforcer.name) +
                                        " answers " + origin + " as everybody, or says Vary");
    }
  }

  const FileReport& report_;
  PatternMatchers matchers_;
};

}  // namespace

bool can_match_patterns(const Policy& policy, const Enforcer& enforcer, PatternMatchers& matchers) {
  const auto can_match = [&](const EntryMeaning& meaning) {
    return meaning.kind != EntryMeaning::Kind::pattern || matchers.can_match(meaning.pattern);
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

ModelCheck check_against_model(const FileReport& report, Format format) {
  const auto policies = read_policies(report.file, read_document(report.file, format), {});
  Asking asking{report};
  for (const Diagnostic& diagnostic : report.diagnostics)
    if (!diagnostic.finding.witness.empty()) asking.about(diagnostic, policies);
  for (const Policy& policy : policies) asking.about(policy);
  return asking.result;
}

}  // namespace corslint::test
