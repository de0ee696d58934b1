#include "rules/checks/methods/named_methods.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/checks/any_origin.h"
#include "rules/checks/wording.h"
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

std::string joined(const std::vector<std::string_view>& methods, std::string_view quote,
                   std::string_view separator) {
  std::string text;
  for (const auto method : methods) {
    if (!text.empty()) text += separator;
    text.append(quote).append(method).append(quote);
  }
  return text;
}

/// The methods in place of the entry, in the way in which the list is written.
std::optional<Edit> in_place_of(const Text& entry, const TextList& list, Format format,
                                const std::vector<std::string_view>& methods) {
  if (list.form == ListForm::separated || (list.form == ListForm::single && format == Format::env))
    return Edit{entry.content, joined(methods, "", ",")};
  const bool is_literal = entry.quoting == Quoting::toml_literal;
  const bool is_quoted =
      is_literal || entry.quoting == Quoting::toml_basic || entry.quoting == Quoting::json;
  const bool is_list = list.form == ListForm::list || list.form == ListForm::json_text;
  if (!is_list || !is_quoted) return std::nullopt;
  return Edit{entry.span, joined(methods, is_literal ? "'" : "\"", ", ")};
}

}  // namespace

void offer_named_methods(Finding& finding, const TextList& list, const Policy& policy,
                         const Enforcer& enforcer) {
  const Text* entry = wildcard_in(list);
  const auto methods = missing_methods(list, enforcer);
  if (entry == nullptr || entry->resolution != Resolution::literal || methods.empty()) return;
  auto edit = in_place_of(*entry, list, policy.format, methods);
  if (!edit) return;
  finding.fixes.push_back({.title = "Write " + listed_in_backticks(methods),
                           .safety = Safety::unsafe,
                           .edits = {std::move(*edit)}});
}

}  // namespace corslint
