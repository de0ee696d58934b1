#include "rules/rule.h"

namespace corslint {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

std::string_view group_name(Group group) {
  switch (group) {
    case Group::input:
      return "input";
    case Group::origins:
      return "origins";
    case Group::patterns:
      return "patterns";
    case Group::credentials:
      return "credentials";
    case Group::methods:
      return "methods";
    case Group::headers:
      return "headers";
    case Group::caching:
      break;
  }
  return "caching";
}

}  // namespace corslint
