#pragma once

#include <cstddef>
#include <string>

#include "lint/report/painter.h"
#include "lint/report/paragraphs.h"
#include "rules/rule.h"

namespace corslint {

/// How a page is written: its columns and colours.
struct PageStyle {
  std::size_t width = page_width;
  Colour colour = Colour::none;
};

/// A rule's page, as Markdown that also reads well as plain text: name, severity, group, summary,
/// rationale, the bad file, what corslint says of it, the exchange that it leads to with what the
/// browser makes of it, the good file, what to do, what the fixes make of it, when to ignore it,
/// reference. What is said about the bad file is worked out from it each time.
std::string rule_page(const Rule& rule, PageStyle style = {});

/// The section of a rule in the catalogue: the same without what takes many lines, the report and
/// the messages of the exchange. `heading` is the mark of its headline, such as `##`.
std::string rule_section(const Rule& rule, std::string_view heading);

/// The page as a JSON object: everything that the rule says of itself, the finding, the exchange
/// with both files as `simulate` gives it, and the fixed file.
std::string rule_page_json(const Rule& rule);

}  // namespace corslint
