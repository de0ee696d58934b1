#include <algorithm>
#include <cstddef>
#include <string_view>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/headers.h"
#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

/// Whether `name` begins or ends with a known one, whatever the letter case.
bool is_variant(std::string_view name, std::string_view known) {
  return name.size() >= known.size() &&
         (equal_ignoring_case(name.substr(0, known.size()), known) ||
          equal_ignoring_case(name.substr(name.size() - known.size()), known));
}

/// The well-known name that a near miss was meant to be; empty where the name is one itself, is a
/// deliberate variant of one (`X-Authorization`), or is near to none.
std::string_view intended(std::string_view name) {
  constexpr std::size_t farthest = 2;
  constexpr std::size_t longest_name = 64;
  if (name.size() > longest_name) return {};
  for (const auto known : well_known_header_names())
    if (is_variant(name, known)) return {};
  const auto written = ascii_lowered(name);
  std::string_view nearest;
  std::size_t least = farthest + 1;
  for (const auto known : well_known_header_names()) {
    const auto [shorter, longer] = std::minmax({written.size(), known.size()});
    if (longer - shorter >= least) continue;
    const auto distance = edit_distance(written, ascii_lowered(known), least - 1);
    if (distance >= least) continue;
    least = distance;
    nearest = known;
  }
  return nearest;
}

void judge(const TextList& list, Findings& findings) {
  for (const auto& entry : list.entries) {
    if (!is_judged(entry) || !is_token(entry.value)) continue;
    const auto name = intended(entry.value);
    if (name.empty()) continue;
    Finding finding{
        .span = entry.span,
        .message = in_backticks(entry.value) + " looks like a misspelt " + in_backticks(name),
        .consequence = in_backticks(name) + " is then not in the list, and what needs it fails",
        .help = "Write " + in_backticks(name) + ", if that was meant",
        .label = "did you mean " + in_backticks(name) + "?",
    };
    offer_replacement(finding, entry, name, Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  judge(policy.headers, findings);
  judge(policy.exposed_headers, findings);
}

}  // namespace

constinit const Rule rules::header_typo{
    .id = "header-typo",
    .group = Group::headers,
    .severity = Severity::warning,
    .summary = "A header name is one slip away from a well-known one",
    .rationale =
        "Any token is a possible header name, so nothing refuses `Authorisation`, `Content_Type` "
        "or `X-Request-With`. The header that was meant is not permitted, and the browser's "
        "message names that header and not the entry that was misspelt.",
    .remedy = "Write the well-known name.",
    .exception = "Fine where the application really has a header of that name.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "Authorisation"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "Authorization"]
)",
    .reference = "https://www.iana.org/assignments/http-fields/http-fields.xhtml",
    .check = check,
};

}  // namespace corslint
