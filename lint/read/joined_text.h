#pragma once

#include <string_view>
#include <vector>

#include "rules/policy/text.h"

namespace corslint {

/// The parts of a text between separators, each with its own place; blanks around a part are left
/// out unless kept. Empty parts are parts. A text that is not verbatim gives parts that stand at
/// the whole text's place.
std::vector<Text> split_text(const Text& text, char separator, bool keeps_blanks);

/// Whether the text holds a variable or placeholder that something else has to fill in: `${NAME}`,
/// `{{ name }}`, `%NAME%`, `$(NAME)`, `__NAME__`, or begins with one of Dynaconf's marks
/// (`@format`, `@jinja`,
/// `@json`, `@merge`).
bool has_template(std::string_view text);

}  // namespace corslint
