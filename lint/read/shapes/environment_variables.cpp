// Environment variables inside of other files: a table of names and values (`[vars]` of
// wrangler.toml, `env` of pm2 and launch configurations, `env` of Heroku's app.json with
// `{"value": ...}`), a list of `NAME=value` (Dokploy, Docker), or a list of `name` and `value`
// (Kubernetes, ECS task definitions, App Service). Any other table is one, too, where origins stand
// in one string under a name in capitals (`Environment.Variables` of a Lambda function, the data of
// a ConfigMap). They are read as an env file's are, since the program that gets them does so too. A
// value with escapes of the format is left out.

#include <algorithm>
#include <array>

#include "lint/read/env_names.h"
#include "lint/read/env_policies.h"
#include "lint/read/shapes/arm_template.h"
#include "lint/read/shapes/environments.h"
#include "lint/read/shapes/shape.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool is_variable_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' &&
         std::all_of(name.begin(), name.end(), fits);
}

bool holds_variables(std::string_view key) {
  static constexpr std::array<std::string_view, 8> names{
      "env",     "vars",         "environment", "env_vars",
      "envvars", "containerenv", "appsettings", "environmentvariables"};
  const auto lowered = ascii_lowered(key);
  return lowered.starts_with("env_") ||
         std::find(names.begin(), names.end(), lowered) != names.end();
}

bool is_scalar(const Value& value) {
  return value.kind == ValueKind::string || value.kind == ValueKind::boolean ||
         value.kind == ValueKind::integer;
}

void add(std::vector<Member>& variables, std::string_view name, Span name_span, const Value& held) {
  if (!is_scalar(held) || !is_verbatim(held.text) || !is_variable_name(name)) return;
  variables.push_back({.key = std::string(name), .key_span = name_span, .value = held});
}

/// `NAME=value` in one string.
void add_assignment(std::vector<Member>& variables, const Value& item) {
  const auto equals = item.text.value.find('=');
  if (item.kind != ValueKind::string || equals == std::string::npos || !is_verbatim(item.text))
    return;
  Value held = item;
  held.text.value.erase(0, equals + 1);
  held.text.content.begin += static_cast<std::uint32_t>(equals) + 1;
  held.text.span = held.text.content;
  held.text.removal.reset();
  held.span = held.text.content;
  add(variables, std::string_view(item.text.value).substr(0, equals), part_of(item.text, 0, equals),
      held);
}

void add_item(std::vector<Member>& variables, const Value& item) {
  if (item.kind != ValueKind::table) return add_assignment(variables, item);
  const Member* name = find_member(item, "name");
  const Member* value = find_member(item, "value");
  // CloudFormation's spelling.
  if (name == nullptr) name = find_member(item, "Name");
  if (value == nullptr) value = find_member(item, "Value");
  if (name != nullptr && value != nullptr && name->value.kind == ValueKind::string)
    add(variables, name->value.text.value, name->value.text.content, value->value);
}

std::vector<Member> variables_of(const Value& value) {
  std::vector<Member> variables;
  for (const auto& member : value.members) {
    const Member* held =
        member.value.kind == ValueKind::table ? find_member(member.value, "value") : nullptr;
    add(variables, member.key, member.key_span, held == nullptr ? member.value : held->value);
  }
  for (const auto& item : value.items) add_item(variables, item);
  return variables;
}

bool is_bracketed(const Member& variable) {
  const auto& value = variable.value.text.value;
  return value.starts_with('[') && value.ends_with(']');
}

/// The policies of the variables; the document that they are read from holds copies.
std::vector<Policy> policies_of(const Place& place, const PolicyReading& reading) {
  Document document{.format = Format::env};
  document.root.kind = ValueKind::table;
  document.root.members = variables_of(place.value);
  if (is_arm_template(reading.document)) std::erase_if(document.root.members, is_bracketed);
  if (document.root.members.empty()) return {};
  return read_env_policies(reading.file, document, reading.options);
}

bool names_origins(const Member& member) {
  if (!is_variable_name(member.key)) return false;
  const auto role = env_role(member.key);
  return role && role->evidence != EnvEvidence::comment &&
         (role->field == Field::origins || role->field == Field::origin_patterns);
}

/// Whether origins stand under names in capitals, and nowhere in a list of the format.
bool are_capital_names(const Value& table) {
  bool in_strings = false;
  for (const auto& member : table.members) {
    if (!names_origins(member)) continue;
    if (member.value.kind != ValueKind::string) return false;
    in_strings = true;
  }
  return in_strings;
}

bool recognises(const Place& place, const PolicyReading& reading) {
  return (holds_variables(key_of(place)) || are_capital_names(place.value)) &&
         !policies_of(place, reading).empty();
}

void read(const Place& place, PolicyReading& reading) {
  for (auto& policy : policies_of(place, reading)) {
    if (policy.environment == Environment::unknown)
      policy.environment = environment_of_place(place);
    reading.policies.push_back(std::move(policy));
  }
}

}  // namespace

constinit const Shape environment_variables_shape{
    .name = "environment variables", .recognises = recognises, .read = read, .holds_further = true};

}  // namespace corslint
