#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/pattern_setting.h"
#include "rules/checks/origins/sent_to_everyone.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/pattern_support.h"

namespace corslint {
namespace {

std::string help_for(const Enforcer& enforcer) {
  if (!reads_patterns(enforcer))
    return sentence_subject(enforcer) + " reads no patterns: list each origin by its full name";
  return "Move it to the setting for origin patterns, or list each origin by its full name";
}

/// The entry as a pattern of its own; empty where flags behind it change what it means.
std::string bare_pattern(const Entry& entry) {
  const auto value = entry.value();
  if (entry.kind == EntryKind::pattern) return std::string(value);
  const bool has_flags = !value.ends_with('/');
  return has_flags || value.size() < 2 ? std::string()
                                       : std::string(value.substr(1, value.size() - 2));
}

std::vector<Fix> fixes_for(const Entry& entry, const Policy& policy, const Context& context) {
  if (!reads_patterns(context.enforcer)) return {};
  return moved_to_patterns(*entry.text, policy, context, bare_pattern(entry));
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    if (entry.kind != EntryKind::pattern && entry.kind != EntryKind::delimited_pattern) continue;
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " is a pattern in a list of plain origins",
        .consequence =
            sentence_subject(context.enforcer) +
            (is_sent_to_everyone(entry.value(), policy, context) ? " sends it to every page"
                                                                 : " compares it") +
            " as it stands, and no origin is spelled like this, so it admits nobody",
        .help = help_for(context.enforcer),
        .fixes = fixes_for(entry, policy, context),
    });
  }
}

}  // namespace

constinit const Rule rules::pattern_in_exact_list{
    .id = "pattern-in-exact-list",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "A regular expression stands in a list that is compared exactly",
    .rationale =
        "Enforcers that know patterns read them from a setting of their own: Starlette from "
        "`allow_origin_regex`, Traefik from `accessControlAllowOriginListRegex`. In the plain list "
        "a pattern is a text with odd characters that no browser sends. The sites that it was "
        "written for are refused, and whoever reads the file sees a rule that admits them.",
    .remedy = "Move the pattern to the enforcer's setting for patterns.",
    .exception = "Your own code compiles the entry before the enforcer sees it.",
    .bad = R"([cors]
dialect = "starlette"
allow_origins = ["^https://.*\\.acme\\.io$"]
)",
    .good = R"([cors]
dialect = "starlette"
allow_origins = ["https://app.acme.io"]
allow_origin_regex = "https://[a-z0-9-]+\\.apps\\.acme\\.io"
)",
    .reference = "https://www.starlette.io/middleware/#corsmiddleware",
    .check = check,
};

}  // namespace corslint
