// toml++ writes `Error while parsing SCOPE: REASON`, the reason often as `expected X, saw Y`. What
// was seen is taken from the text again; the reason is looked up, and what the table does not have
// is passed on as it is.
#include "lint/read/toml_errors.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "lint/read/utf8.h"

namespace corslint {
namespace {

struct Complaint {
  std::string_view scope;
  std::string_view reason;
};

/// One reason of toml++: how it begins, in which scope (empty: any), and what to say. A wording
/// that ends in `found` is completed with what stands there.
struct Wording {
  std::string_view scope;
  std::string_view reason;
  std::string_view words;
};

constexpr std::array<Wording, 47> wordings{{
    {"array", "expected value or closing ']'", "expected a value before this comma"},
    {"array", "expected comma or closing ']'", "expected `,` or `]` after this value, found"},
    {"array", "encountered end-of-file", "the file ends before the `]` of this list"},
    {"inline table", "expected comma or closing '}'",
     "expected `,` or `}` after this value, found"},
    {"inline table", "expected key-value pair or closing '}'", "expected a key before this comma"},
    {"inline table", "expected key-value pair, saw closing '}'",
     "an inline table has no comma before its `}`"},
    {"inline table", "expected key or closing '}'",
     "expected a key or `}`; an inline table stays on one line; found"},
    {"inline table", "encountered end-of-file", "the file ends before the `}` of this table"},
    {"table header", "expected ']'", "expected `]` after the table's name, found"},
    {"table header", "tables with blank", "a table needs a name between its brackets"},
    {"table header", "[[array-of-table]]", "the two brackets of `[[` stand side by side"},
    {"table header", "encountered end-of-file",
     "the file ends before the `]` of this table's name"},
    {"table header", "expected a comment or whitespace",
     "only a comment may follow a table's name on its line; found"},
    {"table header", "cannot insert", "this adds to an inline table, which ends at its `}`"},
    {"table header", "cannot redefine",
     "a part of this name already holds something that is not a table"},
    {"key-value pair", "expected '='", "expected `=` after the key, found"},
    {"key-value pair", "expected value", "expected a value after `=`, found"},
    {"key-value pair", "expected a comment or whitespace",
     "only a comment may follow a value on its line; found"},
    {"key-value pair", "cannot redefine",
     "this key already holds something that is not open to more keys"},
    {"key-value pair", "encountered end-of-file", "the file ends before a value"},
    {"key", "expected bare key", "expected a key, found"},
    {"key", "multi-line strings", "a key stays on one line"},
    {"key", "encountered end-of-file", "the file ends after this key; expected `=` and a value"},
    {"root table", "expected keys", "expected a key or a `[table]`, found"},
    {"string", "encountered end-of-file", "this string is not closed"},
    {"string", "unknown escape", "there is no such escape; a backslash itself is written `\\\\`"},
    {"string", "escape sequence", "there is no such escape; a backslash itself is written `\\\\`"},
    {"unicode scalar", "expected hex digit", "expected a hexadecimal digit, found"},
    {"unicode scalar", "", "this escape names no character"},
    {"", "expected '\\n' after '\\r'", "a carriage return stands without its line feed"},
    {"", "leading zeroes", "a number has no leading zeros"},
    {"", "exceeded maximum nested", "nested more than 256 levels deep"},
    {"", "numeric value too long", "this number is too long"},
    {"", "expected decimal digit", "this is not a number"},
    {"", "expected exponent", "this is not a number"},
    {"", "underscores", "in a number, an underscore stands between two digits"},
    {"", "line-ending", "only blanks may follow a backslash that ends a line"},
    {"", "encountered end-of-file", "the file ends in the middle of this value"},
    {"date", "", "this is not a date that TOML knows"},
    {"time", "", "this is not a time that TOML knows"},
    {"", "expected digit", "this is not a number"},
    {"", "could not determine", "this is not a value that TOML knows"},
    {"", "expected space or tab",
     "only blanks and tabs may stand between the parts of a line, found"},
    {"comment", "control characters", "a comment holds no control characters, found"},
    {"string", "control characters", "this character is written as an escape, found"},
    {"string", "unescaped control", "this character is written as an escape, found"},
    {"", "vertical tabs", "a line does not end with a vertical tab or a form feed"},
}};

Complaint parts_of(std::string_view description) {
  constexpr std::string_view opening = "Error while parsing ";
  const auto colon = description.find(": ");
  if (!description.starts_with(opening) || colon == std::string_view::npos)
    return {"", description};
  return {description.substr(opening.size(), colon - opening.size()),
          description.substr(colon + 2)};
}

bool is_value_scope(std::string_view scope) {
  static constexpr std::array<std::string_view, 5> others{"key", "table", "string", "comment",
                                                          "unicode"};
  return scope != "array" && std::none_of(others.begin(), others.end(), [&](std::string_view word) {
           return scope.find(word) != std::string_view::npos;
         });
}

/// The run of characters around `offset` that no separator breaks.
Span word_around(std::string_view text, std::uint32_t offset) {
  constexpr std::string_view separators = " \t\r\n,=[]{}#\"'";
  std::size_t begin = offset;
  while (begin > 0 && separators.find(text[begin - 1]) == std::string_view::npos) --begin;
  const auto end = std::min(text.find_first_of(separators, begin), text.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string words_for(Complaint complaint, std::string_view text, std::uint32_t offset) {
  for (const auto& wording : wordings) {
    if (!wording.scope.empty() && !complaint.scope.starts_with(wording.scope) &&
        !complaint.scope.ends_with(wording.scope))
      continue;
    if (!complaint.reason.starts_with(wording.reason)) continue;
    std::string words(wording.words);
    if (words.ends_with("found")) words += ' ' + shown_code_point(text, offset);
    return words;
  }
  if (complaint.reason.ends_with("not representable in 64 bits"))
    return "this number does not fit into 64 bits";
  std::string words(complaint.reason);
  std::replace(words.begin(), words.end(), '\'', '`');
  return words;
}

Irregularity error_at(Span span, std::string detail) {
  return {.kind = IrregularityKind::syntax_error, .span = span, .detail = std::move(detail)};
}

bool is_escaped(std::string_view text, std::size_t offset) {
  std::size_t backslashes = 0;
  while (backslashes < offset && text[offset - backslashes - 1] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

/// From the quote that is still open at `end`, on the same line, to there.
Span open_string_before(std::string_view text, std::uint32_t end) {
  const auto line_end = text.substr(0, end).find_last_of('\n');
  const std::size_t line = line_end == std::string_view::npos ? 0 : line_end + 1;
  std::size_t opening = end;
  for (std::size_t at = line; at < end; ++at) {
    const bool is_quote = text[at] == '"' || text[at] == '\'';
    if (!is_quote) continue;
    if (opening == end) {
      opening = at;
    } else if (text[at] == text[opening] && (text[at] == '\'' || !is_escaped(text, at))) {
      opening = end;
    }
  }
  if (opening == end) return code_point_span(text, end);
  return {static_cast<std::uint32_t>(opening), end};
}

/// An open string is reported where the line or file ends; what has to be found is its quote.
Irregularity string_error(Complaint complaint, std::string_view text, std::uint32_t offset) {
  const auto end = static_cast<std::uint32_t>(text.size());
  const bool ends_line = offset < end && (text[offset] == '\n' || text[offset] == '\r');
  if (ends_line && !complaint.reason.starts_with("line-"))
    return error_at(open_string_before(text, offset), "this string is not closed on its line");
  if (!complaint.reason.starts_with("encountered end-of-file"))
    return error_at(code_point_span(text, offset), words_for(complaint, text, offset));
  const auto three = std::max(text.rfind(R"(""")") + 1, text.rfind("'''") + 1);
  if (three == 0) return error_at(open_string_before(text, end), "this string is not closed");
  const auto begin = static_cast<std::uint32_t>(three - 1);
  return error_at({begin, begin + 3}, "this string is not closed");
}

/// A table's name that does not fit is reported after its line.
Irregularity header_error(Complaint complaint, std::string_view text, std::uint32_t offset) {
  const auto open = complaint.reason.find('\'');
  const auto close = complaint.reason.rfind('\'');
  Span span = code_point_span(text, offset);
  if (complaint.reason.starts_with("cannot") && open < close) {
    const auto name = complaint.reason.substr(open + 1, close - open - 1);
    const auto found = text.substr(0, offset).rfind(name);
    if (found != std::string_view::npos && !name.empty())
      span = {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + name.size())};
  }
  return error_at(span, words_for(complaint, text, offset));
}

/// What can be said of a value that is written without quotes; empty if it is like a number.
std::string_view fault_of_bare_value(std::string_view written) {
  if (written == "True" || written == "TRUE") return "write `true`";
  if (written == "False" || written == "FALSE") return "write `false`";
  if (written == "null" || written == "None" || written == "nil")
    return "TOML has no null; leave the key out";
  const bool is_number =
      std::string_view("0123456789+-.").find(written.front()) != std::string_view::npos;
  return is_number ? "" : "text is written in quotes";
}

}  // namespace

Irregularity toml_syntax_error(std::string_view text, std::uint32_t offset,
                               std::string_view description) {
  const auto complaint = parts_of(description);
  if (complaint.reason.starts_with("expected '\\n' after '\\r'") && offset > 0)
    return error_at({offset - 1, offset}, words_for(complaint, text, offset));
  if (complaint.scope.ends_with("string")) return string_error(complaint, text, offset);
  if (complaint.scope == "table header") return header_error(complaint, text, offset);
  const Span word = word_around(text, offset);
  if (!is_value_scope(complaint.scope) || word.begin == word.end)
    return error_at(code_point_span(text, offset), words_for(complaint, text, offset));
  const auto written = text.substr(word.begin, word.end - word.begin);
  const auto fault = fault_of_bare_value(written);
  if (!fault.empty()) return error_at(word, std::string(fault));
  return error_at(word, words_for(complaint, text, offset));
}

}  // namespace corslint
