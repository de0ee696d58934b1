#include "rules/checks/origins/never_matches.h"

#include "rules/checks/wording.h"

namespace corslint {

std::string never_matches(const Enforcer& enforcer, std::string_view sent) {
  std::string text = "Browsers send " + in_backticks(sent) + ", and " + std::string(enforcer.title);
  if (!enforcer.comparison_text.empty())
    return text + ' ' + std::string(enforcer.comparison_text) + ", so this entry admits nobody";
  switch (enforcer.comparison) {
    case OriginComparison::exact:
      text += " compares the two byte for byte";
      break;
    case OriginComparison::entry_lowered:
      text += " lowers the entry and then compares the two byte for byte";
      break;
    case OriginComparison::both_lowered:
      text += " forgives letter case and nothing else";
      break;
  }
  return text + ", so this entry admits nobody";
}

}  // namespace corslint
