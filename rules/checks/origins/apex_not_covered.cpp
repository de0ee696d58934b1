#include "rules/catalog.h"
#include "rules/checks/origins/additions.h"
#include "rules/checks/origins/admits.h"
#include "rules/checks/origins/glob_findings.h"
#include "rules/checks/wording.h"
#include "rules/origin/public_suffix.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  // Each is looked up in the whole list; a list of so many sites was written by a program.
  constexpr std::size_t most_sites = 1000;
  std::size_t sites = 0;
  for (const auto& [entry, glob] : globs_of_breadth(context, GlobBreadth::bounded)) {
    const auto domain = domain_under(glob);
    if (!domain || !glob.before.ends_with("://")) continue;
    // Only a registered domain is usually a site itself; `https://*.eu.acme.io` has no apex.
    if (registrable_domain(ascii_lowered(*domain)) != ascii_lowered(*domain)) continue;
    if (++sites > most_sites) return;
    const std::string apex =
        std::string(glob.before) + std::string(*domain) + std::string(glob.port);
    if (admission_of(policy, context, apex) != Admission::refused) continue;
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " does not cover " + in_backticks(apex),
        .consequence = "A page at the domain itself is refused, while all of its subdomains are "
                       "admitted",
        .help = "List " + in_backticks(apex) + " too, if there is a site at it",
        .witness = apex,
        .fixes = added(policy.origins, apex, context.text),
    });
  }
}

}  // namespace

constinit const Rule rules::apex_not_covered{
    .id = "apex-not-covered",
    .group = Group::origins,
    .severity = Severity::info,
    .summary = "A glob for subdomains leaves the domain itself out",
    .rationale =
        "The dot in `https://*.acme.io` has to be there in the origin too, so the glob matches "
        "`https://app.acme.io` and not `https://acme.io`. Where the site is served at the domain "
        "itself, or redirects between that and `www`, some visitors work and some do not, "
        "depending on the address that they typed.",
    .remedy = "List the domain itself beside the glob.",
    .exception = "No site is served at the domain itself.",
    .bad = R"([cors]
dialect = "krakend"
allow_origins = ["https://*.acme.io"]
)",
    .good = R"([cors]
dialect = "krakend"
allow_origins = ["https://*.acme.io", "https://acme.io"]
)",
    .reference = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
    .check = check,
};

}  // namespace corslint
