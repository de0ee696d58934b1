#pragma once

#include "lint/read/shapes/shape.h"

namespace corslint {

/// Whether nothing below this place is in force, whatever it looks like: a recorded exchange (HAR,
/// VCR, Postman, Pact), what `tool.corslint` says about policies, an API's description or a JSON
/// Schema with its examples.
bool is_out_of_force(const Place& place, const Document& document);

/// Whether the fields of a table hold words to be shown: translations have the keys of a policy.
bool are_labels(const Value& table);

}  // namespace corslint
