// The walk over a document: every shape is asked at every value, and what one recognises is read by
// it and not walked again.

#include <algorithm>
#include <utility>

#include "lint/read/env_base.h"
#include "lint/read/env_policies.h"
#include "lint/read/reader.h"
#include "lint/read/shapes/environments.h"
#include "lint/read/shapes/shape.h"

namespace corslint {
namespace {

void walk(const Place& place, PolicyReading& reading) {
  const auto all = shapes();
  const auto shape = std::find_if(all.begin(), all.end(), [&](const Shape* candidate) {
    return candidate->recognises(place, reading);
  });
  if (shape != all.end()) return (*shape)->read(place, reading);
  for (const auto& member : place.value.members)
    walk({.value = member.value, .parent = &place, .member = &member}, reading);
  for (std::size_t i = 0; i < place.value.items.size(); ++i)
    walk({.value = place.value.items[i], .parent = &place, .index = i}, reading);
}

void settle(Policy& policy, const SourceFile& file, const ReadOptions& options) {
  if (!options.dialect.empty()) policy.dialect = options.dialect;
  if (policy.environment == Environment::unknown) policy.environment = environment_of(file.path());
  if (options.environment) policy.environment = *options.environment;
}

}  // namespace

std::vector<Policy> read_policies(const SourceFile& file, const Document& document,
                                  const ReadOptions& options) {
  std::vector<Policy> policies;
  if (document.format == Format::env) {
    policies = read_env_policies(file, document, options);
    for (auto& policy : policies) resolve_from_base(policy, file.text(), options.base_variables);
  } else {
    PolicyReading reading{.file = file,
                          .document = document,
                          .options = options,
                          .dialect = dialect_of_document(file, document)};
    walk({.value = document.root}, reading);
    policies = std::move(reading.policies);
    inherit_from_defaults(policies);
  }
  for (auto& policy : policies) settle(policy, file, options);
  std::stable_sort(policies.begin(), policies.end(), [](const Policy& left, const Policy& right) {
    return left.span.begin < right.span.begin;
  });
  return policies;
}

}  // namespace corslint
