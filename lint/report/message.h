#pragma once

#include <string>

#include "rules/rule.h"

namespace corslint {

/// All that a finding says, as one line of whole sentences for people: message, consequence, help,
/// and the witness where no sentence names it. What could drive a terminal or hide text is spelled
/// out.
std::string message_line(const Finding& finding);

}  // namespace corslint
