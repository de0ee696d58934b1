#pragma once

#include <span>
#include <string_view>

#include "lint/read/field_names.h"

namespace corslint {

/// What a key of the native form holds.
enum class FieldType { texts, text_or_texts, boolean, seconds, status, dialect, environment };

/// One key of the native form, for schemas and documentation.
struct FieldDescription {
  Field field = Field::origins;
  FieldType type = FieldType::texts;
  std::string_view summary;  ///< one sentence, without a full stop
};

/// Every field once, in the order of `Field`.
std::span<const FieldDescription> field_descriptions();

}  // namespace corslint
