#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/wording.h"
#include "rules/origin/look_alikes.h"

namespace corslint {
namespace {

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin) continue;
    const auto host = serialize(origin->host);
    const auto look_alike = ascii_look_alike(host);
    if (look_alike.empty()) continue;
    const auto serialized = origin->serialize();
    const bool is_admitted = admits(entry.meaning, serialized, context.matchers);
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " is displayed like " + in_backticks(look_alike) +
                   ", and is another site",
        .consequence = "Some of its letters come from another alphabet: whoever registered " +
                       in_backticks(host) +
                       (is_admitted ? " is let in"
                                    : " is let in as soon as the entry is spelled as browsers "
                                      "send it"),
        .help = "Write " + in_backticks(look_alike) + " if that is the site that was meant",
        .witness = is_admitted ? serialized : std::string(),
    });
  }
}

}  // namespace

constinit const Rule rules::homograph_host{
    .id = "homograph-host",
    .group = Group::origins,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::high, 1007},
    .summary = "The host only looks like a name in plain ASCII",
    .rationale =
        "A Cyrillic `а` and a Latin `a` look the same and are two letters, so that two people may "
        "register two names that nobody can tell apart by eye. Such a name is how users are "
        "brought "
        "to a false login page, and in a policy it lets that page read the API. It gets there by "
        "copying a name from a message or a web page.",
    .remedy = "Type the name by hand, in plain ASCII.",
    .exception = "The site really has that name.",
    .bad = R"([cors]
allow_origins = ["https://xn--cme-5cd.io"]
)",
    .good = R"([cors]
allow_origins = ["https://acme.io"]
)",
    .reference = "https://www.unicode.org/reports/tr39/#Confusable_Detection",
    .check = check,
};

}  // namespace corslint
