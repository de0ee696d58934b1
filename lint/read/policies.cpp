// The walk over a document: every shape is asked at every value, and what one recognises is read by
// it and not walked again, unless there may be further ones within.

#include <algorithm>
#include <utility>

#include "lint/read/env_base.h"
#include "lint/read/env_policies.h"
#include "lint/read/field_names.h"
#include "lint/read/reader.h"
#include "lint/read/shapes/environments.h"
#include "lint/read/shapes/lookalikes.h"
#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

void walk(const Place& place, PolicyReading& reading) {
  // Every shape is a table or a list, and most values are neither.
  if (place.value.kind != ValueKind::table && place.value.kind != ValueKind::list) return;
  if (is_out_of_force(place, reading.document)) return;
  const auto all = shapes();
  const auto shape = std::find_if(all.begin(), all.end(), [&](const Shape* candidate) {
    return candidate->recognises(place, reading);
  });
  const bool is_read = shape != all.end();
  if (is_read) (*shape)->read(place, reading);
  if (is_read && !(*shape)->holds_further) return;
  const bool is_native = is_read && *shape == &native_shape;
  const bool is_own = is_native && is_own_native_table(place, reading);
  for (const auto& member : place.value.members)
    walk({.value = member.value,
          .parent = &place,
          .member = &member,
          .is_below_native = is_native,
          .is_below_own_table = is_own},
         reading);
  for (std::size_t i = 0; i < place.value.items.size(); ++i)
    walk({.value = place.value.items[i], .parent = &place, .index = i}, reading);
}

/// Whether a key of the document, and not its shape or its file's name, names this dialect.
bool states_dialect(const Value& value, std::string_view dialect) {
  const auto states = [&](const Member& member) {
    return (field_named(member.key) == Field::dialect && member.value.text.value == dialect) ||
           states_dialect(member.value, dialect);
  };
  return std::ranges::any_of(value.members, states) ||
         std::ranges::any_of(value.items,
                             [&](const Value& item) { return states_dialect(item, dialect); });
}

void apply_settings(Policy& policy, const Document& document, const ReadOptions& options) {
  const bool has_dialect = !policy.dialect.empty() && states_dialect(document.root, policy.dialect);
  const bool has_environment = policy.environment != Environment::unknown;
  for (const auto& settings : options.settings) {
    if (!settings.name.empty() && settings.name != policy.name) continue;
    if (!has_dialect && !settings.dialect.empty()) policy.dialect = settings.dialect;
    if (!has_environment && settings.environment != Environment::unknown)
      policy.environment = settings.environment;
  }
}

/// Many programs read a duration (`"10m"`), and nothing says that one which nobody named does not.
void accept_duration(Policy& policy) {
  if (policy.max_age.value || !(policy.dialect.empty() || policy.dialect == "generic")) return;
  const auto duration = std::ranges::find_if(policy.irregularities, [&](const Irregularity& one) {
    return one.kind == IrregularityKind::wrong_type && one.span == policy.max_age.span &&
           !one.suggestion.empty();
  });
  if (duration == policy.irregularities.end()) return;
  policy.max_age.value = std::stoll(duration->suggestion);
  policy.irregularities.erase(duration);
}

void settle(Policy& policy, const SourceFile& file, const Document& document,
            const ReadOptions& options) {
  apply_spring_conventions(policy);
  if (!options.settings.empty()) apply_settings(policy, document, options);
  if (!options.dialect.empty()) policy.dialect = options.dialect;
  if (policy.environment == Environment::unknown) policy.environment = environment_of(file.path());
  if (options.environment) policy.environment = *options.environment;
  apply_abp_conventions(policy);
  accept_duration(policy);
}

void bound_entries(Policy& policy) {
  for (TextList* list : {&policy.origins, &policy.origin_patterns, &policy.methods, &policy.headers,
                         &policy.exposed_headers}) {
    if (list->entries.size() <= most_entries) continue;
    policy.irregularities.push_back(
        bound_reached(list->entries[most_entries].span, most_entries, "entries in a list"));
    list->entries.resize(most_entries);
  }
}

/// Drops the policies from `end` on, because the file has more than `bound` of `what`.
void drop_policies(std::vector<Policy>& policies, std::size_t end, std::size_t bound,
                   std::string_view what) {
  if (policies.size() <= end) return;
  auto excess = bound_reached(policies[end].span, bound, what);
  policies.resize(std::max<std::size_t>(end, 1));
  policies.back().irregularities.push_back(std::move(excess));
}

}  // namespace

std::vector<Policy> read_policies(const SourceFile& file, const Document& document,
                                  const ReadOptions& options) {
  std::vector<Policy> policies;
  if (document.format == Format::env) {
    policies = read_env_policies(file, document, options);
    for (auto& policy : policies) bound_entries(policy);
    for (auto& policy : policies) resolve_from_base(policy, file.text(), options.base_variables);
  } else {
    PolicyReading reading{.file = file,
                          .document = document,
                          .options = options,
                          .dialect = dialect_of_document(file, document)};
    walk({.value = document.root}, reading);
    policies = std::move(reading.policies);
    drop_policies(policies, most_policies, most_policies, "policies");
    for (auto& policy : policies) bound_entries(policy);
    drop_policies(policies, inherit_from_defaults(policies), most_entries_in_all,
                  "entries in all lists");
  }
  for (auto& policy : policies) settle(policy, file, document, options);
  std::stable_sort(policies.begin(), policies.end(), [](const Policy& left, const Policy& right) {
    return left.span.begin < right.span.begin;
  });
  return policies;
}

}  // namespace corslint
