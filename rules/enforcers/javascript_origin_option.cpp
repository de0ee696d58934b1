#include "rules/enforcers/javascript_origin_option.h"

#include <string>

#include "rules/enforcers/javascript_headers.h"
#include "rules/pattern/parser.h"
#include "rules/policy/ascii.h"

namespace corslint {

OriginOption origin_option(const Policy& policy) {
  if (is_on(policy.any_origin)) return OriginOption::every_origin_by_name;
  if (is_set(policy.origin_patterns)) return OriginOption::entries;
  if (!is_set(policy.origins)) return OriginOption::wildcard;
  if (policy.origins.form != ListForm::single) return OriginOption::entries;
  const std::string& text = policy.origins.entries.front().value;
  if (text.empty()) return OriginOption::empty_text;
  return text == "*" ? OriginOption::wildcard : OriginOption::fixed_text;
}

EntryMeaning meaning_in_origin_option(std::string_view entry, const Policy& policy) {
  switch (origin_option(policy)) {
    case OriginOption::wildcard:
      return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
    case OriginOption::fixed_text:
      if (!node_sends(entry)) return {};
      return {.kind = EntryMeaning::Kind::origin, .text = std::string(stripped(entry))};
    case OriginOption::every_origin_by_name:
    case OriginOption::entries:
      if (entry.empty()) return {};
      return {.kind = EntryMeaning::Kind::origin, .text = std::string(entry)};
    case OriginOption::empty_text:
      break;
  }
  return {};
}

std::optional<StartFailure> failure_to_make_regexp(const Policy& policy) {
  if (is_on(policy.any_origin)) return std::nullopt;
  for (const Text& entry : policy.origin_patterns.entries) {
    const auto parsed = pattern::parse(entry.value, Syntax::javascript, LetterCase::sensitive);
    if (parsed.status != pattern::ParseStatus::rejected) continue;
    return StartFailure{.message = "SyntaxError: Invalid regular expression: /" + entry.value +
                                   "/: " + parsed.message,
                        .span = entry.span};
  }
  return std::nullopt;
}

}  // namespace corslint
