#include "rules/catalog.h"
#include "rules/checks/origins/glob_findings.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

std::string_view suffix_of(const Glob& glob) {
  return glob.tail.substr(1);
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  for (const auto& [entry, glob] : globs_of_breadth(context, GlobBreadth::under_public_suffix)) {
    const std::string attacker = attacker_of(glob);
    const auto suffix = suffix_of(glob);
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " admits names that anyone may register",
        .consequence = in_backticks(suffix) +
                       " is a public suffix: " + stranger_consequence(policy, enforcer, attacker),
        .help = "Name your own host under " + in_backticks(suffix) +
                ", or serve the site from a domain of your own",
        .label = "under a public suffix",
        .witness = attacker,
    });
  }
}

}  // namespace

constinit const Rule rules::public_suffix_wildcard{
    .id = "public-suffix-wildcard",
    .group = Group::origins,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "A glob admits names under a public suffix",
    .rationale =
        "A public suffix is a name under which anyone can get a name: `com`, `co.uk`, and just as "
        "well `github.io`, `vercel.app` or `s3.amazonaws.com`. A glob below one admits all of its "
        "customers. It is usually written for preview deployments, whose names change with every "
        "branch. The attacker needs an account that costs nothing: he deploys a page as "
        "`https://attacker.vercel.app`, sends your users there, and reads your answers with their "
        "browsers.",
    .remedy = "Name your own hosts one by one, or give previews a domain of your own.",
    .exception = "The data is public and no credentials are allowed.",
    .bad = R"([cors]
dialect = "krakend"
allow_origins = ["https://*.vercel.app"]
)",
    .good = R"([cors]
dialect = "krakend"
allow_origins = ["https://acme.vercel.app"]
)",
    .reference = "https://publicsuffix.org/",
    .check = check,
};

}  // namespace corslint
