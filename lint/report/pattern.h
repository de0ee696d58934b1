#pragma once

#include <string>
#include <string_view>

#include "lint/report/painter.h"
#include "lint/run/pattern_judge.h"

namespace corslint {

/// The name of a pattern syntax as `--syntax` spells it.
std::string_view syntax_name(Syntax syntax);

/// The name of a matching mode as `--mode` spells it.
std::string_view mode_name(MatchMode mode);

/// The verdict in the words of the JSON report: `too-broad`.
std::string_view verdict_name(Verdict verdict);

/// The sites in plain words: a short list, or below which suffixes any name gets in.
std::string sites_text(const AdmittedSites& sites);

/// What `corslint pattern` prints: verdict, who gets in in plain words, a frame for each finding.
std::string pattern_text(const JudgedQuery& judged, Colour colour);

/// The same as the JSON document that the interface fixes.
std::string pattern_json(const JudgedQuery& judged);

}  // namespace corslint
