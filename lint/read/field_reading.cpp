#include "lint/read/field_reading.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "lint/read/duration.h"
#include "lint/read/joined_text.h"
#include "lint/read/kind_name.h"
#include "rules/enforcers/enforcer.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

void note_wrong_type(Policy& policy, std::string_view key, const Value& value,
                     std::string_view expected, std::string suggestion = {}) {
  policy.irregularities.push_back({.kind = IrregularityKind::wrong_type,
                                   .span = value.span,
                                   .subject = std::string(key),
                                   .expected = std::string(expected),
                                   .detail = std::string(kind_name(value.kind)),
                                   .suggestion = std::move(suggestion),
                                   .related = {}});
}

Text as_entry(Text text, const ValueStyle& style) {
  const bool expression =
      style.bracket_expressions && text.value.starts_with('[') && text.value.ends_with(']');
  if (expression || has_template(text.value)) text.resolution = Resolution::unresolved;
  return text;
}

/// A function of CloudFormation, `{"Ref": "Origin"}` or `{"Fn::Sub": "..."}`, which stands for a
/// value that the deployment knows.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
bool is_intrinsic_function(const Value& value) {
  return value.kind == ValueKind::table && value.members.size() == 1 &&
         (value.members.front().key == "Ref" || value.members.front().key.starts_with("Fn::"));
}

Text unresolved_entry(const Value& value) {
  return {.value = "{\"" + value.members.front().key + "\": ...}",
          .span = value.span,
          .content = value.span,
          .resolution = Resolution::unresolved,
          .removal = {}};
}

/// An item by which Dynaconf's lists say that they add to those of another file.
/// https://www.dynaconf.com/merging/
bool is_merge_mark(const Value& item) {
  return item.text.value == "dynaconf_merge" || item.text.value == "dynaconf_merge_unique";
}

void read_items(Policy& policy, TextList& list, const Member& member, const ValueStyle& style) {
  list.form = ListForm::list;
  for (const auto& item : member.value.items) {
    if (is_merge_mark(item)) continue;
    if (is_intrinsic_function(item)) {
      list.entries.push_back(unresolved_entry(item));
    } else if (item.kind == ValueKind::string) {
      list.entries.push_back(as_entry(item.text, style));
    } else {
      note_wrong_type(policy, member.key, item, "a string");
    }
  }
}

void read_string(TextList& list, const Text& text, const ValueStyle& style) {
  const Text whole = as_entry(text, style);
  if (style.separator == 0 || whole.resolution != Resolution::literal) {
    list.form = ListForm::single;
    list.entries.push_back(whole);
    return;
  }
  list.form = ListForm::separated;
  if (!text.value.empty()) list.entries = split_text(text, style.separator, style.keeps_blanks);
}

/// Notes that the setting has a value under another name already.
void note_other_name(Policy& policy, const Member& member, std::string_view name, Span place) {
  policy.irregularities.push_back({.kind = IrregularityKind::duplicate_key,
                                   .span = member.key_span,
                                   .subject = member.key,
                                   .expected = {},
                                   .detail = {},
                                   .suggestion = std::string(name),
                                   .related = place});
}

bool same_entries(const TextList& left, const TextList& right) {
  return std::equal(left.entries.begin(), left.entries.end(), right.entries.begin(),
                    right.entries.end(),
                    [](const Text& a, const Text& b) { return a.value == b.value; });
}

void read_list(Policy& policy, TextList& list, const Member& member, const ValueStyle& style) {
  if (member.value.kind == ValueKind::null) return;
  const TextList earlier = std::exchange(list, {});
  list.key = member.key;
  list.key_span = member.key_span;
  list.span = member.value.span;
  if (member.value.kind == ValueKind::list) {
    read_items(policy, list, member, style);
  } else if (member.value.kind == ValueKind::string) {
    read_string(list, member.value.text, style);
  } else if (is_intrinsic_function(member.value)) {
    list.form = ListForm::apart;
    list.entries.push_back(unresolved_entry(member.value));
  } else {
    note_wrong_type(policy, member.key, member.value, "a list of strings");
  }
  if (is_set(earlier) && earlier.key != member.key && !same_entries(earlier, list))
    note_other_name(policy, member, earlier.key, earlier.key_span);
}

template <typename T>
void place(Setting<T>& setting, const Member& member) {
  setting.key = member.key;
  setting.key_span = member.key_span;
  setting.span = member.value.span;
}

/// Whether `origin` may hold a boolean: `true` for every origin, `false` for no CORS at all, as the
/// npm package cors and @fastify/cors have it. Where nothing says which program reads the policy, a
/// boolean under this key can mean nothing else.
bool takes_boolean_origin(const Policy& policy, std::string_view key) {
  const auto dialect = std::string_view(policy.dialect).substr(0, policy.dialect.find('@'));
  const bool may_be_theirs =
      dialect.empty() || dialect == "generic" || dialect == "express" || dialect == "fastify";
  return may_be_theirs && key == "origin";
}

void read_origins(Policy& policy, const Member& member, const ValueStyle& style) {
  const bool is_switch =
      member.value.kind == ValueKind::boolean && takes_boolean_origin(policy, member.key);
  if (!is_switch) return read_list(policy, policy.origins, member, style);
  Flag& flag = member.value.boolean ? policy.any_origin : policy.enabled;
  place(flag, member);
  flag.value = member.value.boolean;
}

/// Where headers hold lists of values (IPFS, Caddy), so does this one.
bool is_header_with_list(const Member& member) {
  return member.value.items.size() == 1 &&
         equal_ignoring_case(member.key, "access-control-allow-credentials");
}

void read_flag(Policy& policy, Flag& flag, const Member& member, const ValueStyle& style) {
  if (is_header_with_list(member)) {
    const Member only{
        .key = member.key, .key_span = member.key_span, .value = member.value.items.front()};
    return read_flag(policy, flag, only, {.scalars_from_text = true});
  }
  const Value& value = member.value;
  if (value.kind == ValueKind::null) return;
  place(flag, member);
  if (is_intrinsic_function(value)) return;
  if (value.kind == ValueKind::boolean) {
    flag.value = value.boolean;
    return;
  }
  const auto lowered = ascii_lowered(value.text.value);
  if (value.kind == ValueKind::string && has_template(value.text.value)) return;
  if (value.kind == ValueKind::string && (lowered == "true" || lowered == "false")) {
    flag.value = lowered == "true";
    if (!style.scalars_from_text) note_wrong_type(policy, member.key, value, "a boolean", lowered);
    return;
  }
  note_wrong_type(policy, member.key, value, "a boolean");
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

void read_duration(Policy& policy, Seconds& seconds, const Member& member) {
  const Value& value = member.value;
  if (value.kind == ValueKind::string) seconds.value = duration_in_seconds(value.text.value);
  if (!seconds.value && !(value.kind == ValueKind::string && has_template(value.text.value)))
    note_wrong_type(policy, member.key, value, "a duration such as `\"10m\"`");
}

void read_number(Policy& policy, Number& number, const Member& member, std::string_view expected,
                 const ValueStyle& style) {
  const Value& value = member.value;
  if (value.kind == ValueKind::null) return;
  place(number, member);
  if (is_intrinsic_function(value)) return;
  if (value.kind == ValueKind::integer) {
    number.value = value.integer;
    return;
  }
  if (value.kind == ValueKind::string) {
    if (has_template(value.text.value)) return;
    number.value = whole_number(value.text.value);
    if (number.value && style.scalars_from_text) return;
    const auto duration = duration_in_seconds(value.text.value);
    const auto meant = number.value ? number.value : duration;
    note_wrong_type(policy, member.key, value, expected,
                    meant ? std::to_string(*meant) : std::string());
    return;
  }
  note_wrong_type(policy, member.key, value, expected);
}

void read_seconds(Policy& policy, Seconds& seconds, const Member& member, const ValueStyle& style) {
  if (!style.durations)
    return read_number(policy, seconds, member, "a whole number of seconds", style);
  if (member.value.kind == ValueKind::null) return;
  place(seconds, member);
  read_duration(policy, seconds, member);
}

void note_unknown_value(Policy& policy, const Value& value, std::string_view expected,
                        std::string_view suggestion) {
  policy.irregularities.push_back({.kind = IrregularityKind::unknown_value,
                                   .span = value.span,
                                   .subject = value.text.value,
                                   .expected = {},
                                   .detail = std::string(expected),
                                   .suggestion = std::string(suggestion),
                                   .related = {}});
}

void read_dialect(Policy& policy, const Member& member) {
  const Value& value = member.value;
  if (value.kind != ValueKind::string)
    return note_wrong_type(policy, member.key, value, "a string");
  policy.dialect = value.text.value;
  if (find_enforcer(policy.dialect) == nullptr) {
    note_unknown_value(policy, value, "dialect", nearest_dialect(policy.dialect));
    policy.dialect.clear();
  }
}

void read_environment(Policy& policy, const Member& member) {
  const Value& value = member.value;
  if (value.kind != ValueKind::string)
    return note_wrong_type(policy, member.key, value, "a string");
  const auto environment = environment_named(value.text.value);
  if (environment) {
    policy.environment = *environment;
  } else if (!has_template(value.text.value)) {
    note_unknown_value(policy, value, "environment", nearest_environment(value.text.value));
  }
}

template <typename T>
using SettingReader = void (*)(Policy&, Setting<T>&, const Member&, const ValueStyle&);

/// Reads a setting of one value, and notes where another name of it had another value.
template <typename T>
void read_setting(SettingReader<T> read, Policy& policy, Setting<T>& setting, const Member& member,
                  const ValueStyle& style) {
  const Setting<T> earlier = std::exchange(setting, {});
  read(policy, setting, member, style);
  if (!setting.value) {
    if (setting.key.empty()) setting = earlier;
    return;
  }
  const bool was_written = earlier.value && !earlier.key.empty();
  if (was_written && earlier.key != setting.key && earlier.value != setting.value)
    note_other_name(policy, member, earlier.key, earlier.key_span);
}

void read_status(Policy& policy, Number& number, const Member& member, const ValueStyle& style) {
  read_number(policy, number, member, "a status such as `204`", style);
}

}  // namespace

void read_field(Policy& policy, Field field, const Member& member, const ValueStyle& style) {
  switch (field) {
    case Field::origins:
      return read_origins(policy, member, style);
    case Field::origin_patterns:
      return read_list(policy, policy.origin_patterns, member, {});
    case Field::methods:
      return read_list(policy, policy.methods, member, style);
    case Field::headers:
      return read_list(policy, policy.headers, member, style);
    case Field::exposed_headers:
      return read_list(policy, policy.exposed_headers, member, style);
    case Field::any_origin:
      return read_setting<bool>(read_flag, policy, policy.any_origin, member, style);
    case Field::credentials:
      return read_setting<bool>(read_flag, policy, policy.credentials, member, style);
    case Field::private_network:
      return read_setting<bool>(read_flag, policy, policy.private_network, member, style);
    case Field::enabled:
      return read_setting<bool>(read_flag, policy, policy.enabled, member, style);
    case Field::vary:
      return read_setting<bool>(read_flag, policy, policy.vary, member, style);
    case Field::send_wildcard:
      return read_setting<bool>(read_flag, policy, policy.send_wildcard, member, style);
    case Field::origin_globs:
      return read_setting<bool>(read_flag, policy, policy.origin_globs, member, style);
    case Field::max_age:
      return read_setting<std::int64_t>(read_seconds, policy, policy.max_age, member, style);
    case Field::preflight_status:
      return read_setting<std::int64_t>(read_status, policy, policy.preflight_status, member,
                                        style);
    case Field::dialect:
      return read_dialect(policy, member);
    case Field::environment:
      return read_environment(policy, member);
  }
}

}  // namespace corslint
