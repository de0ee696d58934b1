#include "lint/read/kind_name.h"

namespace corslint {

std::string_view kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::null:
      return "null";
    case ValueKind::boolean:
      return "a boolean";
    case ValueKind::integer:
    case ValueKind::number:
      return "a number";
    case ValueKind::string:
      return "a string";
    case ValueKind::list:
      return "a list";
    case ValueKind::table:
      return "a table";
    case ValueKind::other:
      break;
  }
  return "a date";
}

}  // namespace corslint
