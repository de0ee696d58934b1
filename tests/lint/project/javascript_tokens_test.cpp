#include "lint/project/javascript_tokens.h"

#include <catch2/catch.hpp>
#include <string>

namespace corslint {
namespace {

struct Case {
  std::string_view why;
  std::string_view text;
  std::string_view tokens;  ///< with one blank between them; "?" for a text that is not understood
};

char mark_of(ScriptTokenKind kind) {
  switch (kind) {
    case ScriptTokenKind::name:
      return 'n';
    case ScriptTokenKind::number:
      return '0';
    case ScriptTokenKind::text:
      return 't';
    case ScriptTokenKind::opaque_text:
      return 'o';
    case ScriptTokenKind::pattern:
      return '/';
    case ScriptTokenKind::punctuation:
      return '.';
  }
  return '!';
}

std::string described(std::string_view text) {
  const auto tokens = script_tokens(text);
  if (!tokens) return "?";
  std::string result;
  for (const auto& token : *tokens) {
    if (!result.empty()) result += ' ';
    result += mark_of(token.kind);
    result += token.written;
  }
  return result;
}

}  // namespace

TEST_CASE("a script is cut into its tokens") {
  const auto test = GENERATE(values<Case>({
      {"nothing", "", ""},
      {"blanks and comments alone", " \t// a\n/* b\n c */", ""},
      {"a comment at the end without a line break", "a // b", "na"},
      {"an object", "{a: 1}", ".{ na .: 01 .}"},
      {"a comment in quotes is text", "'// no' \"/* no */\"", "t'// no' t\"/* no */\""},
      {"a quote in a comment is none", "a // it's\nb", "na nb"},
      {"an escape makes a text opaque", R"('a\'b')", R"(o'a\'b')"},
      {"a template without substitution is a text", "`a`", "t`a`"},
      {"a template with one is opaque", "`a${b}c`", "o`a${b}c`"},
      {"braces and templates nest in a substitution", "`${ {a: `}${b}`} }` c",
       "o`${ {a: `}${b}`} }` nc"},
      {"a slash behind a value divides", "a / b / 'c'", "na ./ nb ./ t'c'"},
      {"a slash behind an operator begins a pattern", "= /'\"`/g, 1", ".= //'\"`/g ., 01"},
      {"a slash in a class does not end the pattern", "(/[/']/)", ".( //[/']/ .)"},
      {"an escaped slash does not either", R"((/\//))", R"(.( //\// .))"},
      {"a slash behind a keyword begins a pattern", "return /a/", "nreturn //a/"},
      {"a slash behind a bracket divides", "(a) / b", ".( na .) ./ nb"},
      {"long signs are one token", "a => b ?? c || ...d", "na .=> nb .?? nc .|| .... nd"},
      {"a number with separators", "5_173", "05_173"},
      {"a first line for the shell", "#!/usr/bin/env node\na", "na"},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a",
       "na"},
  }));
  CAPTURE(test.why);
  CHECK(described(test.text) == test.tokens);
}

TEST_CASE("a script that is not understood to its end has no tokens") {
  const auto test = GENERATE(values<Case>({
      {"a quote that is not closed", "'a", "?"},
      {"a quote that ends with its line", "'a\n'", "?"},
      {"an escape at the end", "'a\\", "?"},
      {"a template that is not closed", "`a", "?"},
      {"a substitution that is not closed", "`${a", "?"},
      {"a comment that is not closed", "a /* b", "?"},
      {"a pattern that is not closed", "= /a\n/", "?"},
  }));
  CAPTURE(test.why);
  CHECK(described(test.text) == test.tokens);
}

TEST_CASE("templates that nest without end and scripts without end are given up") {
  std::string nested;
  for (int i = 0; i < 1000; ++i) nested += "`${";
  CHECK_FALSE(script_tokens(nested).has_value());
  std::string longest;
  for (std::size_t i = 0; i < most_script_tokens; ++i) longest += ',';
  CHECK(script_tokens(longest).has_value());
  CHECK_FALSE(script_tokens(longest + ',').has_value());
}

}  // namespace corslint
