#include <algorithm>
#include <utility>
#include <vector>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/origins/admits.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"
#include "rules/pattern/origin_set.h"

namespace corslint {
namespace {

/// What admits more than one origin in a policy, with the set that it admits.
struct WiderEntry {
  const Text* text;
  OriginSet set;
};

bool may_be_wider(const EntryMeaning& meaning) {
  return meaning.kind == EntryMeaning::Kind::glob || meaning.kind == EntryMeaning::Kind::pattern;
}

std::vector<WiderEntry> wider_entries(const Policy& policy, const std::vector<Entry>& entries,
                                      const Enforcer& enforcer) {
  std::vector<WiderEntry> wider;
  const auto add = [&](const Text& text, const EntryMeaning& meaning) {
    auto set = may_be_wider(meaning) ? origins_of(meaning) : std::nullopt;
    if (set) wider.push_back({&text, std::move(*set)});
  };
  // Each becomes an automaton.
  constexpr std::size_t most_wider_entries = 1000;
  for (const Entry& entry : entries)
    if (wider.size() < most_wider_entries) add(*entry.text, entry.meaning);
  for (const Text& pattern : policy.origin_patterns.entries)
    if (wider.size() < most_wider_entries && !is_unresolved(pattern))
      add(pattern, meaning_of_pattern_entry(pattern.value, policy, enforcer));
  return wider;
}

bool names_one_origin(const Entry& entry) {
  return entry.origin() != nullptr && entry.parsed.is_canonical();
}

/// What already admits the origin; null where nothing does.
const Text* covering(const std::vector<WiderEntry>& wider, const Origin& origin) {
  const auto sent = origin.serialize();
  const auto found = std::find_if(wider.begin(), wider.end(), [&](const WiderEntry& entry) {
    return entry.set.contains(sent);
  });
  return found == wider.end() ? nullptr : found->text;
}

/// Whether it stands in the list of patterns: there the list of origins may have been meant as the
/// limit, and would be left empty.
bool is_pattern(const Policy& policy, const Text* cover) {
  const auto& patterns = policy.origin_patterns.entries;
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Text& pattern) { return &pattern == cover; });
}

void report_switch(const Policy& policy, Findings& findings) {
  findings.push_back({
      .span = policy.origins.span,
      .message = "The list has no effect while " + in_backticks(policy.any_origin.key) + " is on",
      .consequence = "Every origin is admitted, and the list only looks like a limit",
      .help = "Switch " + in_backticks(policy.any_origin.key) + " off, or leave the list out",
      .labels = {{policy.any_origin.span, "admits every origin"}},
  });
}

/// The most times that an entry is held against what is wider than it: some seconds of work.
constexpr std::size_t most_comparisons = 2'000'000;

void report_bound(const Entry& entry, Findings& findings) {
  findings.push_back({
      .span = entry.text->span,
      .message = "From here on, the list was not compared with its globs and patterns",
      .consequence = "There are too many of both, and what they admit already stays unreported",
      .help = "Keep the single origins, or what is wider than them",
  });
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto& entries = context.entries.origins;
  if (is_on(policy.any_origin)) {
    if (!entries.empty()) report_switch(policy, findings);
    return;
  }
  if (std::ranges::none_of(entries, names_one_origin)) return;
  if (any_origin(policy, context.enforcer)) return;
  const auto wider = wider_entries(policy, entries, context.enforcer);
  if (wider.empty()) return;
  std::size_t comparisons = 0;
  for (const Entry& entry : entries) {
    if (!names_one_origin(entry)) continue;
    comparisons += wider.size();
    if (comparisons > most_comparisons) return report_bound(entry, findings);
    const Text* cover = covering(wider, *entry.origin());
    if (cover == nullptr) continue;
    findings.push_back({
        .span = entry.text->span,
        .message =
            in_backticks(entry.value()) + " is already admitted by " + in_backticks(cover->value),
        .consequence = "Removing it would change nothing",
        .help = "Remove it, or make the other narrower if the list was meant to be the limit",
        .labels = {{cover->span, "admits it"}},
        .fixes = removed(*entry.text, is_pattern(policy, cover) ? Safety::unsafe : Safety::safe),
    });
  }
}

}  // namespace

constinit const Rule rules::redundant_origin{
    .id = "redundant-origin",
    .group = Group::origins,
    .severity = Severity::info,
    .summary = "An origin is admitted by something else in the policy already",
    .rationale =
        "An entry that a glob or a switch of the same policy already covers does nothing. That is "
        "harmless in itself, but it shows that the policy is wider than somebody thought: whoever "
        "wrote the single origin believed that it needed to be named, and whoever removes it will "
        "believe that it is refused.",
    .remedy = "Remove the entry, or make the wider one narrower.",
    .exception = "The entry is kept as documentation.",
    .bad = R"([cors]
dialect = "s3"
allow_origins = ["https://*.acme.io", "https://app.acme.io", "https://acme.io"]
allow_methods = ["GET", "PUT"]
)",
    .good = R"([cors]
dialect = "s3"
allow_origins = ["https://*.acme.io", "https://acme.io"]
allow_methods = ["GET", "PUT"]
)",
    .reference = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
    .check = check,
};

}  // namespace corslint
