#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/origins/additions.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/glob.h"
#include "rules/checks/wording.h"
#include "rules/origin/public_suffix.h"

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

/// Moves the entry to the patterns that the policy already has.
std::vector<Fix> moved(const Text& text, const Policy& policy, const std::string& pattern) {
  if (pattern.empty() || policy.origin_patterns.form != ListForm::list) return {};
  auto fixes = added(policy.origin_patterns, pattern);
  if (fixes.empty() || !text.removal || text.resolution != Resolution::literal) return {};
  fixes.front().title = "Move it to the patterns as " + in_backticks(pattern);
  fixes.front().edits.push_back({*text.removal, ""});
  return fixes;
}

std::string consequence_of(const Enforcer& enforcer) {
  if (enforcer.glob == GlobSupport::any_run)
    return sentence_subject(enforcer) +
           " reads one `*` in an entry and compares a second as it stands, which no origin holds";
  return sentence_subject(enforcer) +
         " compares the entry as it stands, no origin holds a `*`, and so the entry admits nobody";
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    if (entry.kind != EntryKind::literal_glob) continue;
    const auto star = context.enforcer.glob == GlobSupport::any_run ? entry.value().rfind('*')
                                                                    : entry.value().find('*');
    const std::string pattern = pattern_for(entry.value(), context.enforcer);
    findings.push_back({
        .span = part_of(*entry.text, star, 1),
        .message = "The `*` in " + in_backticks(entry.value()) + " is no wildcard here",
        .consequence = consequence_of(context.enforcer),
        .help = help_for(pattern),
        .label = "taken as it stands",
        .fixes = moved(*entry.text, policy, pattern),
    });
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
