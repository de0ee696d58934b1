#include <algorithm>
#include <string>

#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/sent_to_everyone.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto& entries = context.entries.origins;
  if (entries.size() < 2) return;
  const bool is_known = std::none_of(entries.begin(), entries.end(), [](const Entry& entry) {
    return entry.kind == EntryKind::unresolved;
  });
  const auto first = std::find_if(entries.begin(), entries.end(),
                                  [](const Entry& entry) { return entry.origin() != nullptr; });
  if (!is_known || first == entries.end()) return;
  const auto sent = allow_origin_sent_to(first->origin()->serialize(), policy, context);
  if (sent.find(',') == std::string::npos) return;
  findings.push_back({
      .span = policy.origins.span,
      .message = in_backticks(policy.origins.key) + " holds several origins, and " +
                 std::string(context.enforcer.title) + " sends all of them in every answer",
      .consequence = "Browsers then see `Access-Control-Allow-Origin: " + sent +
                     "`, which is no origin, and refuse everybody",
      .help = "Keep one origin, or let code choose the one that the request comes from",
  });
}

}  // namespace

constinit const Rule rules::several_allow_origin_values{
    .id = "several-allow-origin-values",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "Several origins are sent at once, and browsers take one",
    .rationale =
        "`Access-Control-Allow-Origin` holds one origin or `*`. Most enforcers keep a list and "
        "answer with the origin that asked. @koa/cors and the files of literal headers do not: "
        "they send what is written, and two entries become two headers or one with a comma. The "
        "console says \"contains multiple values, but only one is allowed\", and not even the "
        "first of them is let in.",
    .remedy = "Keep one origin, or choose in code by the request's origin.",
    .exception = "",
    .bad = R"([cors]
dialect = "koa"
origin = ["https://app.acme.io", "https://admin.acme.io"]
)",
    .good = R"([cors]
dialect = "koa"
origin = "https://app.acme.io"
)",
    .reference = "https://fetch.spec.whatwg.org/#concept-cors-check",
    .check = check,
};

}  // namespace corslint
