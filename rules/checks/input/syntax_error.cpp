#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

std::string_view format_title(Format format) {
  switch (format) {
    case Format::toml:
      return "TOML";
    case Format::json:
      return "JSON";
    case Format::env:
      break;
  }
  return "an env file";
}

/// The finding about a file that has more of something than is read.
Finding excess(const Irregularity& irregularity) {
  return {
      .span = irregularity.span,
      .message = "The file has " + irregularity.detail + ", the most that is read",
      .consequence = "What stands behind this place was not judged",
      .help = "Put the policy into a file of its own",
  };
}

/// The finding about a file in a language that is not read.
Finding other_language(const Irregularity& irregularity) {
  return {
      .span = irregularity.span,
      .message = "The file is " + irregularity.expected + " by its name, which is not read",
      .consequence = "Nothing in it was judged",
      .help = "Name the TOML, JSON and env files that hold the policy",
  };
}

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const Irregularity* irregularity :
       irregularities_of(policy, IrregularityKind::syntax_error)) {
    if (!irregularity->subject.empty()) {
      findings.push_back(excess(*irregularity));
      continue;
    }
    if (!irregularity->expected.empty()) {
      findings.push_back(other_language(*irregularity));
      continue;
    }
    findings.push_back({
        .span = irregularity->span,
        .message = "The file is not " + std::string(format_title(policy.format)) +
                   " here: " + irregularity->detail,
        .consequence = "The program that reads it fails, or runs without this policy; what stands "
                       "behind this place was not judged",
        .help = "Correct this place and run again",
    });
  }
}

}  // namespace

constinit const Rule rules::syntax_error{
    .id = "syntax-error",
    .group = Group::input,
    .severity = Severity::error,
    .summary = "The file cannot be read to its end",
    .rationale =
        "A configuration that does not parse fails in one of two ways. The loud one stops the "
        "program at its start. The quiet one is worse: many loaders catch the error, log a line, "
        "and go on with defaults, so that the service runs with no origins at all, or with those "
        "of an engine whose default is everybody. Nothing behind the first error can be judged "
        "either, so the rest of the report is incomplete until it is gone.",
    .remedy = "Correct the file at the marked place.",
    .exception = "The file is a template that another program completes before it is read.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"
max_age = 600
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
max_age = 600
)",
    .reference = "https://toml.io/en/v1.0.0",
    .check = check,
};

}  // namespace corslint
