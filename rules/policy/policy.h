#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/policy/environment.h"
#include "rules/policy/irregularity.h"
#include "rules/policy/span.h"
#include "rules/policy/text.h"

namespace corslint {

/// The format of the file that a policy was read from. In an env file every value is a string, so
/// types do not count there.
enum class Format { toml, json, env };

/// How a list is written: not at all, as a list of the format, as one string, as one string with
/// separators that its reader takes apart, as a JSON array inside a string (env files), or each
/// entry apart from the others, in a value with more around it.
enum class ListForm { absent, list, single, separated, json_text, apart };

/// A key that holds strings. `entries` are what the enforcer gets after its reader has taken the
/// value apart. With the form `single` there is exactly one entry: the string as it stands.
struct TextList {
  ListForm form = ListForm::absent;
  std::string key;
  Span key_span;
  Span span;
  std::vector<Text> entries;
};

/// Whether the policy sets the list at all, be it to nothing.
inline bool is_set(const TextList& list) {
  return list.form != ListForm::absent;
}

/// A key that holds one plain value; `value` is absent where the key is, or where what it holds
/// could not be read as `T`.
template <typename T>
struct Setting {
  std::optional<T> value;
  std::string key;
  Span key_span;
  Span span;
};

using Flag = Setting<bool>;
using Seconds = Setting<std::int64_t>;
using Number = Setting<std::int64_t>;

/// Whether the flag is there and on.
inline bool is_on(const Flag& flag) {
  return flag.value.value_or(false);
}

/// A CORS policy as its file says it, independent of format and product. What the enforcer makes of
/// it is not in here: that is the enforcer's (rules/enforcers). Every leaf knows its place.
struct Policy {
  std::string name;
  Span span;  ///< the table header or key that introduces the policy
  Format format = Format::toml;
  std::string dialect;  ///< `name` or `name@version`; empty means `generic`
  Environment environment = Environment::unknown;

  TextList origins;
  TextList origin_patterns;
  TextList methods;
  TextList headers;
  TextList exposed_headers;
  Flag any_origin;  ///< a switch that admits every origin, whatever the lists say (`AllowAll`,
                    ///< `CORS_ALLOW_ALL_ORIGINS`)
  Flag credentials;
  Flag private_network;
  Flag enabled;
  Flag vary;  ///< a switch that makes the enforcer send `Vary: Origin` (Traefik's addVaryHeader)
  Flag send_wildcard;  ///< a switch that sends `*` instead of the request's origin (Flask-CORS)
  Flag origin_globs;   ///< a switch that gives `*` inside an entry a meaning (gin's AllowWildcard)
  Seconds max_age;
  Number preflight_status;  ///< the status of a preflight's answer (optionsSuccessStatus)

  std::vector<Irregularity> irregularities;
};

}  // namespace corslint
