#include "lint/read/shapes/arm_template.h"

#include "rules/policy/ascii.h"

namespace corslint {

bool is_arm_template(const Document& document) {
  const Member* schema = find_member(document.root, "$schema");
  return schema != nullptr && schema->value.kind == ValueKind::string &&
         ascii_lowered(schema->value.text.value).find("deploymenttemplate") != std::string::npos;
}

}  // namespace corslint
