#include "lint/read/field_descriptions.h"

#include <array>

namespace corslint {
namespace {

constexpr auto descriptions = std::to_array<FieldDescription>({
    {Field::origins, FieldType::texts,
     "The origins that are let in, as browsers send them, `*`, or what the enforcer allows"},
    {Field::origin_patterns, FieldType::text_or_texts,
     "Patterns of origins, in the enforcer's own syntax"},
    {Field::methods, FieldType::texts, "The methods that scripts may use"},
    {Field::headers, FieldType::texts, "The request headers that scripts may set"},
    {Field::exposed_headers, FieldType::texts, "The response headers that scripts may read"},
    {Field::any_origin, FieldType::boolean,
     "Whether every origin is let in, whatever the list says"},
    {Field::credentials, FieldType::boolean,
     "Whether scripts may send cookies and read answers to them"},
    {Field::private_network, FieldType::boolean,
     "Whether public sites may reach this server in a private network"},
    {Field::enabled, FieldType::boolean, "A policy that is switched off is read and not judged"},
    {Field::vary, FieldType::boolean, "Whether the answer names `Vary: Origin`"},
    {Field::send_wildcard, FieldType::boolean,
     "Whether `*` is sent in place of the request's origin"},
    {Field::origin_globs, FieldType::boolean, "Whether `*` within an origin has a meaning"},
    {Field::max_age, FieldType::seconds, "For how many seconds a preflight's answer is kept"},
    {Field::preflight_status, FieldType::status, "The status of a preflight's answer"},
    {Field::dialect, FieldType::dialect,
     "The program that enforces the policy, with `@VERSION` if need be"},
    {Field::environment, FieldType::environment, "Where the policy is deployed"},
});

}  // namespace

std::span<const FieldDescription> field_descriptions() {
  return descriptions;
}

}  // namespace corslint
