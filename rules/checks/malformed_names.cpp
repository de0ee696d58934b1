// An entry that is no token is one of five things, told apart in this order: nothing at all; a name
// with blanks around it; several names in one text; a name with the colon (and value) of a header
// line; or a text with a character that no name has. The first four say what was meant, and that
// becomes the fix.

#include "rules/checks/malformed_names.h"

#include <algorithm>
#include <string>
#include <vector>

#include "rules/checks/enforced_names.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/headers/header_pattern.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

std::vector<std::string_view> names_in(std::string_view value) {
  std::vector<std::string_view> names;
  constexpr std::string_view separators = ",; \t\n\r";
  while (true) {
    const auto begin = value.find_first_not_of(separators);
    if (begin == std::string_view::npos) return names;
    value.remove_prefix(begin);
    const auto end = std::min(value.find_first_of(separators), value.size());
    names.push_back(value.substr(0, end));
    value.remove_prefix(end);
  }
}

bool are_names(const std::vector<std::string_view>& names) {
  return names.size() > 1 && std::all_of(names.begin(), names.end(), is_token);
}

/// Offers one entry for each name, in a list of the format.
void offer_split(Finding& finding, const TextList& list, const Text& entry,
                 const std::vector<std::string_view>& names) {
  if (list.form != ListForm::list) return;
  const bool literal = entry.quoting == Quoting::toml_literal;
  if (!literal && entry.quoting != Quoting::toml_basic && entry.quoting != Quoting::json) return;
  const char quote = literal ? '\'' : '"';
  std::string text;
  for (const auto name : names) {
    const auto content = spelled(name, entry.quoting);
    if (!content) return;
    if (!text.empty()) text += ", ";
    text += quote + *content + quote;
  }
  finding.fixes.push_back({"Write one entry for each", Safety::safe, {Edit{entry.span, text}}});
}

/// Several names in one text that only commas part read as a list once they are sent.
void describe_joined(Finding& finding, const TextList& list, const Text& entry,
                     const MalformedNameTexts& texts, const Enforcer& enforcer,
                     const std::vector<std::string_view>& names) {
  finding.message =
      in_backticks(entry.value) + " holds several " + std::string(texts.noun) + "s in one entry";
  finding.help = "Write one entry for each: " + listed_in_backticks(names);
  const bool at_commas =
      entry.value.find(',') != std::string::npos && entry.value.find(';') == std::string::npos;
  if (at_commas && enforcer.name_check == NameCheck::compared) {
    finding.consequence = sentence_subject(enforcer) + " looks for one " + std::string(texts.noun) +
                          " of that whole text, and no request ever has it";
  } else if (at_commas) {
    finding.severity = Severity::warning;
    finding.consequence =
        "Where the entries are joined and sent, it still reads as a list; where a name is looked "
        "up, it is never found";
  }
  offer_split(finding, list, entry, names);
}

void describe_character(Finding& finding, const Text& entry, const MalformedNameTexts& texts) {
  const auto at = first_non_token_character(entry.value);
  const std::string_view value = entry.value;
  const auto byte = static_cast<unsigned char>(value[at]);
  finding.span = part_of(entry, at, 1);
  finding.message = byte < 0x80
                        ? in_backticks(value) + " holds " + in_backticks(value.substr(at, 1)) +
                              ", which no " + std::string(texts.noun) + " has"
                        : in_backticks(value) + " holds a character outside ASCII, which no " +
                              std::string(texts.noun) + " has";
  if (byte >= 0x80) finding.span = entry.span;
  finding.help = "Write the bare name: letters, digits and hyphens";
  const auto name = stripped(value.substr(0, at));
  if (value[at] != ':' || !is_token(name)) return;
  const bool ends = at + 1 == value.size();
  finding.help = "Write " + in_backticks(name) + ", the name without " + (ends ? "colon" : "value");
  offer_replacement(finding, entry, name, ends ? Safety::safe : Safety::unsafe);
}

Finding describe(const TextList& list, const Text& entry, const MalformedNameTexts& texts,
                 const Enforcer& enforcer) {
  Finding finding{.span = entry.span, .consequence = std::string(texts.consequence)};
  const auto name = stripped(entry.value);
  if (name.empty()) {
    finding.message = "An entry of " + in_backticks(list.key) + " is empty";
    finding.severity = Severity::warning;
    finding.consequence = "It permits nothing, and a name that was meant to stand there is missing";
    finding.help = "Remove it, or write the name";
    offer_removal(finding, entry, Safety::unsafe);
  } else if (is_token(name)) {
    finding.message = in_backticks(entry.value) + " has blanks around the name";
    finding.help = "Write " + in_backticks(name);
    offer_replacement(finding, entry, name, Safety::safe);
  } else if (const auto names = names_in(entry.value); are_names(names)) {
    describe_joined(finding, list, entry, texts, enforcer, names);
  } else {
    describe_character(finding, entry, texts);
  }
  return finding;
}

/// Whether the enforcer, or the browser that reads its answer, forgives the blanks around a name.
bool is_forgiven(const TextList& list, const Text& entry, const Policy& policy,
                 const Context& context) {
  const auto name = stripped(entry.value);
  if (!is_token(name)) return false;
  if (&list == &policy.methods) return permits_method(context, entry.value, name);
  return &list == &policy.headers && permits_header(context, entry.value, name);
}

/// Which program reads the policy is not known, and some forgive nothing.
void soften(Finding& finding) {
  finding.severity = Severity::warning;
  finding.consequence =
      "Browsers forgive the blanks where the entry is sent as it stands; where it is looked up, it "
      "is never found";
}

bool is_misread(const TextList& list, const Policy& policy) {
  return list.form == ListForm::single ||
         std::any_of(policy.irregularities.begin(), policy.irregularities.end(),
                     [&](const Irregularity& irregularity) {
                       return irregularity.kind == IrregularityKind::list_encoding &&
                              (contains(list.span, irregularity.span) ||
                               contains(irregularity.span, list.span));
                     });
}

}  // namespace

void report_malformed_names(const TextList& list, const MalformedNameTexts& texts,
                            const Policy& policy, const Context& context, Findings& findings) {
  if (is_misread(list, policy)) return;
  for (const auto& entry : list.entries) {
    if (!is_judged(entry) || is_token(entry.value)) continue;
    // What is left of a separator at the end is no entry of anyone's list.
    if (entry.value.empty() && list.form != ListForm::list) continue;
    const bool forgiven = is_forgiven(list, entry, policy, context);
    if (forgiven && &context.enforcer != &generic_enforcer()) continue;
    const auto as_pattern = &list == &policy.headers
                                ? header_pattern(entry, policy, context.enforcer)
                                : HeaderPattern::no;
    if (as_pattern == HeaderPattern::compiles) continue;
    findings.push_back(describe(list, entry, texts, context.enforcer));
    if (forgiven) soften(findings.back());
    if (as_pattern == HeaderPattern::broken)
      findings.back().consequence = sentence_subject(context.enforcer) +
                                    " takes it for a regular expression, which does not compile, "
                                    "so it permits nothing";
  }
}

}  // namespace corslint
