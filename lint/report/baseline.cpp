#include "lint/report/baseline.h"

#include "lint/report/json_values.h"

namespace corslint {

std::string baseline_text(const Baseline& baseline) {
  auto text = "{\n  \"version\": " + std::to_string(baseline_version) + ",\n  \"findings\": [";
  bool is_first = true;
  for (const auto& known : baseline) {
    const Json entry{{"path", known.path},
                     {"rule", known.rule},
                     {"place", known.place},
                     {"fingerprint", known.fingerprint},
                     {"count", known.count}};
    auto line = dumped(entry, -1);
    line.pop_back();
    text += (is_first ? "\n    " : ",\n    ") + line;
    is_first = false;
  }
  return text + (is_first ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace corslint
