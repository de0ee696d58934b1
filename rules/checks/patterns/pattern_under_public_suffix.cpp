#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& judged :
       judged_patterns(policy, context, PatternFindingKind::under_public_suffix)) {
    findings.push_back({
        .span = place_of(judged),
        .message = in_backticks(judged.text.value) + " admits every customer of a shared host",
        .consequence = admitted_reads(policy, context, judged.finding.witness),
        .help = "Name your own site below the suffix",
        .label = "anyone gets a name here",
        .witness = judged.finding.witness,
    });
  }
}

}  // namespace

constinit const Rule rules::pattern_under_public_suffix{
    .id = "pattern-under-public-suffix",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 942},
    .summary = "The pattern admits any host under a public suffix",
    .rationale =
        "Names directly below a public suffix belong to different people: under `com` and "
        "`co.uk`, and just as much under `github.io`, `vercel.app` or `netlify.app`, where a "
        "name is free and takes a minute. A pattern for preview deployments that leaves the "
        "whole name open admits everyone's deployments.",
    .remedy =
        "Fix the part of the name that is yours, such as "
        "`https://myapp-[a-z0-9]+-myteam\\.vercel\\.app`.",
    .exception = "The platform reserves the fixed part of the name for your account.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://[a-z0-9-]+\.vercel\.app'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://([a-z0-9-]+\.)?acme\.io'
)",
    .reference = "https://publicsuffix.org/learn/",
    .check = check,
};

}  // namespace corslint
