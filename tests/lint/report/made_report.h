#pragma once

#include <string>
#include <string_view>

#include "lint/report/report.h"

namespace corslint::test {

/// A rule that only reports need.
extern const Rule made_rule;

/// A finding about the first place where `part` stands in `text`.
Finding made_finding(std::string_view text, std::string_view part, std::string message);

/// The place of `part` in `text`.
Span span_of(std::string_view text, std::string_view part);

/// A report of one file with one diagnostic of `made_rule`.
Report made_report(std::string path, std::string text, Finding finding);

}  // namespace corslint::test
