#include <algorithm>
#include <string>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/headers.h"
#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// A name that was meant to be another one is a slip, which another rule reports.
bool is_well_known(std::string_view name) {
  const auto names = well_known_header_names();
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view known) { return equal_ignoring_case(known, name); });
}

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const auto& entry : policy.headers.entries) {
    if (!is_judged(entry) || !is_token(entry.value)) continue;
    const auto underscore = entry.value.find('_');
    if (underscore == std::string::npos) continue;
    std::string hyphenated = entry.value;
    std::replace(hyphenated.begin(), hyphenated.end(), '_', '-');
    if (is_well_known(hyphenated)) continue;
    findings.push_back({
        .span = part_of(entry, underscore, 1),
        .message = in_backticks(entry.value) + " is a header name with an underscore",
        .consequence = "nginx drops such headers from requests unless `underscores_in_headers` is "
                       "on, so that the preflight passes and the header never arrives",
        .help = "Call the header " + in_backticks(hyphenated) +
                " here and in the scripts, if a "
                "proxy stands in front",
    });
  }
}

}  // namespace

constinit const Rule rules::underscore_header{
    .id = "underscore-header",
    .group = Group::headers,
    .severity = Severity::info,
    .summary = "A request header's name holds an underscore",
    .rationale =
        "`X_Api_Key` is a legal name, and browsers send it. CGI and its descendants turn both `-` "
        "and `_` into `_`, so that a client could pass `X_Forwarded_For` for `X-Forwarded-For`. "
        "nginx therefore ignores names with underscores, gunicorn drops them since 22, and Apache "
        "keeps them from CGI programs since 2.4, all without a word to the client. The preflight "
        "is answered well, the request is sent, and the application says that the key is missing.",
    .remedy = "Use hyphens in names of your own headers.",
    .exception = "Everything between browser and application keeps such headers.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "X_Api_Key"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "X-Api-Key"]
)",
    .reference = "https://nginx.org/en/docs/http/ngx_http_core_module.html#underscores_in_headers",
    .check = check,
};

}  // namespace corslint
