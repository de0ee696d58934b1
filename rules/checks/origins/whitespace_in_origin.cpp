#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

std::string without_blanks_around_and_inside(std::string_view value) {
  std::string text;
  for (const char c : stripped(value))
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') text += c;
  return text;
}

/// The entry as it was meant: what the parser read, or the text without its blanks.
std::string meant(const Entry& entry) {
  return entry.parsed.origin && entry.kind == EntryKind::origin
             ? entry.parsed.origin->serialize()
             : without_blanks_around_and_inside(entry.value());
}

/// Whether the enforcer takes the entry as it was meant, because it cuts blanks off.
bool is_taken(const Entry& entry, PatternMatchers& matchers) {
  if (entry.kind == EntryKind::wildcard)
    return entry.value() == "*" || entry.meaning.kind == EntryMeaning::Kind::every_origin;
  if (entry.kind == EntryKind::null) return admits(entry.meaning, "null", matchers);
  return entry.is_forgiven();
}

bool has_blanks(const Entry& entry) {
  if (entry.kind == EntryKind::wildcard) return true;
  const bool judged = is_compared(entry) || entry.kind == EntryKind::null;
  return judged && (has_problem(entry, OriginProblem::whitespace) ||
                    has_problem(entry, OriginProblem::invisible_character));
}

bool is_invisible_only(const Entry& entry) {
  return entry.kind != EntryKind::wildcard && !has_problem(entry, OriginProblem::whitespace);
}

std::string consequence_of(const Entry& entry, const std::string& meant, const Enforcer& enforcer) {
  if (entry.kind != EntryKind::wildcard) return never_matches(enforcer, meant);
  return sentence_subject(enforcer) +
         " takes only the bare `*` for every origin, so this entry admits nobody";
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    if (!has_blanks(entry) || is_taken(entry, context.matchers)) continue;
    const std::string value = meant(entry);
    Finding finding{
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + (is_invisible_only(entry)
                                                      ? " holds a character that shows nothing"
                                                      : " has blanks around or inside it"),
        .consequence = consequence_of(entry, value, context.enforcer),
        .help = "Write " + in_backticks(value),
    };
    if (entry.kind == EntryKind::null) {
      finding.help = "Remove it: any website can send `Origin: null`";
    } else {
      // What opens a policy to every website is for a person to confirm.
      const bool opens = entry.kind == EntryKind::wildcard;
      finding.fixes = rewritten(*entry.text, value, opens ? Safety::unsafe : Safety::safe);
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::whitespace_in_origin{
    .id = "whitespace-in-origin",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An origin has blanks or invisible characters",
    .rationale =
        "A blank is a byte like any other to a comparison. It comes from `a, b` in an env file "
        "whose reader splits at the comma and does not trim, from a value that was pasted with its "
        "line end, or, as a zero-width character or byte order mark, from a document where nobody "
        "can see it. The entry looks right in every editor and admits nobody.",
    .remedy = "Remove the blanks.",
    .exception = "Your own code trims the entries before the enforcer sees them.",
    .bad = R"([cors]
allow_origins = [" https://app.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://fetch.spec.whatwg.org/#origin-header",
    .check = check,
};

}  // namespace corslint
