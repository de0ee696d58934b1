#pragma once

#include <string>

#include "rules/rule.h"

namespace corslint {

/// A rule's page as Markdown that also reads well as plain text: name, severity, group, summary,
/// rationale, the bad and the good file, remedy, when to ignore it, reference. `heading` is the
/// mark of its headline, such as `#`.
std::string rule_page(const Rule& rule, std::string_view heading);

/// The catalogue, a line a rule below its group.
std::string catalogue_text();

/// The catalogue as a JSON array with everything that a rule says of itself.
std::string catalogue_json();

/// The catalogue as one Markdown document: a table a group, then every rule's page.
std::string catalogue_markdown();

}  // namespace corslint
