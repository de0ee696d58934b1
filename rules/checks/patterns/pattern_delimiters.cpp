#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {
namespace {

/// The pattern between two slashes; empty where the text does not stand between two.
std::string_view between_slashes(std::string_view text) {
  if (text.size() < 3 || text.front() != '/') return {};
  const auto end = text.find_last_not_of("dgimsuvy");
  if (end == 0 || end == std::string_view::npos || text[end] != '/') return {};
  return text.substr(1, end - 1);
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const Text& text : policy.origin_patterns.entries) {
    const auto pattern = between_slashes(text.value);
    if (!is_judged(text) || pattern.empty()) continue;
    const auto meaning = meaning_of_pattern_entry(text.value, policy, context.enforcer);
    const bool are_read = meaning.pattern.pattern != text.value;
    if (meaning.kind != EntryMeaning::Kind::pattern || are_read) continue;
    Finding finding{
        .span = text.content,
        .message = in_backticks(text.value) + " has slashes around the pattern",
        .consequence = sentence_subject(context.enforcer) +
                       " takes them for characters of the pattern, no origin begins with a slash, "
                       "and so it admits nobody",
        .help = "Write the pattern without the slashes, and without flags behind them",
        .label = "no slashes here",
    };
    offer_replacement(finding, text, std::string(pattern), Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::pattern_delimiters{
    .id = "pattern-delimiters",
    .group = Group::patterns,
    .severity = Severity::error,
    .summary = "Slashes stand around a pattern where none are read",
    .rationale =
        "JavaScript, Ruby and sed write a regular expression between slashes, and a few products "
        "(gin, Quarkus, Elasticsearch) tell patterns from plain origins by them. Everywhere else a "
        "setting holds the pattern alone: `/^https:\\/\\/acme\\.io$/` there asks for an origin "
        "that "
        "begins with a slash, and there is none.",
    .remedy = "Leave the slashes and the flags behind them out.",
    .exception = "",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = '/^https:\/\/app\.acme\.io$/'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = '^https://app\.acme\.io$'
)",
    .reference = "https://www.starlette.io/middleware/#corsmiddleware",
    .check = check,
};

}  // namespace corslint
