#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace corslint::test {

/// Holds a JSON value against a JSON Schema (draft-07) and says what does not fit, one line each
/// with the place's JSON Pointer. Knows `type`, `required`, `properties`, `additionalProperties`,
/// `items`, `enum`, `const`, `minimum`, `pattern` and `$ref` into `definitions`; a schema with any
/// other keyword that restricts is reported, so that nothing is passed over.
std::vector<std::string> schema_violations(const nlohmann::json& schema,
                                           const nlohmann::json& value);

}  // namespace corslint::test
