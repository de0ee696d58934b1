#include <algorithm>
#include <string>
#include <unordered_map>

#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// The entries by the origin that they stand for, the first of equal ones.
std::unordered_map<std::string, const Entry*> by_origin(const std::vector<Entry>& entries) {
  std::unordered_map<std::string, const Entry*> found;
  for (const Entry& entry : entries)
    if (const Origin* const origin = entry.origin()) found.try_emplace(origin->serialize(), &entry);
  return found;
}

const Entry* https_twin(const std::unordered_map<std::string, const Entry*>& entries,
                        Origin plain) {
  plain.scheme = "https";
  const auto found = entries.find(plain.serialize());
  return found == entries.end() ? nullptr : found->second;
}

bool is_plain(const Entry& entry) {
  const Origin* const origin = entry.origin();
  return origin && origin->scheme == "http" && !is_loopback(*origin);
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  const auto& entries = context.entries.origins;
  if (std::none_of(entries.begin(), entries.end(), is_plain)) return;
  const auto entries_by_origin = by_origin(entries);
  for (const Entry& entry : entries) {
    if (!is_plain(entry)) continue;
    const Entry* twin = https_twin(entries_by_origin, *entry.origin());
    if (twin == nullptr) continue;
    findings.push_back({
        .span = entry.text->span,
        .message = "The same host is admitted over http and over https",
        .consequence = "The entry over https gains nothing as long as a page over http may read "
                       "the same answers",
        .help = "Remove " + in_backticks(entry.value()) + ", and redirect http to https",
        .labels = {{twin->text->span, "the same host over https"}},
        .fixes = removed(*entry.text, Safety::unsafe),
    });
  }
}

}  // namespace

constinit const Rule rules::mixed_schemes{
    .id = "mixed-schemes",
    .group = Group::origins,
    .severity = Severity::info,
    .weakness = {SecuritySeverity::low, 319},
    .summary = "The same host is admitted over http and over https",
    .rationale =
        "Both schemes of one host are two origins, and the weaker one decides: a page over http "
        "can be changed on its way, and it may read what the one over https may. Sites that "
        "redirect to https never send the http origin, so the entry serves nobody but an attacker "
        "on the visitor's network.",
    .remedy = "Keep the https origin only.",
    .exception = "The site is really opened over http too.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", "http://app.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://www.rfc-editor.org/rfc/rfc6797",
    .check = check,
};

}  // namespace corslint
