#include "lint/run/request_header.h"

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

std::string_view value_for(std::string_view name) {
  if (equal_ignoring_case(name, "accept")) return "*/*";
  if (equal_ignoring_case(name, "accept-language")) return "en";
  if (equal_ignoring_case(name, "content-language")) return "en";
  if (equal_ignoring_case(name, "content-type")) return "application/json";
  if (equal_ignoring_case(name, "range")) return "bytes=0-";
  return "...";
}

}  // namespace

Header header_of(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos)
    return {.name = std::string(text), .value = std::string(value_for(text))};
  return {.name = std::string(text.substr(0, colon)),
          .value = normalized_value(text.substr(colon + 1))};
}

}  // namespace corslint
