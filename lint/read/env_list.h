#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/read/env_expansion.h"
#include "rules/policy/policy.h"

namespace corslint {

/// What a list in an env value holds, which decides where it may be cut.
enum class EnvItems {
  origins,   ///< commas; blanks only between what looks like origins
  names,     ///< commas and blanks: methods and header names hold neither
  patterns,  ///< commas outside of brackets and quantifiers
  pattern,   ///< one pattern, cut nowhere
};

/// A list as it stands in an env value. `oddity` is a keyword for the first thing about its
/// encoding that its reader may not take apart as meant, empty where there is none:
/// `single_quoted_json`, `unquoted_json`, `broken_json`, `nested_quotes`, `semicolons`, `spaces`,
/// `blank_after_comma`, `outer_blanks`, `empty_item`. The entries are what was evidently meant.
/// Writing `corrected` at `place` removes the oddity; it is empty where that is not evident.
struct EnvList {
  ListForm form = ListForm::separated;
  std::vector<Text> entries;
  std::string oddity;
  std::string corrected;
  Span place;
};

/// Takes the value of a variable apart as it is written, so that an entry without a variable stays
/// literal; a variable that holds a list itself gives several entries at its place.
EnvList read_env_list(std::string_view file_text, const Text& value, EnvItems items,
                      const VariableLookup& lookup);

}  // namespace corslint
