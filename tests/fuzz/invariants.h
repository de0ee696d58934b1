#pragma once

#include <string_view>

#include "lint/read/document.h"
#include "lint/run/diagnostic.h"

namespace corslint::fuzz {

/// Ends the process with a message where `holds` is not so; that is what a fuzzer reports.
void require(bool holds, std::string_view message);

/// Every value of a document lies within the one that holds it, and has its place in the text.
void require_sound_document(const Document& document, std::string_view text);

/// Every place that a report names is one in its file, in order, and each fix can be applied.
void require_sound_report(const FileReport& report);

/// Nothing in a report for people drives a terminal or hides text.
void require_printable(std::string_view report);

}  // namespace corslint::fuzz
