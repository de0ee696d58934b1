#pragma once

#include <string>

#include "lint/report/json_values.h"
#include "rules/rule.h"

namespace corslint {

/// Everything that a rule says of itself, as JSON.
Json rule_object(const Rule& rule);

/// The catalogue, a line a rule below its group.
std::string catalogue_text();

/// The catalogue as a JSON array with everything that a rule says of itself.
std::string catalogue_json();

/// The catalogue as one Markdown document: a table a group, then every rule's page.
std::string catalogue_markdown();

}  // namespace corslint
