#pragma once

#include <string_view>

#include "rules/rule.h"

namespace corslint {

/// Whether rules may judge an entry: what the enforcer will see is known.
inline bool is_judged(const Text& entry) {
  return entry.resolution != Resolution::unresolved;
}

/// Offers to write `value` in place of an entry, where it can be spelled there.
void offer_replacement(Finding& finding, const Text& entry, std::string_view value, Safety safety);

/// Offers to take an entry out of its list, where the list's form allows it.
void offer_removal(Finding& finding, const Text& entry, Safety safety);

/// Offers to write `text` over the value of a setting, where the value is written in the file. It
/// suits numbers and switches, which every format spells alike.
template <typename T>
void offer_setting(Finding& finding, const Setting<T>& setting, std::string_view text,
                   std::string_view title, Safety safety) {
  if (setting.span.end == setting.span.begin) return;
  finding.fixes.push_back({std::string(title), safety, {Edit{setting.span, std::string(text)}}});
}

}  // namespace corslint
