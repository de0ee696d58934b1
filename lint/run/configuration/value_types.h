#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corslint {

/// What is wrong with a text, as the message and help of a problem; no message: nothing.
struct TextProblem {
  std::string message = {};
  std::string help = {};
};

/// What a key of the configuration takes: a text or a list of texts of one kind. Reading, the JSON
/// Schema and messages derive from it.
struct ValueType {
  std::string_view noun;  ///< "a list of origins"
  bool is_list = false;
  bool may_be_empty = true;  ///< of a list: whether it may hold nothing
  bool may_be_date = false;  ///< a date without quotes is taken too
  /// All texts that there are; null where they cannot be listed.
  std::vector<std::string_view> (*choices)() = nullptr;
  std::string_view pattern = {};  ///< a regular expression of JSON Schema; empty: any text
  /// What is wrong with a text that is no choice or breaks the pattern; null where the choices say
  /// it all.
  TextProblem (*problem)(std::string_view text) = nullptr;
};

extern const ValueType any_text_type;
extern const ValueType file_type;
extern const ValueType glob_type;
extern const ValueType glob_list_type;
extern const ValueType origin_list_type;
extern const ValueType rule_list_type;
extern const ValueType rule_or_group_list_type;
extern const ValueType rule_or_group_type;
extern const ValueType level_type;
extern const ValueType fail_level_type;
extern const ValueType dialect_type;
extern const ValueType environment_type;
extern const ValueType policy_field_type;
extern const ValueType pointer_type;
extern const ValueType date_type;
extern const ValueType version_requirement_type;
extern const ValueType variable_name_type;

/// What is wrong with a text for a type; no message if nothing is.
TextProblem problem_with(const ValueType& type, std::string_view text);

}  // namespace corslint
