#include <algorithm>
#include <array>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// What proxies write for the servers behind them, beyond `X-Forwarded-*`.
constexpr auto proxy_names = std::to_array<std::string_view>({
    "cf-connecting-ip",
    "forwarded",
    "true-client-ip",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-original-url",
    "x-real-ip",
    "x-rewrite-url",
});

bool is_proxy_header(std::string_view name) {
  const auto lowered = ascii_lowered(name);
  return lowered.starts_with("x-forwarded-") ||
         std::find(proxy_names.begin(), proxy_names.end(), lowered) != proxy_names.end();
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto open = any_origin(policy, context.enforcer);
  if (!open) return;
  for (const auto& entry : policy.headers.entries) {
    if (!is_judged(entry) || !is_proxy_header(entry.value)) continue;
    Finding finding{
        .span = entry.span,
        .message = "Scripts of every origin may send " + in_backticks(entry.value),
        .consequence =
            "Proxies write this header, and an application that believes it takes what "
            "a page in the visitor's browser wrote for what the proxy saw",
        .help = "Leave it out; proxies need no permission",
        .label = "written by proxies",
        .labels = {{open->span, "every origin is admitted here"}},
    };
    offer_removal(finding, entry, Safety::unsafe);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

constinit const Rule rules::proxy_header_from_any_origin{
    .id = "proxy-header-from-any-origin",
    .group = Group::headers,
    .severity = Severity::info,
    .weakness = {SecuritySeverity::low, 348},
    .summary = "Any website may send a header that proxies write",
    .rationale =
        "`X-Forwarded-For`, `X-Real-IP`, `Forwarded` and `X-Original-URL` tell an application "
        "what a proxy saw: the client's address, the host, the path. Applications decide by them "
        "who is limited, logged or let into the administration. No page needs to send them, and "
        "in the list of allowed headers they let every page do so from the visitor's own network. "
        "A proxy that overwrites them makes it harmless; many append instead.",
    .remedy = "Take the header out of the list.",
    .exception = "The proxy in front overwrites the header in every request.",
    .bad = R"([cors]
allow_origins = ["*"]
allow_headers = ["Content-Type", "X-Forwarded-For"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type"]
)",
    .reference = "https://www.rfc-editor.org/rfc/rfc7239#section-8.1",
    .check = check,
};

}  // namespace corslint
