#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  for (const Irregularity* irregularity :
       irregularities_of(policy, IrregularityKind::deprecated_key)) {
    const auto& detail = irregularity->detail;
    findings.push_back({
        .span = irregularity->span,
        .message = in_backticks(irregularity->subject) + " is an old name",
        .consequence = detail.empty()
                           ? "Newer versions no longer read it, and then the setting is gone"
                           : detail,
        .help = "Write " + in_backticks(irregularity->suggestion) + " instead",
        .label = "now " + in_backticks(irregularity->suggestion),
        .fixes = rename_to_suggestion(*irregularity),
    });
  }
}

}  // namespace

constinit const Rule rules::deprecated_key{
    .id = "deprecated-key",
    .group = Group::input,
    .severity = Severity::warning,
    .summary = "A key has an old name that newer versions drop",
    .rationale =
        "An old name goes on working for a while and then stops without an error, because a key "
        "that nobody looks up is not wrong to anybody. The policy is then gone after an upgrade "
        "that had nothing to do with it: every browser client is refused, or the engine falls back "
        "to its default. KrakenD's `github_com/devopsfaith/krakend-cors` is such a name: its "
        "module reads it up to version 2 and no longer in version 3.",
    .remedy = "Rename the key; the value stays as it is.",
    .exception = "The installed version is older than the new name.",
    .example_file = "krakend.json",
    .bad = R"({
  "version": 3,
  "extra_config": {
    "github_com/devopsfaith/krakend-cors": {
      "allow_origins": ["https://app.acme.io"],
      "allow_methods": ["GET", "POST", "PUT"],
      "allow_headers": ["Content-Type"],
      "max_age": "10m"
    }
  }
}
)",
    .good = R"({
  "version": 3,
  "extra_config": {
    "security/cors": {
      "allow_origins": ["https://app.acme.io"],
      "allow_methods": ["GET", "POST", "PUT"],
      "allow_headers": ["Content-Type"],
      "max_age": "10m"
    }
  }
}
)",
    .reference = "https://www.krakend.io/docs/service-settings/cors/",
    .check = check,
};

}  // namespace corslint
