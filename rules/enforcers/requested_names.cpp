#include "rules/enforcers/requested_names.h"

#include <algorithm>
#include <string_view>

#include "rules/enforcers/answering.h"
#include "rules/policy/ascii.h"

namespace corslint {

std::vector<std::string> requested_names(const Exchange& exchange) {
  const std::string value = request_header(exchange, "access-control-request-headers").value_or("");
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    const auto name = stripped(std::string_view(value).substr(begin, end - begin));
    if (!name.empty()) names.emplace_back(name);
    begin = end + 1;
  }
  return names;
}

}  // namespace corslint
