#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern/syntax.h"
#include "rules/policy/policy.h"

namespace corslint {

/// The values that Python code iterates over: the entries of a list; of one string its characters,
/// each as a text.
std::vector<std::string> python_items(const TextList& list);

/// Python's `value in list`: equality with an entry of a list, a substring of one string.
bool python_contains(const TextList& list, std::string_view value);

/// Python's `repr()` of a text, non-ASCII characters as they are.
std::string python_repr(std::string_view text);

/// Whether Python's `re` takes the pattern, with `re.IGNORECASE` or without.
bool python_compiles(std::string_view pattern, LetterCase letter_case);

/// What Python's `urllib.parse.urlsplit` makes of a text.
/// https://docs.python.org/3/library/urllib.parse.html#urllib.parse.urlsplit
struct PythonUrl {
  std::string scheme;  ///< in lower case
  std::string netloc;  ///< as it stands: user, host and port
  std::string path;
  std::string query;
  std::string fragment;
};

/// Splits a text as Python 3.11.4 and later do; nothing where they raise ValueError, which only
/// square brackets bring about. NFKC equivalents of delimiters in the host, which they refuse too,
/// are not looked for.
std::optional<PythonUrl> python_urlsplit(std::string_view text);

}  // namespace corslint
