#include <algorithm>
#include <cstddef>

#include "rules/catalog.h"
#include "rules/checks/origins/notes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4, less the length bytes of the wire form.
constexpr std::size_t longest_label = 63;
constexpr std::size_t longest_name = 253;

/// The first label of the name that is too long; empty where all fit.
std::string_view overlong_label(std::string_view name) {
  while (!name.empty()) {
    const auto end = std::min(name.find('.'), name.size());
    if (end > longest_label) return name.substr(0, end);
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return {};
}

std::string problem_of(std::string_view name) {
  const auto label = overlong_label(name);
  if (!label.empty())
    return "a label of " + std::to_string(label.size()) + " characters in its host";
  if (name.size() > longest_name) return "a host of " + std::to_string(name.size()) + " characters";
  return {};
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    if (!is_compared(entry) || !entry.parsed.origin || !is_web(*entry.parsed.origin)) continue;
    const auto problem = problem_of(name_without_final_dot(entry.parsed.origin->host));
    if (problem.empty()) continue;
    findings.push_back({
        .span = entry.text->content,
        .message = "The origin has " + problem,
        .consequence = "DNS takes 63 characters a label and 253 a name, so that no page can be "
                       "opened there and send this origin",
        .help = "Look at what was pasted or put together here, and write the host that exists",
    });
  }
}

}  // namespace

constinit const Rule rules::overlong_host{
    .id = "overlong-host",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "An origin's host is longer than DNS allows",
    .rationale =
        "A label of a domain name has at most 63 characters and a whole name 253. Browsers parse "
        "longer ones without complaint, but no name server has them, so no page is ever loaded "
        "from there. A host of that length is the result of an accident: names of a preview "
        "deployment put together from a branch, two hosts pasted into one, a token in the wrong "
        "field.",
    .remedy = "Write the host under which the site is reached.",
    .exception = "",
    .bad =
        R"([cors]
allow_origins = ["https://feature-checkout-redesign-with-new-payment-provider-and-a-lot-more.acme.io"]
)",
    .good = R"([cors]
allow_origins = ["https://feature-checkout-redesign.acme.io"]
)",
    .reference = "https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4",
    .check = check,
};

}  // namespace corslint
