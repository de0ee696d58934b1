#include "rules/checks/literal_wildcard.h"

#include <optional>
#include <string>
#include <utility>

#include "rules/checks/any_origin.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

std::string joined(const std::vector<std::string_view>& names, std::string_view quote,
                   std::string_view separator) {
  std::string text;
  for (const auto name : names) {
    if (!text.empty()) text += separator;
    text.append(quote).append(name).append(quote);
  }
  return text;
}

std::optional<Edit> in_place_of(const Text& entry, const TextList& list, Format format,
                                const std::vector<std::string_view>& names) {
  if (list.form == ListForm::separated || (list.form == ListForm::single && format == Format::env))
    return Edit{entry.content, joined(names, "", ",")};
  const bool is_literal = entry.quoting == Quoting::toml_literal;
  const bool is_quoted =
      is_literal || entry.quoting == Quoting::toml_basic || entry.quoting == Quoting::json;
  const bool is_list = list.form == ListForm::list || list.form == ListForm::json_text;
  if (!is_list || !is_quoted) return std::nullopt;
  return Edit{entry.span, joined(names, is_literal ? "'" : "\"", ", ")};
}

}  // namespace

void report_literal_wildcard(const TextList& list, NameWildcard wildcard,
                             const LiteralWildcardTexts& texts, const Policy& policy,
                             const Context& context, Findings& findings) {
  const bool dropped = wildcard == NameWildcard::dropped_with_credentials;
  if (!dropped && wildcard != NameWildcard::literal) return;
  if (!allows_credentials(policy, context.enforcer)) return;
  const Text* entry = wildcard_in(list);
  if (entry == nullptr) return;
  const bool generic = &context.enforcer == &generic_enforcer();
  findings.push_back({
      .span = entry->span,
      .message =
          "`*` in " + in_backticks(list.key) + " stands for nothing once credentials are allowed",
      .consequence = dropped ? sentence_subject(context.enforcer) + std::string(texts.dropped)
                             : std::string(texts.sent),
      .help = std::string(texts.help) + std::string(generic ? texts.help_if_generic : ""),
      .label = dropped ? "not sent with credentials" : "a name, no wildcard",
      .labels = {{place_of(policy.credentials), "credentials allowed here"}},
  });
}

void offer_names(Finding& finding, const TextList& list, Format format,
                 const std::vector<std::string_view>& names) {
  const Text* entry = wildcard_in(list);
  if (entry == nullptr || entry->resolution != Resolution::literal || names.empty()) return;
  auto edit = in_place_of(*entry, list, format, names);
  if (!edit) return;
  finding.fixes.push_back({.title = "Write " + listed_in_backticks(names),
                           .safety = Safety::unsafe,
                           .edits = {std::move(*edit)}});
}

}  // namespace corslint
