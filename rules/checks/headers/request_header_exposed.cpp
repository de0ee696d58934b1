#include <algorithm>
#include <array>

#include "rules/catalog.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// Headers that mean something in requests alone, and those that only answers to preflights carry,
/// which no script ever sees.
constexpr auto unreadable_names = std::to_array<std::string_view>({
    "accept",
    "accept-charset",
    "accept-language",
    "access-control-allow-headers",
    "access-control-allow-methods",
    "access-control-max-age",
    "access-control-request-headers",
    "access-control-request-method",
    "cookie",
    "host",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-unmodified-since",
    "origin",
    "referer",
    "user-agent",
    "x-requested-with",
});

bool is_unreadable(std::string_view name) {
  return std::find(unreadable_names.begin(), unreadable_names.end(), ascii_lowered(name)) !=
         unreadable_names.end();
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  // One list for both directions rightly holds names of requests.
  if (context.enforcer.exposes_allowed_headers) return;
  for (const auto& entry : policy.exposed_headers.entries) {
    if (!is_unreadable(entry.value)) continue;
    const bool of_preflights = ascii_lowered(entry.value).starts_with("access-control-allow") ||
                               equal_ignoring_case(entry.value, "access-control-max-age");
    Finding finding{
        .span = entry.span,
        .message = in_backticks(entry.value) +
                   (of_preflights ? " stands only in answers to preflights"
                                  : " is a request header, listed among those that scripts may "
                                    "read in responses"),
        .consequence = of_preflights ? "The browser reads those answers itself and shows them to "
                                       "no script, so the entry has no effect"
                                     : "Responses do not carry it, so the entry has no effect",
        .help = "Leave it out, or list it among the allowed headers if scripts are to send it",
    };
    offer_removal(finding, entry, Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::request_header_exposed{
    .id = "request-header-exposed",
    .group = Group::headers,
    .severity = Severity::info,
    .summary = "A header that no readable response carries is exposed",
    .rationale =
        "Exposing is about what a script may read in a response. `Origin`, `Accept`, `User-Agent` "
        "and `Cookie` are sent by the browser and not to it, and `Access-Control-Allow-Methods` "
        "stands in answers to preflights, which scripts never see. They come into this list when "
        "the allowed headers are copied into it. Nothing breaks; the list only stops telling what "
        "scripts really read.",
    .remedy = "Leave the name out.",
    .exception = "The application echoes the request's header in its responses.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
expose_headers = ["ETag", "Origin"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
expose_headers = ["ETag"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-expose-headers",
    .check = check,
};

}  // namespace corslint
