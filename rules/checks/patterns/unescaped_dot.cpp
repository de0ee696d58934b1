#include "rules/catalog.h"
#include "rules/checks/patterns/judged_patterns.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check_kind(const Policy& policy, const Context& context, PatternFindingKind kind,
                Severity severity, Findings& findings) {
  const bool registrable = severity == Severity::error;
  for (const auto& judged : judged_patterns(policy, context, kind)) {
    findings.push_back({
        .span = place_of(judged),
        .message = "This `.` stands for any character",
        .consequence =
            registrable
                ? admitted_reads(policy, context, judged.finding.witness)
                : in_backticks(judged.finding.witness) +
                      " is let in as well, a name that nobody can register on the internet today",
        .help = repair_help(judged, "Write `\\.`"),
        .label = "any character",
        .witness = judged.finding.witness,
        .fixes = repaired(judged, Safety::safe),
        .severity = severity,
    });
  }
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  check_kind(policy, context, PatternFindingKind::unescaped_dot, Severity::error, findings);
  check_kind(policy, context, PatternFindingKind::unescaped_dot_unregistrable, Severity::info,
             findings);
}

}  // namespace

constinit const Rule rules::unescaped_dot{
    .id = "unescaped-dot",
    .group = Group::patterns,
    .severity = Severity::error,
    .weakness = {SecuritySeverity::high, 625},
    .summary = "A dot that is meant literally stands for any character",
    .rationale =
        "In every pattern language `.` matches any character. `https://www.acme\\.io` therefore "
        "also matches `https://wwwxacme.io`, and that domain is free for anybody to register. "
        "Whether a dot matters was decided on the set of origins: the last dot of "
        "`https://acme.io` under a full match admits only `https://acmexio`, a name without a "
        "top-level domain, and is reported as a remark.",
    .remedy = "Write `\\.` where a dot is meant.",
    .bad = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://www.acme\.io'
)",
    .good = R"([cors]
dialect = "starlette"
allow_origin_regex = 'https://www\.acme\.io'
)",
    .reference = "https://docs.python.org/3/library/re.html#re.fullmatch",
    .check = check,
};

}  // namespace corslint
