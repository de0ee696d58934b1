#pragma once

#include <string_view>

#include "lint/read/document.h"
#include "lint/read/field_names.h"
#include "rules/policy/policy.h"

namespace corslint {

/// How a product takes the values of its policies apart, where products differ.
struct ValueStyle {
  /// Takes one string as a list at this character; 0: a string is one entry.
  char separator = 0;
  /// Whether blanks around the entries of such a string belong to them.
  bool keeps_blanks = false;
  /// Whether the product reads booleans and numbers from strings too.
  bool scalars_from_text = false;
  /// Whether a max-age is a duration such as `12h` and not a number of seconds.
  bool durations = false;
  /// Whether a string in brackets is an expression of the format (ARM templates) and no text.
  bool bracket_expressions = false;
};

/// Reads one member of a policy table into the policy. What its type does not fit becomes an
/// irregularity of the policy, and the value is still taken where it is evident what was meant
/// (`"true"`, `"600"`).
void read_field(Policy& policy, Field field, const Member& member, const ValueStyle& style);

}  // namespace corslint
