#pragma once

#include <optional>
#include <string>

#include "lint/run/diagnostic.h"
#include "lint/run/example_exchange.h"
#include "rules/rule.h"

namespace corslint {

/// A file as its fixes leave it, and which of them that took.
struct FixedExample {
  std::string text;
  Safety safety = Safety::safe;
};

/// What comes of a rule's own bad file, worked out by linting, fixing and simulating it. `report`
/// holds the first finding of the rule alone, the worst one. `dev_origin` is the origin that had to
/// be asked for with `--dev-origin` to get it, mostly empty. `fixed` is absent where the finding
/// has no fix that is taken.
struct RuleExample {
  FileReport report;
  std::string dev_origin = {};
  std::optional<ExampleExchange> exchange = {};
  std::optional<FixedExample> fixed = {};
};

/// Works out what comes of the bad file of a rule. A rule that says nothing about it, as none in
/// the catalogue does, gives a report without a finding.
RuleExample example_of(const Rule& rule);

}  // namespace corslint
