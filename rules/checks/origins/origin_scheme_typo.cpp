#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/origins/never_matches.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/origins/schemes.h"
#include "rules/checks/wording.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

struct Correction {
  std::string value;
  Safety safety = Safety::safe;
};

/// The entry with the nearest web scheme and `://`. Only the separator is mended without a doubt.
Correction corrected(const Entry& entry) {
  const auto value = stripped(entry.value());
  const std::string scheme = scheme_text(entry);
  const auto meant = meant_web_scheme(scheme);
  const auto rest = value.substr(scheme.size());
  const auto host = rest.substr(std::min(rest.find_first_not_of(":;/\\"), rest.size()));
  return {(meant.empty() ? scheme : std::string(meant)) + "://" + std::string(host),
          meant.empty() ? Safety::safe : Safety::unsafe};
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    if (!is_scheme_typo(entry)) continue;
    const Correction correction = corrected(entry);
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " does not start as an origin does",
        .consequence = never_matches(context.enforcer, correction.value),
        .help = "Write " + in_backticks(correction.value),
        .label = "did you mean " + in_backticks(correction.value) + "?",
        .fixes = rewritten(*entry.text, correction.value, correction.safety),
    });
  }
}

}  // namespace

constinit const Rule rules::origin_scheme_typo{
    .id = "origin-scheme-typo",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "The scheme of an origin or its :// is mistyped",
    .rationale =
        "`htps://app.acme.io` is a well-formed origin of a scheme that does not exist, so few "
        "enforcers complain about it, and `https:/app.acme.io` is a spelling that browsers mend in "
        "the address bar and enforcers do not. Both are compared with the real origin, differ from "
        "it, and leave the site refused.",
    .remedy = "Write `https://` (or `http://` for a local server) in front of the host.",
    .exception = "The scheme is really your app's own.",
    .bad = R"([cors]
allow_origins = ["htps://app.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://url.spec.whatwg.org/#concept-url-scheme",
    .check = check,
};

}  // namespace corslint
