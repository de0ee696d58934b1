#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/policy.h"

namespace corslint {

struct Enforcer;
class PatternAnalyses;
class PatternMatchers;
struct PolicyEntries;
struct Surroundings;

/// What lies beside a file of which nothing is known.
extern const Surroundings no_surroundings;

/// How bad a finding is: `error` means the policy cannot work or lets the wrong ones in, `warning`
/// that it probably does not do what its author meant, `info` that something is redundant or worth
/// knowing.
enum class Severity { info, warning, error };

/// The severity's own name, as reports and options spell it.
std::string_view severity_name(Severity severity);

/// What is at stake for security where a rule fires, at its worst, in the words in which security
/// reports rank: `critical` means that any website acts with the user's credentials; `high` that a
/// site does whose name or page a stranger can get, or that one request stops the service; `medium`
/// that it takes a place on the network or on the user's machine, or that any website reads what
/// needs no credentials; `low` that a protection is weaker than it could be. `none`: whatever is
/// wrong, it lets nobody in.
enum class SecuritySeverity { none, low, medium, high, critical };

/// The weakness that a rule finds: how severe, and its number in MITRE's list (CWE), 0 if none.
struct Weakness {
  SecuritySeverity severity = SecuritySeverity::none;
  int cwe = 0;
};

/// What a rule is about; also the folder that it stands in. The order is the catalogue's.
enum class Group { input, origins, patterns, credentials, methods, headers, caching };

/// The group's own name, as `--select` and the folders spell it.
std::string_view group_name(Group group);

/// A place that contributes to a finding, with what it contributes.
struct Label {
  Span span;
  std::string message;
};

/// Replaces the bytes of `span` by `text`.
struct Edit {
  Span span;
  std::string text;
};

/// `safe`: what the policy admits stays what its author evidently meant, and nobody needs to look.
/// `unsafe`: a judgement that a person has to confirm.
enum class Safety { safe, unsafe };

/// A way to remove the finding by machine. The edits do not overlap.
struct Fix {
  std::string title;
  Safety safety = Safety::safe;
  std::vector<Edit> edits;
};

/// What a rule found. `message`, `consequence` and `help` are one sentence each: what is wrong at
/// this place, what happens because of it, what to write instead. `label` stands under the
/// underlined place. `witness` is an origin that the enforcer admits (or wrongly refuses).
/// `severity` is set where it differs from the rule's own.
struct Finding {
  Span span;
  std::string message = {};
  std::string consequence = {};
  std::string help = {};
  std::string label = {};
  std::string witness = {};
  std::vector<Label> labels = {};
  std::vector<Fix> fixes = {};
  std::optional<Severity> severity = {};
};

using Findings = std::vector<Finding>;

/// What a rule may know besides the policy: the enforcer that will apply it, the analyses of its
/// patterns and what matches them, the entries of its list of origins, all policies of the same
/// file (this one among them), the file's bytes, and what lies beside the file.
struct Context {
  const Enforcer& enforcer;
  PatternAnalyses& analyses;
  PatternMatchers& matchers;
  const PolicyEntries& entries;
  std::span<const Policy> siblings = {};
  std::string_view text = {};
  const Surroundings& surroundings = no_surroundings;
};

/// One rule, whole: its name, everything said about it anywhere (`explain`, the catalogue, SARIF,
/// schemas), and the check. `bad` makes the rule fire and `good` is clean under every rule; both
/// are files named `example_file`, whose name decides format and environment. A rule has no state
/// and no options.
struct Rule {
  std::string_view id;
  Group group = Group::input;
  Severity severity = Severity::error;
  Weakness weakness = {};
  std::string_view summary;         ///< one line: what was found
  std::string_view rationale;       ///< what the enforcer and the browser do, and what comes of it
  std::string_view remedy;          ///< what to write instead
  std::string_view exception = {};  ///< when it is fine to ignore the finding; empty: never
  std::string_view example_file = "cors.toml";
  std::string_view bad;
  std::string_view good;
  std::string_view reference;
  void (*check)(const Policy&, const Context&, Findings&) = nullptr;
};

}  // namespace corslint
