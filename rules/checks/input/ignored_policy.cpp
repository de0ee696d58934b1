#include "rules/catalog.h"
#include "rules/checks/input/irregularities.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

void check(const Policy& policy, const Context& context, Findings& findings) {
  for (const Irregularity* irregularity :
       irregularities_of(policy, IrregularityKind::ignored_policy)) {
    const auto& place = irregularity->suggestion;
    const auto& advice = irregularity->expected;
    findings.push_back({
        .span = irregularity->span,
        .message = irregularity->subject.empty()
                       ? "This policy stands where nothing reads it"
                       : "Nothing reads a policy under " + in_backticks(irregularity->subject),
        .consequence = sentence_subject(context.enforcer) +
                       " ignores the whole block without a word and runs without CORS",
        .help = !advice.empty() ? advice
                : place.empty() ? "Move the block to where the enforcer reads it"
                                : "Put the block under " + in_backticks(place),
        .fixes = rename_to_suggestion(*irregularity),
    });
  }
}

}  // namespace

constinit const Rule rules::ignored_policy{
    .id = "ignored-policy",
    .group = Group::input,
    .severity = Severity::error,
    .summary = "A policy stands where its enforcer does not look",
    .rationale =
        "Gateways find their CORS block by an exact name. Any other name is not an error: the "
        "block is simply never looked up, the gateway answers preflights without a single CORS "
        "header, and every browser client is refused while the file plainly says otherwise. Of "
        "five public KrakenD files with a CORS block, two have it under a name that no version "
        "reads, such as `github.com/devopsfaith/krakend-cors` with a dot.",
    .remedy = "Move the block to the name that the enforcer reads.",
    .exception = "A plugin of your own reads this place.",
    .example_file = "krakend.json",
    .bad = R"({
  "version": 3,
  "extra_config": {
    "github.com/devopsfaith/krakend-cors": {
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
