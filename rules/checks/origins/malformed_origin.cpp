#include <algorithm>
#include <array>

#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/schemes.h"
#include "rules/checks/wording.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::array reported{
    OriginProblem::invalid_scheme, OriginProblem::stray_separator,
    OriginProblem::user_info,      OriginProblem::empty_port,
    OriginProblem::invalid_port,   OriginProblem::non_canonical_port,
    OriginProblem::empty_host,     OriginProblem::percent_encoded_host,
    OriginProblem::invalid_domain, OriginProblem::forbidden_host_code_point,
    OriginProblem::invalid_ipv4,   OriginProblem::invalid_ipv6,
};

const OriginNote* first_reported(const Entry& entry) {
  for (const OriginNote& note : entry.parsed.notes)
    if (std::find(reported.begin(), reported.end(), note.problem) != reported.end()) return &note;
  return nullptr;
}

std::string consequence_of(const Entry& entry, const Enforcer& enforcer) {
  if (entry.parsed.origin) return never_matches(enforcer, entry.parsed.origin->serialize());
  return "No browser can send such an origin, so this entry admits nobody";
}

std::vector<Fix> fixes_of(const Entry& entry, const OriginNote& note) {
  const auto replaced = [&](std::string_view text, Safety safety) {
    return part_replaced(*entry.text, note.offset, note.length, text, safety);
  };
  switch (note.problem) {
    case OriginProblem::stray_separator:
    case OriginProblem::empty_port:
    case OriginProblem::user_info:
      return replaced("", Safety::safe);
    case OriginProblem::non_canonical_port:
      if (entry.parsed.origin && entry.parsed.origin->port)
        return replaced(std::to_string(*entry.parsed.origin->port), Safety::safe);
      return {};
    case OriginProblem::percent_encoded_host:
      if (entry.parsed.origin) return replaced(serialize(entry.parsed.origin->host), Safety::safe);
      return {};
    default:
      return {};
  }
}

std::string help_for(OriginProblem problem) {
  switch (problem) {
    case OriginProblem::user_info:
      return "Leave the user information out, and change the password if it was one";
    case OriginProblem::invalid_port:
      return "Write the port as a number up to 65535";
    case OriginProblem::invalid_ipv4:
      return "Write the address as four numbers up to 255";
    case OriginProblem::invalid_ipv6:
      return "Write the address in brackets: `http://[::1]:3000`";
    default:
      return "Write scheme, host and port as a browser sends them";
  }
}

void report_note(const Entry& entry, const Enforcer& enforcer, Findings& findings) {
  const OriginNote* note = first_reported(entry);
  if (note == nullptr || is_scheme_typo(entry)) return;
  const bool secret = note->problem == OriginProblem::user_info;
  findings.push_back({
      .span = part_of(*entry.text, note->offset, note->length),
      .message = (secret ? "An origin" : in_backticks(entry.value())) + " has " +
                 std::string(phrase_of(note->problem)),
      .consequence = consequence_of(entry, enforcer),
      .help = help_for(note->problem),
      .fixes = fixes_of(entry, *note),
  });
}

/// The origin within quotes or brackets that stayed from another notation; empty where there are
/// none around one.
std::string_view within_quotes(const Entry& entry) {
  constexpr std::string_view marks = "'\"`[]";
  if (entry.kind != EntryKind::origin) return {};
  const auto value = stripped(entry.value());
  const auto first = value.find_first_not_of(marks);
  if (first == std::string_view::npos) return {};
  const auto last = value.find_last_not_of(marks);
  const auto inner = value.substr(first, last - first + 1);
  // `http://[::1]` has brackets of its own, and a list in one text has quotes between its entries.
  const bool holds_marks = inner.find_first_of(marks) != std::string_view::npos;
  if (inner.size() == value.size() || holds_marks || !Origin::parse(inner).origin) return {};
  return inner;
}

void report_quotes(const Entry& entry, std::string_view inner, const Enforcer& enforcer,
                   Findings& findings) {
  findings.push_back({
      .span = entry.text->content,
      .message = in_backticks(entry.value()) + " holds quotes or brackets of its own",
      .consequence = never_matches(enforcer, inner),
      .help = "Write " + in_backticks(inner),
      .fixes = rewritten(*entry.text, inner, Safety::safe),
  });
}

void report_words(const Entry& entry, const Enforcer& enforcer, Findings& findings) {
  findings.push_back({
      .span = entry.text->content,
      .message = in_backticks(entry.value()) + " is not an origin",
      .consequence = sentence_subject(enforcer) +
                     " knows no such word: the entry is compared as it stands and admits nobody",
      .help = "Write origins such as `https://app.acme.io`, or `*` for everybody",
  });
  if (&enforcer != &generic_enforcer() || (entry.value() != "true" && entry.value() != "false"))
    return;
  findings.back().severity = Severity::warning;
  findings.back().consequence =
      "Directus takes `true` and `false` for a switch, and admits every origin by `true`; what "
      "compares the entry with origins admits nobody by it";
}

/// Browsers take a host with two dots in a row; no name server has one.
void report_empty_label(const Entry& entry, Findings& findings) {
  const Origin* const origin = entry.origin();
  if (!origin || !is_web(*origin)) return;
  const auto name = name_without_final_dot(origin->host);
  if (!name.starts_with('.') && name.find("..") == std::string_view::npos) return;
  findings.push_back({
      .span = entry.text->content,
      .message = in_backticks(entry.value()) + " has an empty label in its host",
      .consequence = "DNS has no such names, so that no page can be there and send this origin",
      .help = "Write the host that is meant",
  });
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  const bool ignores_case = context.enforcer.comparison != OriginComparison::exact;
  for (const Entry& entry : context.entries.origins) {
    if (const auto inner = within_quotes(entry); !inner.empty()) {
      report_quotes(entry, inner, context.enforcer, findings);
      continue;
    }
    if (is_compared(entry)) report_note(entry, context.enforcer, findings);
    report_empty_label(entry, findings);
    const bool dead_null = entry.kind == EntryKind::null && !ignores_case &&
                           has_problem(entry, OriginProblem::null_wrong_case);
    if (entry.kind == EntryKind::prose || dead_null)
      report_words(entry, context.enforcer, findings);
  }
}

}  // namespace

constinit const Rule rules::malformed_origin{
    .id = "malformed-origin",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An entry is no origin that a browser sends",
    .rationale =
        "An origin is a scheme, `://`, a host, and a port where it is not the scheme's own. A "
        "user name, a port above 65535 or with leading zeros, a bracket, a blank label, or words "
        "such as `same-as-frontend` never stand in an Origin header. Enforcers rarely say so: they "
        "compare the text as it is, find that it differs, and refuse the site that was meant.",
    .remedy = "Write scheme, host and port as a browser sends them: `https://app.acme.io:8443`.",
    .exception = "Your own code gives the word a meaning before the enforcer sees it.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io:99999"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io:9999"]
)",
    .reference = "https://url.spec.whatwg.org/#concept-basic-url-parser",
    .check = check,
};

}  // namespace corslint
