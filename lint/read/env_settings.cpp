#include "lint/read/env_settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "lint/read/duration.h"
#include "lint/read/env_list.h"
#include "rules/enforcers/enforcer.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

void note(Policy& policy, IrregularityKind kind, Span span, const EnvSetting& setting,
          std::string expected, std::string detail, std::string suggestion) {
  policy.irregularities.push_back({.kind = kind,
                                   .span = span,
                                   .subject = setting.name,
                                   .expected = std::move(expected),
                                   .detail = std::move(detail),
                                   .suggestion = std::move(suggestion),
                                   .related = {}});
}

template <typename T>
void place(T& target, const EnvSetting& setting) {
  target = {};
  target.key = setting.name;
  target.key_span = setting.members.front()->key_span;
  target.span = setting.members.front()->value.span;
}

/// A name that ends in a plural holds a list of patterns, any other one pattern with all its
/// commas.
EnvItems items_of(const EnvSetting& setting) {
  if (setting.field == Field::origins) return EnvItems::origins;
  if (setting.field != Field::origin_patterns) return EnvItems::names;
  const auto name = ascii_lowered(setting.name);
  const bool is_plural =
      name.ends_with("s") || name.find("regexes") != std::string::npos || name.ends_with("list");
  return is_plural ? EnvItems::patterns : EnvItems::pattern;
}

void read_list(Policy& policy, TextList& list, const EnvSetting& setting,
               std::string_view file_text, const VariableLookup& lookup) {
  place(list, setting);
  if (setting.members.size() > 1) {
    list.form = ListForm::list;
    for (const Member* member : setting.members) list.entries.push_back(member->value.text);
    return;
  }
  const Text& value = setting.members.front()->value.text;
  EnvList read = read_env_list(file_text, value, items_of(setting), lookup);
  list.form = read.form;
  list.entries = std::move(read.entries);
  if (!read.oddity.empty())
    note(policy, IrregularityKind::list_encoding, read.place, setting, std::move(read.corrected),
         std::move(read.oddity), {});
}

void read_flag(Policy& policy, Flag& flag, const EnvSetting& setting) {
  place(flag, setting);
  const Text& text = setting.members.front()->value.text;
  if (text.value.empty() || text.resolution == Resolution::unresolved) return;
  flag.value = env_boolean(text.value);
  if (!flag.value)
    note(policy, IrregularityKind::wrong_type, text.content, setting, "a boolean", "text", {});
}

void read_number(Policy& policy, Number& number, const EnvSetting& setting,
                 std::string_view expected) {
  place(number, setting);
  const Text& text = setting.members.front()->value.text;
  if (text.value.empty() || text.resolution == Resolution::unresolved) return;
  std::int64_t read = 0;
  const char* const end = text.value.data() + text.value.size();
  const auto [behind, error] = std::from_chars(text.value.data(), end, read);
  if (error == std::errc{} && behind == end) {
    number.value = read;
    return;
  }
  const auto duration = duration_in_seconds(text.value);
  note(policy, IrregularityKind::wrong_type, text.content, setting, std::string(expected), "text",
       duration ? std::to_string(*duration) : std::string());
}

/// `subject` is the value here, which is only a word for a program or an environment.
void note_unknown(Policy& policy, const Text& text, std::string detail,
                  std::string_view suggestion) {
  policy.irregularities.push_back({.kind = IrregularityKind::unknown_value,
                                   .span = text.content,
                                   .subject = text.value,
                                   .expected = {},
                                   .detail = std::move(detail),
                                   .suggestion = std::string(suggestion),
                                   .related = {}});
}

void read_dialect(Policy& policy, const Text& text) {
  if (text.value.empty() || text.resolution == Resolution::unresolved) return;
  if (find_enforcer(text.value) != nullptr) {
    policy.dialect = text.value;
  } else {
    note_unknown(policy, text, "dialect", nearest_dialect(text.value));
  }
}

void read_environment(Policy& policy, const Text& text) {
  if (text.value.empty() || text.resolution == Resolution::unresolved) return;
  if (const auto environment = environment_named(text.value)) {
    policy.environment = *environment;
  } else {
    note_unknown(policy, text, "environment", nearest_environment(text.value));
  }
}

}  // namespace

std::optional<bool> env_boolean(std::string_view value) {
  constexpr auto yes = std::to_array<std::string_view>({"true", "1", "yes", "on"});
  constexpr auto no = std::to_array<std::string_view>({"false", "0", "no", "off"});
  const auto lowered = ascii_lowered(stripped(value));
  const auto is_in = [&](const auto& words) {
    return std::find(words.begin(), words.end(), lowered) != words.end();
  };
  if (is_in(yes)) return true;
  if (is_in(no)) return false;
  return std::nullopt;
}

void read_env_setting(Policy& policy, const EnvSetting& setting, std::string_view file_text,
                      const VariableLookup& lookup) {
  const auto list = [&](TextList& target) {
    read_list(policy, target, setting, file_text, lookup);
  };
  switch (setting.field) {
    case Field::origins:
      return list(policy.origins);
    case Field::origin_patterns:
      return list(policy.origin_patterns);
    case Field::methods:
      return list(policy.methods);
    case Field::headers:
      return list(policy.headers);
    case Field::exposed_headers:
      return list(policy.exposed_headers);
    case Field::any_origin:
      return read_flag(policy, policy.any_origin, setting);
    case Field::credentials:
      return read_flag(policy, policy.credentials, setting);
    case Field::private_network:
      return read_flag(policy, policy.private_network, setting);
    case Field::enabled:
      return read_flag(policy, policy.enabled, setting);
    case Field::vary:
      return read_flag(policy, policy.vary, setting);
    case Field::send_wildcard:
      return read_flag(policy, policy.send_wildcard, setting);
    case Field::origin_globs:
      return read_flag(policy, policy.origin_globs, setting);
    case Field::max_age:
      return read_number(policy, policy.max_age, setting, "a whole number of seconds");
    case Field::preflight_status:
      return read_number(policy, policy.preflight_status, setting, "a status such as `204`");
    case Field::dialect:
      return read_dialect(policy, setting.members.front()->value.text);
    case Field::environment:
      return read_environment(policy, setting.members.front()->value.text);
  }
}

}  // namespace corslint
