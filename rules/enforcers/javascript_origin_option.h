#pragma once

#include <optional>
#include <string_view>

#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/exchange.h"
#include "rules/policy/policy.h"

namespace corslint {

/// The forms of the option `origin` that Express' cors and @fastify/cors share.
enum class OriginOption {
  every_origin_by_name,  ///< `true`, their switch for every origin: each is answered with its name
  wildcard,              ///< `*`, also where nothing is set
  empty_text,            ///< the empty string
  fixed_text,            ///< any other string: sent as it stands, never compared
  entries,               ///< an array of strings and RegExp objects
};

/// The form in which the policy reaches the program. A string becomes an array where patterns stand
/// beside it.
OriginOption origin_option(const Policy& policy);

/// What an entry of the list of origins means there: the browser compares a fixed text, the program
/// the strings of an array, in which `*` is a text like any other.
EntryMeaning meaning_in_origin_option(std::string_view entry, const Policy& policy);

/// The SyntaxError of `new RegExp` for the first pattern that JavaScript refuses; the reason is in
/// our words.
std::optional<StartFailure> failure_to_make_regexp(const Policy& policy);

}  // namespace corslint
