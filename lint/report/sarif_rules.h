#pragma once

#include <vector>

#include "lint/report/json_values.h"
#include "lint/report/report.h"

namespace corslint {

/// The rules that fired in a report, each once, in the catalogue's order; those that the catalogue
/// does not have come last.
std::vector<const Rule*> fired_rules(const Report& report);

/// A rule as a SARIF `reportingDescriptor`: what GitHub code scanning shows beside an alert, and
/// what it ranks and files it by.
Json reporting_descriptor(const Rule& rule);

/// The SARIF `level` of a severity.
std::string_view sarif_level(Severity severity);

}  // namespace corslint
