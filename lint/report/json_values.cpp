#include "lint/report/json_values.h"

#include <string_view>

namespace corslint {
namespace {

Json position_object(const SourceFile& file, std::uint32_t offset) {
  const auto position = file.position(offset);
  return {{"line", position.line}, {"column", position.column}, {"offset", position.offset}};
}

}  // namespace

Json range_object(const SourceFile& file, Span span) {
  return {{"start", position_object(file, span.begin)}, {"end", position_object(file, span.end)}};
}

std::string whole_message(const Finding& finding) {
  std::string message;
  for (const std::string_view sentence :
       {std::string_view(finding.message), std::string_view(finding.consequence),
        std::string_view(finding.help)}) {
    if (sentence.empty()) continue;
    if (!message.empty()) message += ' ';
    message += sentence;
    message += '.';
  }
  return message;
}

std::string dumped(const Json& json, int indentation) {
  constexpr bool ascii_only = true;
  return json.dump(indentation, ' ', ascii_only, Json::error_handler_t::replace) + '\n';
}

}  // namespace corslint
