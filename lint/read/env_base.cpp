#include "lint/read/env_base.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "lint/read/env_expansion.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

std::vector<std::string> parts_of(std::string_view value) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= value.size();) {
    const auto comma = std::min(value.find(',', begin), value.size());
    const auto part = stripped(value.substr(begin, comma - begin));
    if (!part.empty()) parts.emplace_back(part);
    begin = comma + 1;
  }
  return parts;
}

/// Adds what an entry is with the variables put in; a text in brackets is nothing to guess about.
void add_resolved(TextList& list, Text entry, const Expansion& expansion) {
  auto parts = parts_of(expansion.value);
  if (parts.empty() || expansion.value.starts_with('[')) {
    list.entries.push_back(std::move(entry));
    return;
  }
  entry.resolution = Resolution::expanded;
  if (parts.size() > 1) {
    entry.removal.reset();
    if (list.form == ListForm::single) list.form = ListForm::separated;
  }
  for (auto& part : parts) {
    entry.value = std::move(part);
    list.entries.push_back(entry);
  }
}

}  // namespace

void resolve_from_base(Policy& policy, std::string_view file_text,
                       const std::map<std::string, std::string, std::less<>>& variables) {
  if (variables.empty()) return;
  const VariableLookup lookup = [&](std::string_view name) -> std::optional<Expansion> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return Expansion{found->second, Resolution::expanded};
  };
  for (TextList* list :
       {&policy.origins, &policy.methods, &policy.headers, &policy.exposed_headers}) {
    for (auto& entry : std::exchange(list->entries, {})) {
      const auto written = file_text.substr(entry.span.begin, entry.span.end - entry.span.begin);
      const bool is_open = entry.resolution == Resolution::unresolved &&
                           written.find('\\') == std::string_view::npos;
      const auto expansion = is_open ? expanded(entry.value, entry.quoting, lookup)
                                     : Expansion{{}, Resolution::unresolved};
      if (expansion.resolution == Resolution::expanded) {
        add_resolved(*list, std::move(entry), expansion);
      } else {
        list->entries.push_back(std::move(entry));
      }
    }
  }
}

}  // namespace corslint
