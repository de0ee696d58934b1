#include "lint/report/schemas.h"

#include <array>
#include <string_view>

#include "lint/read/field_descriptions.h"
#include "lint/report/json_values.h"
#include "lint/run/configuration/fields.h"

namespace corslint {
namespace {

constexpr auto draft = "http://json-schema.org/draft-07/schema#";

/// The schema of one text of a type.
Json text_schema(const ValueType& type) {
  Json choices = Json::array();
  if (type.choices != nullptr) {
    for (const auto choice : type.choices()) choices.push_back(choice);
  }
  Json schema{{"type", "string"}};
  if (choices.empty()) {
    if (!type.pattern.empty()) schema["pattern"] = type.pattern;
    return schema;
  }
  if (type.pattern.empty()) {
    schema["enum"] = choices;
    return schema;
  }
  return {
      {"anyOf",
       {{{"type", "string"}, {"enum", choices}}, {{"type", "string"}, {"pattern", type.pattern}}}}};
}

Json value_schema(const ValueType& type) {
  if (!type.is_list) return text_schema(type);
  Json schema{{"type", "array"}, {"items", text_schema(type)}};
  if (!type.may_be_empty) schema["minItems"] = 1;
  return schema;
}

Json described(std::string_view summary, const Json& schema) {
  Json result{{"description", summary}};
  result.update(schema);
  return result;
}

void add_fields(const ConfigurationSection& section, Json& properties, Json& required) {
  for (const auto& field : section.fields) {
    properties[field.key] = described(field.summary, value_schema(*field.type));
    if (field.is_required) required.push_back(field.key);
  }
}

Json table_schema(const ConfigurationSection& section) {
  Json properties = Json::object();
  Json required = Json::array();
  add_fields(section, properties, required);
  Json schema{{"type", "object"}, {"additionalProperties", false}};
  if (!required.empty()) schema["required"] = required;
  schema["properties"] = properties;
  return schema;
}

Json section_schema(const ConfigurationSection& section) {
  if (section.form == SectionForm::list)
    return described(section.summary, {{"type", "array"}, {"items", table_schema(section)}});
  Json schema{{"type", "object"}};
  if (section.name_type->choices == nullptr) {
    schema["propertyNames"] = text_schema(*section.name_type);
    schema["additionalProperties"] = text_schema(*section.value_type);
    return described(section.summary, schema);
  }
  Json properties = Json::object();
  for (const auto name : section.name_type->choices())
    properties[name] = {{"$ref", "#/definitions/" + std::string(section.name) + "-value"}};
  schema["additionalProperties"] = false;
  schema["properties"] = properties;
  return described(section.summary, schema);
}

Json dialect_schema() {
  return text_schema(dialect_type);
}

Json field_schema(FieldType type) {
  const Json text{{"type", "string"}};
  Json texts{{"type", "array"}, {"items", text}};
  switch (type) {
    case FieldType::texts:
      return texts;
    case FieldType::text_or_texts:
      return {{"anyOf", {text, texts}}};
    case FieldType::boolean:
      return {{"type", "boolean"}};
    case FieldType::seconds:
    case FieldType::status:
      return {{"type", "integer"}};
    case FieldType::dialect:
      return dialect_schema();
    case FieldType::environment:
      break;
  }
  return text_schema(environment_type);
}

Json policy_properties() {
  Json properties = Json::object();
  for (const auto& [field, type, summary] : field_descriptions())
    properties[field_name(field)] = described(summary, field_schema(type));
  return properties;
}

}  // namespace

std::string configuration_schema() {
  Json properties = Json::object();
  Json required = Json::array();
  Json definitions = Json::object();
  for (const auto& section : configuration_sections()) {
    if (section.form == SectionForm::top) {
      add_fields(section, properties, required);
      continue;
    }
    properties[section.name] = section_schema(section);
    if (section.form == SectionForm::names && section.name_type->choices != nullptr)
      definitions[std::string(section.name) + "-value"] = text_schema(*section.value_type);
  }
  const Json schema{
      {"$schema", draft},
      {"title", "corslint configuration"},
      {"description", "corslint.toml, .corslint.toml, or [tool.corslint] in pyproject.toml"},
      {"type", "object"},
      {"additionalProperties", false},
      {"properties", properties},
      {"definitions", definitions}};
  return dumped(schema, 2);
}

std::string policy_schema() {
  constexpr std::array<std::string_view, 6> overlays{"development", "dev",        "test",
                                                     "staging",     "production", "prod"};
  const Json overlay{{"$ref", "#/definitions/overlay"}};
  Json policy = policy_properties();
  for (const auto name : overlays) policy[name] = overlay;
  Json root = policy_properties();
  root["cors"] = {{"$ref", "#/definitions/policy"}};
  const Json schema{
      {"$schema", draft},
      {"title", "CORS policy"},
      {"description",
       "A CORS policy in corslint's native form: a table `cors`, or its keys at the root"},
      {"type", "object"},
      {"properties", root},
      {"definitions",
       {{"policy",
         {{"description",
           "A CORS policy; a table named after an environment inherits what it does not set"},
          {"type", "object"},
          {"properties", policy}}},
        {"overlay",
         {{"description", "What is different in this environment"},
          {"type", "object"},
          {"properties", policy_properties()}}}}}};
  return dumped(schema, 2);
}

}  // namespace corslint
