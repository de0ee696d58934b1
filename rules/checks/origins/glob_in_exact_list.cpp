#include <algorithm>
#include <utility>

#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/glob.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/pattern_setting.h"
#include "rules/checks/origins/sent_to_everyone.h"
#include "rules/checks/wording.h"
#include "rules/origin/public_suffix.h"
#include "rules/pattern/analyses.h"

namespace corslint {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '.') result += '\\';
    result += c;
  }
  return result;
}

/// The pattern that admits what a glob for subdomains or for ports means, and nothing else; empty
/// where no safe pattern says the same.
std::string equivalent_pattern(std::string_view value) {
  if (std::count(value.begin(), value.end(), '*') != 1) return {};
  const Glob glob = glob_of(value);
  if (glob.before.find("://") == std::string_view::npos) return {};
  if (glob.before.ends_with(':') && glob.tail.empty())
    return escaped(glob.before.substr(0, glob.before.size() - 1)) + "(:[0-9]+)?";
  const auto domain = domain_under(glob);
  if (!domain || suffix_kind(*domain) != SuffixKind::none) return {};
  return escaped(glob.before) + "([a-z0-9-]+\\.)+" + escaped(*domain) + std::string(glob.port);
}

/// The same in the engine's own mode; empty where the enforcer has no patterns.
std::string pattern_for(std::string_view value, const Enforcer& enforcer) {
  std::string pattern = equivalent_pattern(value);
  if (!enforcer.pattern_syntax || pattern.empty()) return {};
  switch (enforcer.pattern_mode) {
    case MatchMode::search:
    case MatchMode::suffix:
      return '^' + pattern + '$';
    case MatchMode::prefix:
    case MatchMode::prefix_with_dollar:
      return pattern + '$';
    case MatchMode::full:
      break;
  }
  return pattern;
}

std::string help_for(const std::string& pattern) {
  if (pattern.empty()) return "List each origin by its full name";
  return "List each origin by its full name, or admit them by the pattern " + in_backticks(pattern);
}

/// Whether the switch that gives `*` a meaning may be thrown where no policy shows it: ASP.NET
/// Core's is a call in the program.
bool may_be_switched_on_elsewhere(const Policy& policy, const Enforcer& enforcer) {
  return enforcer.name == "aspnet" && !policy.origin_globs.value;
}

std::string consequence_of(const Entry& entry, const Policy& policy, const Context& context) {
  const Enforcer& enforcer = context.enforcer;
  const std::string subject = sentence_subject(enforcer);
  if (enforcer.glob == GlobSupport::none)
    return subject +
           (is_sent_to_everyone(entry.value(), policy, context) ? " sends the entry to every page"
                                                                : " compares the entry") +
           " as it stands, no origin holds a `*`, and so the entry admits nobody";
  if (may_be_switched_on_elsewhere(policy, enforcer))
    return subject +
           " reads a `*` in an entry only where the program calls "
           "`SetIsOriginAllowedToAllowWildcardSubdomains()`; elsewhere the entry admits nobody";
  if (enforcer.globs_are_optional && !is_on(policy.origin_globs))
    return subject +
           " reads a `*` in an entry only where the policy switches that on, and no origin holds "
           "one, so the entry admits nobody";
  if (enforcer.glob == GlobSupport::any_run)
    return subject +
           " reads one `*` in an entry and compares a second as it stands, which no origin holds";
  return subject +
         " reads `*` only in the place of whole labels in front of a name: elsewhere it "
         "stands for itself, and no origin holds one";
}

Finding taken_as_it_stands(const Entry& entry, const Policy& policy, const Context& context) {
  const Enforcer& enforcer = context.enforcer;
  const bool one_is_read = enforcer.glob == GlobSupport::any_run;
  const auto star = one_is_read ? entry.value().rfind('*') : entry.value().find('*');
  const std::string pattern = pattern_for(entry.value(), enforcer);
  Finding finding{
      .span = part_of(*entry.text, star, 1),
      .message = "The `*` in " + in_backticks(entry.value()) + " is no wildcard here",
      .consequence = consequence_of(entry, policy, context),
      .help = help_for(pattern),
      .label = "taken as it stands",
      .fixes = moved_to_patterns(*entry.text, policy, context, pattern),
  };
  if (may_be_switched_on_elsewhere(policy, enforcer)) finding.severity = Severity::warning;
  return finding;
}

/// An origin that the entry admits and that was certainly not meant; empty where none is known.
std::string stranger_by(const PatternAnalysis& analysis) {
  const auto found =
      std::find_if(analysis.findings.begin(), analysis.findings.end(),
                   [](const PatternFinding& finding) { return !finding.witness.empty(); });
  return found == analysis.findings.end() ? std::string() : found->witness;
}

/// The entry is handed to the engine, where `*` repeats what stands before it.
Finding taken_as_pattern(const Entry& entry, const Context& context) {
  const Enforcer& enforcer = context.enforcer;
  const std::string stranger = stranger_by(context.analyses.of(entry.meaning.pattern));
  const std::string pattern = pattern_for(entry.value(), enforcer);
  std::string consequence =
      sentence_subject(enforcer) +
      " reads the entry as a regular expression, in which `*` repeats the character before it";
  if (!stranger.empty()) consequence += ": " + in_backticks(stranger) + " is let in";
  return {
      .span = part_of(*entry.text, entry.value().find('*'), 1),
      .message = "The `*` in " + in_backticks(entry.value()) + " is no wildcard here",
      .consequence = std::move(consequence),
      .help = pattern.empty() ? "List each origin by its full name"
                              : "Write the pattern " + in_backticks(pattern),
      .label = "repeats the character before it",
      .witness = stranger,
      .fixes =
          pattern.empty() ? std::vector<Fix>() : rewritten(*entry.text, pattern, Safety::unsafe),
  };
}

/// `*` alone in a list whose entries are compared as they stand.
Finding dead_wildcard(const Entry& entry, const Enforcer& enforcer) {
  return {
      .span = entry.text->content,
      .message = "The `*` in a list is no wildcard here",
      .consequence = sentence_subject(enforcer) +
                     " compares the entries of a list as they stand, no origin is `*`, and so the "
                     "policy admits nobody",
      .help = "List the origins; where everybody is really meant, write `\"*\"` as one string",
      .label = "taken as it stands",
  };
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const bool alone = context.entries.origins.size() == 1;
  for (const Entry& entry : context.entries.origins) {
    const bool is_dead = entry.meaning.kind == EntryMeaning::Kind::origin;
    if (entry.kind == EntryKind::wildcard && alone && is_dead)
      findings.push_back(dead_wildcard(entry, context.enforcer));
    if (entry.kind == EntryKind::literal_glob) {
      findings.push_back(taken_as_it_stands(entry, policy, context));
    } else if (entry.kind == EntryKind::misread_glob) {
      findings.push_back(taken_as_pattern(entry, context));
    }
  }
}

}  // namespace

constinit const Rule rules::glob_in_exact_list{
    .id = "glob-in-exact-list",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An entry has a * that its enforcer does not read",
    .rationale =
        "`https://*.acme.io` is what everybody writes for all subdomains, and few enforcers "
        "understand it. S3 and the users of rs/cors do; Starlette, Traefik, Express, ASP.NET Core "
        "and Cloud Storage compare the entry as it stands, and since no browser ever sends a `*`, "
        "every subdomain is refused. It is one of the most frequent mistakes in public FastAPI "
        "code: the preview deployments never work, and nobody sees why, because the list says that "
        "they should.",
    .remedy = "List each origin by its full name, or use the enforcer's setting for patterns.",
    .exception = "Your own code turns the entry into a pattern before the enforcer sees it.",
    .bad = R"([cors]
dialect = "starlette"
allow_origins = ["https://*.acme.io"]
)",
    .good = R"([cors]
dialect = "starlette"
allow_origins = ["https://app.acme.io", "https://admin.acme.io"]
)",
    .reference = "https://www.starlette.io/middleware/#corsmiddleware",
    .check = check,
};

}  // namespace corslint
