// Literal response headers, in the ways in which hosts have them written: a table of names and
// values (`[headers.values]` of netlify.toml, `globalHeaders` of Azure Static Web Apps,
// `responseParameters` of API Gateway's REST APIs), or a list of them (`headers` of vercel.json and
// firebase.json with `key` and `value`, `patchOperations` with `path` and `value`), or the `Cors`
// of an API in AWS SAM, whose keys stand for the headers. Each table or list with an
// Access-Control-Allow-Origin is a policy.
// https://docs.netlify.com/routing/headers/
// https://vercel.com/docs/project-configuration#headers
// https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html

#include <algorithm>
#include <array>
#include <utility>

#include "lint/read/shapes/environments.h"
#include "lint/read/shapes/shape.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr auto header_fields = std::to_array<ShapeKey>({
    {"access-control-allow-origin", Field::origins},
    {"access-control-allow-methods", Field::methods},
    {"access-control-allow-headers", Field::headers},
    {"access-control-expose-headers", Field::exposed_headers},
    {"access-control-allow-credentials", Field::credentials},
    {"access-control-allow-private-network", Field::private_network},
    {"access-control-max-age", Field::max_age},
});

/// The header that a key stands for: itself, or what follows `header.` in API Gateway's paths.
std::string_view header_of(std::string_view key) {
  constexpr std::string_view mark = "response.header.";
  const auto at = key.find(mark);
  return at == std::string_view::npos ? key : key.substr(at + mark.size());
}

const ShapeKey* field_of(std::string_view key) {
  for (const auto& known : header_fields)
    if (equal_ignoring_case(header_of(key), known.key)) return &known;
  return nullptr;
}

/// An item of a list as a member: `{"key": NAME, "value": VALUE}` and its relatives.
const Member* named_by(const Value& item) {
  for (const std::string_view name : {"key", "name", "path"}) {
    const Member* found = item.kind == ValueKind::table ? find_member(item, name) : nullptr;
    if (found != nullptr && found->value.kind == ValueKind::string) return found;
  }
  return nullptr;
}

/// API Gateway marks a literal by single quotes within the string.
Text without_literal_quotes(Text text) {
  if (text.value.size() < 2 || text.value.front() != '\'' || text.value.back() != '\'') return text;
  const bool verbatim = is_verbatim(text);
  text.value = text.value.substr(1, text.value.size() - 2);
  if (verbatim) text.content = {text.content.begin + 1, text.content.end - 1};
  return text;
}

constexpr auto sam_keys = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"AllowOrigin", "Access-Control-Allow-Origin"},
    {"AllowMethods", "Access-Control-Allow-Methods"},
    {"AllowHeaders", "Access-Control-Allow-Headers"},
    {"AllowCredentials", "Access-Control-Allow-Credentials"},
    {"MaxAge", "Access-Control-Max-Age"},
});

/// Whether the table is the `Cors` of an AWS::Serverless::Api, whose texts are literals in single
/// quotes.
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-corsconfiguration.html
bool is_sam(const Value& value) {
  const Member* origin = find_member(value, sam_keys.front().first);
  return origin != nullptr && origin->value.kind == ValueKind::string &&
         origin->value.text.value.starts_with('\'');
}

/// The header that a key of SAM's stands for; any other key itself.
std::string_view header_in_sam(std::string_view key) {
  const auto* const found =
      std::ranges::find(sam_keys, key, &std::pair<std::string_view, std::string_view>::first);
  return found == sam_keys.end() ? key : found->second;
}

/// The headers of the table or list that a policy may be made of.
std::vector<Member> headers_of(const Value& value) {
  std::vector<Member> headers;
  const bool sam = is_sam(value);
  const auto add = [&](std::string_view key, Span key_span, const Value& held) {
    const bool is_text = held.kind == ValueKind::string || (sam && held.kind == ValueKind::boolean);
    if (!is_text || field_of(key) == nullptr) return;
    headers.push_back({.key = std::string(header_of(key)), .key_span = key_span, .value = held});
    headers.back().value.text = without_literal_quotes(held.text);
  };
  for (const auto& member : value.members)
    add(sam ? header_in_sam(member.key) : member.key, member.key_span, member.value);
  for (const auto& item : value.items) {
    const Member* name = named_by(item);
    const Member* held = name == nullptr ? nullptr : find_member(item, "value");
    if (held != nullptr) add(name->value.text.value, name->value.text.content, held->value);
  }
  return headers;
}

bool names_origin(const Member& header) {
  return equal_ignoring_case(header.key, header_fields.front().key);
}

bool recognises(const Place& place, const PolicyReading& /*reading*/) {
  if (place.value.kind != ValueKind::table && place.value.kind != ValueKind::list) return false;
  const auto headers = headers_of(place.value);
  return std::any_of(headers.begin(), headers.end(), names_origin);
}

ValueStyle style_of(const Member& header, Field field) {
  const bool is_names =
      field == Field::methods || field == Field::headers || field == Field::exposed_headers;
  // Only the word `true` in lower case means anything in Access-Control-Allow-Credentials.
  const bool is_exact = field == Field::max_age || header.value.text.value == "true" ||
                        header.value.text.value == "false";
  return {.separator = is_names ? ',' : '\0', .scalars_from_text = is_exact};
}

void read(const Place& place, PolicyReading& reading) {
  auto policy =
      policy_at(place, reading, "static-headers", name_without_environment(place, reading.file));
  policy.environment = environment_of_place(place);
  for (const auto& header : headers_of(place.value)) {
    const Field field = field_of(header.key)->field;
    read_field(policy, field, header, style_of(header, field));
  }
  policy.span = policy.origins.key_span;
  reading.policies.push_back(std::move(policy));
}

}  // namespace

constinit const Shape static_headers_shape{
    .name = "literal headers", .recognises = recognises, .read = read};

}  // namespace corslint
