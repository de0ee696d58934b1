#include <string>

#include "rules/catalog.h"
#include "rules/checks/enforced_names.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/headers/header_pattern.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/enforcer.h"
#include "rules/fetch/token.h"

namespace corslint {
namespace {

bool is_literal_wildcard(const Text& entry) {
  return is_judged(entry) && is_token(entry.value) && entry.value != "*" &&
         entry.value.find('*') != std::string::npos;
}

Finding literal_wildcard(const Text& entry) {
  return {
      .span = entry.span,
      .message = in_backticks(entry.value) + " is no wildcard: `*` counts only alone",
      .consequence =
          "`*` may stand in a header's name, so browsers look for a header that is "
          "really called that, and there is none",
      .help = "List the headers that begin so one by one",
      .label = "a literal name",
  };
}

/// Whether a header that the entry evidently means is permitted after all: some programs read a `*`
/// in a name, and some permit every header.
bool permits_what_is_meant(const Text& entry, const Context& context) {
  std::string name = entry.value;
  name.replace(name.find('*'), 1, "x");
  return permits_header(context, entry.value, name);
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const Text& entry : policy.headers.entries) {
    if (!is_literal_wildcard(entry) || context.enforcer.header_globs ||
        permits_what_is_meant(entry, context))
      continue;
    findings.push_back(literal_wildcard(entry));
    if (header_pattern(entry, policy, context.enforcer) == HeaderPattern::no) continue;
    findings.back().message = in_backticks(entry.value) + " is no wildcard: it is a pattern here";
    findings.back().consequence = sentence_subject(context.enforcer) +
                                  " takes it for a regular expression, and none of the headers "
                                  "that are meant matches it";
    findings.back().label = "a regular expression";
  }
  for (const Text& entry : policy.exposed_headers.entries)
    if (is_literal_wildcard(entry)) findings.push_back(literal_wildcard(entry));
}

}  // namespace

constinit const Rule rules::partial_header_wildcard{
    .id = "partial-header-wildcard",
    .group = Group::headers,
    .severity = Severity::error,
    .summary = "A `*` inside a header name stands for nothing",
    .rationale =
        "`*` alone is a wildcard. In `X-*` it is one of the marks that a header name may hold, so "
        "the entry is the literal name `x-*`, which no request carries; nothing complains, and "
        "the preflight for `X-Tenant` fails. Stores that take S3's rules do read one `*` in an "
        "allowed header as a prefix match, and this rule is silent there, as it is about "
        "Flask-CORS, to which `X-*` is a regular expression that every name with an `X` in front "
        "matches.",
    .remedy = "List the headers one by one.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "X-Acme-*"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["Content-Type", "X-Acme-Tenant"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-allow-headers",
    .check = check,
};

}  // namespace corslint
