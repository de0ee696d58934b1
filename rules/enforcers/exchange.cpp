#include "rules/enforcers/exchange.h"

#include <algorithm>
#include <vector>

#include "rules/enforcers/enforcer.h"
#include "rules/policy/policy.h"

namespace corslint {
namespace {

/// Whether the one value of a variable is the only member of a list. An env file cannot show that;
/// whoever hands its values to a program that wants a list makes one of them.
bool is_list_of_one(const TextList& list) {
  return list.form == ListForm::single && !list.entries.front().value.empty();
}

/// The lists that the program reads as lists. One origin it may want as a text.
std::vector<TextList Policy::*> lists_read_by(const Enforcer& enforcer) {
  std::vector<TextList Policy::*> lists = {&Policy::methods, &Policy::headers,
                                           &Policy::exposed_headers};
  if (!enforcer.string_as_list_text.empty()) lists.push_back(&Policy::origins);
  return lists;
}

/// The switch for every origin, as a program gets it that has none.
TextList wildcard_for(const Flag& any_origin, const Enforcer& enforcer) {
  const bool reads_text = enforcer.string_as_list_text.empty();
  return {.form = reads_text ? ListForm::single : ListForm::list,
          .key = any_origin.key,
          .key_span = any_origin.key_span,
          .span = any_origin.span,
          .entries = {{.value = "*", .span = any_origin.span, .content = any_origin.span}}};
}

/// The policy as the program gets it; nothing where that is the policy as it stands.
std::optional<Policy> handed_over(const Policy& policy, const Enforcer& enforcer) {
  std::optional<Policy> result;
  if (is_on(policy.any_origin) && !enforcer.has_origin_switch) {
    result = policy;
    result->any_origin = {};
    result->origins = wildcard_for(policy.any_origin, enforcer);
    result->origin_patterns = {};
  }
  if (policy.format != Format::env) return result;
  for (const auto list : lists_read_by(enforcer)) {
    if (!is_list_of_one(policy.*list)) continue;
    if (!result) result = policy;
    ((*result).*list).form = ListForm::separated;
  }
  return result;
}

}  // namespace

std::optional<StartFailure> start_failure(const Policy& policy, const Enforcer& enforcer) {
  if (enforcer.start_failure == nullptr) return std::nullopt;
  const auto changed = handed_over(policy, enforcer);
  return enforcer.start_failure(changed ? *changed : policy);
}

Response answer(const Exchange& exchange) {
  const auto changed = handed_over(exchange.policy, exchange.enforcer);
  if (!changed) return exchange.enforcer.answer(exchange);
  return exchange.enforcer.answer(
      {*changed, exchange.enforcer, exchange.request, exchange.matchers});
}

}  // namespace corslint
