#pragma once

#include "lint/read/document.h"

namespace corslint {

/// Whether the document is a template of Azure Resource Manager by its `$schema`. There a string in
/// brackets is an expression and no text.
/// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
bool is_arm_template(const Document& document);

}  // namespace corslint
