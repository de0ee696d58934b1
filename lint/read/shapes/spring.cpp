// `allowedOriginPatterns` is Spring's name, and what it takes are globs: `https://*.a.com`,
// `http://localhost:[*]`. Applications hand it on from settings of their own, so that the name and
// the way in which the entries are written are all that tells whose they are.
// https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/web/cors/CorsConfiguration.html

#include <algorithm>

#include "lint/read/shapes/shape.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool is_springs_name(std::string_view key) {
  constexpr std::string_view name = "allowedoriginpatterns";
  std::string letters;
  for (const char c : key)
    if (c != '_' && c != '-') letters += ascii_lowered(c);
  return letters.ends_with(name);
}

bool has_regular_expression(const Text& entry) {
  return entry.value.find_first_of("^$\\()+?|{}") != std::string::npos ||
         entry.value.find(".*") != std::string::npos;
}

bool has_star(const Text& entry) {
  return entry.value.find('*') != std::string::npos;
}

}  // namespace

void apply_spring_conventions(Policy& policy) {
  const TextList& patterns = policy.origin_patterns;
  if (!policy.dialect.empty() || !is_springs_name(patterns.key)) return;
  const bool are_globs = std::ranges::any_of(patterns.entries, has_star) &&
                         std::ranges::none_of(patterns.entries, has_regular_expression);
  if (are_globs) policy.dialect = "spring";
}

}  // namespace corslint
