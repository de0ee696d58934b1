#include "rules/checks/origins/additions.h"

#include "rules/checks/wording.h"

namespace corslint {

std::vector<Fix> added(const TextList& list, std::string_view origin) {
  if (list.entries.empty()) return {};
  const Text& last = list.entries.back();
  const auto written = spelled(origin, last.quoting);
  if (last.resolution != Resolution::literal || !written || last.span == Span{}) return {};
  Edit edit{.span = {last.span.end, last.span.end}, .text = {}};
  const bool in_json = list.form == ListForm::json_text && last.quoting == Quoting::json;
  if (list.form == ListForm::list || in_json) {
    const std::string quote = last.quoting == Quoting::toml_literal ? "'" : "\"";
    edit.text = ", " + quote + *written + quote;
  } else if (list.form == ListForm::separated) {
    edit.text = ',' + *written;
  } else {
    return {};
  }
  return {{.title = "Add " + in_backticks(origin), .safety = Safety::unsafe, .edits = {edit}}};
}

}  // namespace corslint
