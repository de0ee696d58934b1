#include "rules/checks/methods/named_methods.h"

#include <algorithm>
#include <array>
#include <vector>

#include "rules/checks/literal_wildcard.h"
#include "rules/fetch/methods.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 6> usual_methods{"DELETE", "GET",  "HEAD",
                                                        "PATCH",  "POST", "PUT"};

bool lists(const TextList& list, std::string_view method) {
  return std::any_of(list.entries.begin(), list.entries.end(),
                     [&](const Text& entry) { return entry.value == method; });
}

bool takes(const Enforcer& enforcer, std::string_view method) {
  return enforcer.methods.empty() || std::find(enforcer.methods.begin(), enforcer.methods.end(),
                                               method) != enforcer.methods.end();
}

bool needs_entry(const Enforcer& enforcer, std::string_view method) {
  return enforcer.name_check == NameCheck::compared ||
         enforcer.method_check == MethodCheck::actual_requests_too ||
         !is_cors_safelisted_method(method);
}

std::vector<std::string_view> missing_methods(const TextList& list, const Enforcer& enforcer) {
  std::vector<std::string_view> methods;
  for (const auto method : usual_methods) {
    if (!lists(list, method) && takes(enforcer, method) && needs_entry(enforcer, method))
      methods.push_back(method);
  }
  return methods;
}

}  // namespace

void offer_named_methods(Finding& finding, const TextList& list, const Policy& policy,
                         const Enforcer& enforcer) {
  offer_names(finding, list, policy.format, missing_methods(list, enforcer));
}

}  // namespace corslint
