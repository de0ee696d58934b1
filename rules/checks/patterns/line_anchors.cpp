#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"

namespace corslint {
namespace {

/// Where, from `start` on, the first `^` or `$` stands that is neither escaped nor in a class.
/// `start` is outside of a class.
std::size_t line_anchor(std::string_view pattern, std::size_t start = 0) {
  bool in_class = false;
  for (std::size_t at = start; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (in_class) {
      in_class = pattern[at] != ']';
    } else if (pattern[at] == '[') {
      in_class = true;
    } else if (pattern[at] == '^' || pattern[at] == '$') {
      return at;
    }
  }
  return std::string_view::npos;
}

/// The pattern with anchors of the whole text for all of those of lines.
std::string with_text_anchors(std::string_view pattern) {
  std::string result;
  std::size_t copied = 0;
  for (auto at = line_anchor(pattern); at != std::string_view::npos;
       at = line_anchor(pattern, copied)) {
    result.append(pattern.substr(copied, at - copied));
    result += pattern[at] == '^' ? "\\A" : "\\z";
    copied = at + 1;
  }
  return result.append(pattern.substr(copied));
}

void report(const Text& text, const EntryMeaning& meaning, const Enforcer& enforcer,
            Findings& findings) {
  if (text.resolution == Resolution::unresolved || meaning.kind != EntryMeaning::Kind::pattern ||
      meaning.pattern.syntax != Syntax::ruby)
    return;
  const auto at = line_anchor(text.value);
  if (at == std::string_view::npos) return;
  const std::string anchor(1, text.value[at]);
  findings.push_back({
      .span = part_of(text, at, 1),
      .message = in_backticks(anchor) + " stands for the " + (anchor == "^" ? "beginning" : "end") +
                 " of a line here, not of the origin",
      .consequence =
          sentence_subject(enforcer) +
          " matches with Ruby, where only `\\A` and `\\z` mean the whole text; no header "
          "holds a line break, so nobody gets in by it today",
      .help = "Write `\\A` for `^` and `\\z` for `$`",
      .fixes = rewritten(text, with_text_anchors(text.value), Safety::safe),
  });
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins)
    report(*entry.text, entry.meaning, context.enforcer, findings);
  for (const Text& text : policy.origin_patterns.entries)
    report(text, meaning_of_pattern_entry(text.value, policy, context.enforcer), context.enforcer,
           findings);
}

}  // namespace

constinit const Rule rules::line_anchors{
    .id = "line-anchors",
    .group = Group::patterns,
    .severity = Severity::info,
    .weakness = {SecuritySeverity::low, 777},
    .summary = "An anchor of the pattern stands for a line, not for the whole origin",
    .rationale =
        "In Ruby `^` and `$` match at every line break. An Origin header cannot hold one, so the "
        "pattern is not open today; it becomes so on the day when it is used for a text that can, "
        "such as a parameter, and Ruby's own security guide asks for `\\A` and `\\z` for that "
        "reason.",
    .remedy = "Write `\\A` and `\\z`.",
    .exception = "Fine to keep where nothing but Origin headers is matched.",
    .bad = R"([cors]
dialect = "rack-cors"
allow_origin_regex = '^https://app\.acme\.io$'
)",
    .good = R"([cors]
dialect = "rack-cors"
allow_origin_regex = '\Ahttps://app\.acme\.io\z'
)",
    .reference = "https://guides.rubyonrails.org/security.html#regular-expressions",
    .check = check,
};

}  // namespace corslint
