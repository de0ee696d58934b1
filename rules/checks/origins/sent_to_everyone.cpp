#include "rules/checks/origins/sent_to_everyone.h"

#include "rules/enforcers/exchange.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::string_view header_name = "access-control-allow-origin";

Text text_of(std::string_view value) {
  Text text;
  text.value = value;
  return text;
}

}  // namespace

std::string allow_origin_sent_to(std::string_view origin, const Policy& policy,
                                 const Context& context) {
  if (start_failure(policy, context.enforcer)) return {};
  const ServerRequest request{.method = "GET", .headers = {{"origin", std::string(origin)}}};
  const auto response = answer({policy, context.enforcer, request, context.matchers});
  std::string joined;
  for (const auto& header : response.headers) {
    if (!equal_ignoring_case(header.name, header_name)) continue;
    if (!joined.empty()) joined += ", ";
    joined += header.value;
  }
  return joined;
}

bool is_sent_to_everyone(std::string_view value, const Policy& policy, const Context& context) {
  return !value.empty() &&
         allow_origin_sent_to("https://stranger.example", policy, context) == value;
}

bool chooses_among_several(const Context& context) {
  constexpr std::string_view second = "https://second.example";
  Policy several;
  several.origins.form = ListForm::list;
  several.origins.entries = {text_of("https://first.example"), text_of(second)};
  several.methods.form = ListForm::list;
  several.methods.entries = {text_of("GET")};
  return allow_origin_sent_to(second, several, context) == second;
}

}  // namespace corslint
