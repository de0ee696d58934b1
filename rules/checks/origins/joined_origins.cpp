#include "rules/origin/joined_origins.h"

#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/sent_to_everyone.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// The pieces as entries of their own, in a list of the format.
std::vector<Fix> split(const Text& text, const Policy& policy) {
  const bool in_list = policy.origins.form == ListForm::list && policy.format != Format::env;
  if (text.resolution != Resolution::literal || !in_list) return {};
  const std::string_view quote = text.quoting == Quoting::toml_literal ? "'" : "\"";
  std::string entries;
  for (const TextRange& range : split_joined_origins(text.value)) {
    const auto piece =
        spelled(std::string_view(text.value).substr(range.offset, range.length), text.quoting);
    if (!piece) return {};
    if (!entries.empty()) entries += ", ";
    entries.append(quote).append(*piece).append(quote);
  }
  return {{.title = "Write each origin as an entry of its own",
           .safety = Safety::safe,
           .edits = {{text.span, entries}}}};
}

std::string consequence_of(const Entry& entry, const Policy& policy, const Context& context) {
  if (is_sent_to_everyone(entry.value(), policy, context))
    return sentence_subject(context.enforcer) +
           " sends the whole text to every page, and a browser takes its page's one origin only, "
           "so none of them is admitted";
  return "A browser sends one origin, and " + std::string(context.enforcer.title) +
         " compares it with the whole text, so none of them is admitted";
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const TextList& list = policy.origins;
  // A single string in TOML or JSON is wrong before it holds several origins.
  if (list.form == ListForm::single && policy.format != Format::env &&
      !context.enforcer.string_as_list_text.empty())
    return;
  for (const Entry& entry : context.entries.origins) {
    if (entry.kind != EntryKind::joined) continue;
    const bool chooses = chooses_among_several(context);
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " holds several origins in one entry",
        .consequence = consequence_of(entry, policy, context),
        .help = chooses ? "Write each origin as an entry of its own"
                        : "Keep one origin, or let code choose the one that the request comes from",
        .fixes = chooses ? split(*entry.text, policy) : std::vector<Fix>(),
    });
  }
}

}  // namespace

constinit const Rule rules::joined_origins{
    .id = "joined-origins",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "Several origins stand in one entry",
    .rationale =
        "An entry is one origin. A text with several, joined by commas, blanks or semicolons, is "
        "compared as a whole with the one origin of a request and never equals it; sent as a "
        "header it is refused by browsers, which take exactly one value. The text usually worked "
        "in an env file, whose reader took it apart, and was then moved into a list.",
    .remedy = "Write each origin as an entry of its own.",
    .exception = "Your own code splits the text before the enforcer sees it.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io,https://admin.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io", "https://admin.acme.io"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-allow-origin",
    .check = check,
};

}  // namespace corslint
