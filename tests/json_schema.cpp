#include "tests/json_schema.h"

#include <algorithm>
#include <array>
#include <regex>
#include <string_view>

namespace corslint::test {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 14> known_keywords{
    "$schema",     "$ref",        "title",
    "description", "definitions", "type",
    "required",    "properties",  "additionalProperties",
    "items",       "enum",        "const",
    "minimum",     "pattern",
};

bool has_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "null" && value.is_null();
}

class Validator {
 public:
  explicit Validator(const Json& root) : root_(root) {}

  void check(const Json& schema, const Json& value, const std::string& place) {
    if (schema.is_boolean()) {
      if (!schema.get<bool>()) add(place, "is not allowed");
      return;
    }
    if (schema.contains("$ref")) {
      const auto reference = schema["$ref"].get<std::string>();
      check(root_.at(Json::json_pointer(reference.substr(1))), value, place);
      return;
    }
    for (const auto& [keyword, ignored] : schema.items()) {
      if (std::ranges::find(known_keywords, keyword) == known_keywords.end())
        add(place, "the schema has the unknown keyword " + keyword);
    }
    check_scalar(schema, value, place);
    if (value.is_object()) check_object(schema, value, place);
    if (value.is_array() && schema.contains("items")) {
      for (std::size_t i = 0; i < value.size(); ++i)
        check(schema["items"], value[i], place + '/' + std::to_string(i));
    }
  }

  std::vector<std::string> take() { return std::move(violations_); }

 private:
  void add(const std::string& place, const std::string& what) {
    violations_.push_back(place + ": " + what);
  }

  void check_scalar(const Json& schema, const Json& value, const std::string& place) {
    if (schema.contains("type") && !has_type(value, schema["type"]))
      add(place, "is not of the type " + schema["type"].get<std::string>());
    if (schema.contains("const") && value != schema["const"])
      add(place, "is not " + schema["const"].dump());
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
      add(place, "is none of " + schema["enum"].dump());
    if (schema.contains("minimum") && value.is_number() && value < schema["minimum"])
      add(place, "is below " + schema["minimum"].dump());
    if (schema.contains("pattern") && value.is_string() &&
        !std::regex_search(value.get<std::string>(),
                           std::regex(schema["pattern"].get<std::string>())))
      add(place, "does not match " + schema["pattern"].dump());
  }

  void check_object(const Json& schema, const Json& value, const std::string& place) {
    const auto below = place + '/';
    const Json properties = schema.value("properties", Json::object());
    for (const auto& name : schema.value("required", Json::array())) {
      if (!value.contains(name)) add(place, "has no " + name.dump());
    }
    for (const auto& [name, member] : value.items()) {
      if (properties.contains(name)) {
        check(properties[name], member, below + name);
      } else if (schema.contains("additionalProperties")) {
        check(schema["additionalProperties"], member, below + name);
      }
    }
  }

  const Json& root_;
  std::vector<std::string> violations_;
};

}  // namespace

std::vector<std::string> schema_violations(const nlohmann::json& schema,
                                           const nlohmann::json& value) {
  Validator validator(schema);
  validator.check(schema, value, "");
  return validator.take();
}

}  // namespace corslint::test
