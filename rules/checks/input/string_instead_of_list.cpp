#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/all.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// Whether the key asks for one value by its name, so that a string under it is what everybody
/// writes: `allowed_origin`, `corsOrigin`.
bool names_one_value(std::string_view key) {
  std::string name;
  for (const char c : key)
    if (c != '_' && c != '-') name += ascii_lowered(c);
  return !name.ends_with('s') && !name.ends_with("list");
}

std::vector<std::string_view> parts_of(std::string_view value) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find_first_of(",;", begin), value.size());
    const auto part = stripped(value.substr(begin, end - begin));
    if (!part.empty()) parts.push_back(part);
    begin = end + 1;
  }
  return parts;
}

/// The value as a list of the format, spelled with the quotes that it has now.
std::optional<std::string> as_list(const Text& text) {
  const std::string_view quote = text.quoting == Quoting::toml_literal ? "'" : "\"";
  std::string list;
  for (const auto part : parts_of(text.value)) {
    const auto written = spelled(part, text.quoting);
    if (!written) return std::nullopt;
    if (!list.empty()) list += ", ";
    list.append(quote).append(*written).append(quote);
  }
  return '[' + list + ']';
}

std::string consequence_of(const TextList& list, const Policy& policy, const Enforcer& enforcer) {
  if (&list == &policy.origins || !enforcer.has_credentials)
    return std::string(enforcer.string_as_list_text);
  if (enforcer.string_is_one_entry)
    return sentence_subject(enforcer) +
           " takes one string for one name, and no request asks for that whole text";
  return sentence_subject(enforcer) +
         " reads a list here: some enforcers drop the string, some look for substrings of it" +
         (&enforcer == &generic_enforcer() ? ", and some take it, as Express does" : "");
}

/// Whether the enforcer makes of the string what it makes of a list of its values.
bool is_as_good_as_a_list(const TextList& list, bool is_one, const Policy& policy,
                          const Enforcer& enforcer) {
  if (!enforcer.string_is_one_entry) return false;
  const bool is_joined = &list == &policy.methods || &list == &policy.exposed_headers;
  return is_one || (enforcer.joins_names && is_joined);
}

void judge(const TextList& list, const Policy& policy, const Enforcer& enforcer,
           Findings& findings) {
  if (list.form != ListForm::single || list.entries.size() != 1) return;
  const Text& text = list.entries.front();
  if (text.resolution == Resolution::unresolved) return;
  const bool is_one = parts_of(text.value).size() <= 1;
  if (&enforcer == &generic_enforcer() && is_one && names_one_value(list.key)) return;
  if (is_as_good_as_a_list(list, is_one, policy, enforcer)) return;
  Finding finding{
      .span = text.span,
      .message = in_backticks(list.key) + " is one string where a list is read",
      .consequence = consequence_of(list, policy, enforcer),
      .help = is_one ? "Put the value in brackets"
                     : "Write a list with each of the values in quotes of its own",
      .label = is_one ? "" : "one string, not several values",
  };
  // A generic enforcer may be Express, whose documentation writes names so, and JSON all the more.
  const bool may_be_taken = &enforcer == &generic_enforcer() && &list != &policy.origins;
  if (text.value == "*" || may_be_taken) finding.severity = Severity::warning;
  if (may_be_taken && policy.format == Format::json) finding.severity = Severity::info;
  // A program that nobody named may take the string apart itself, and refuse a list.
  const bool is_doubtful = &enforcer == &generic_enforcer() && !is_one;
  const auto written = as_list(text);
  if (written && text.resolution == Resolution::literal)
    finding.fixes.push_back({.title = "Write it as a list",
                             .safety = is_doubtful ? Safety::unsafe : Safety::safe,
                             .edits = {{text.span, *written}}});
  findings.push_back(std::move(finding));
}

/// Hono takes one string for an origin, and for methods nothing but a list; what it does with other
/// strings it says when it starts.
void check_hono(const Policy& policy, Findings& findings) {
  const TextList& methods = policy.methods;
  if (methods.form != ListForm::single || methods.entries.front().value.empty()) return;
  const Text& text = methods.entries.front();
  if (text.resolution == Resolution::unresolved) return;
  Finding finding{
      .span = text.span,
      .message = in_backticks(methods.key) + " is one string where a list is read",
      .consequence =
          "Hono permits no method then, so that every preflight for one such as PUT "
          "fails",
      .help = "Write a list with each method in quotes of its own",
  };
  if (const auto written = as_list(text))
    finding.fixes.push_back(
        {.title = "Write it as a list", .safety = Safety::safe, .edits = {{text.span, *written}}});
  findings.push_back(std::move(finding));
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  if (policy.format == Format::env) return;
  if (context.enforcer.name == enforcer::hono_0_0.name) return check_hono(policy, findings);
  if (context.enforcer.string_as_list_text.empty()) return;
  for (const TextList* list :
       {&policy.origins, &policy.methods, &policy.headers, &policy.exposed_headers})
    judge(*list, policy, context.enforcer, findings);
}

}  // namespace

constinit const Rule rules::string_instead_of_list{
    .id = "string-instead-of-list",
    .group = Group::input,
    .severity = Severity::error,
    .summary = "One string stands where a list is read",
    .rationale =
        "Few enforcers refuse a string where they read a list, and no two do the same with it. "
        "Starlette asks whether the request's origin is *in* the value, which for a string is a "
        "search for a substring: `\"https://app.acme.io\"` then admits `https://app.acme.i`, and a "
        "comma list admits every piece of itself. KrakenD drops the value, and without a list it "
        "admits every origin. Others send the string to the browser as it stands, which refuses "
        "anything that is not exactly one origin. Flask-CORS takes it for one entry, which is what "
        "is meant where it holds one value; this rule is silent then.",
    .remedy = "Write a list, with one value a string, also where there is only one.",
    .exception = "Your own code takes the string apart before the enforcer sees it.",
    .bad = R"([cors]
dialect = "starlette"
allow_origins = "https://app.acme.io"
)",
    .good = R"([cors]
dialect = "starlette"
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://www.starlette.io/middleware/#corsmiddleware",
    .check = check,
};

}  // namespace corslint
