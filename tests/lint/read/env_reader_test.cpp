#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/read/reader.h"

using namespace corslint;

namespace {

struct Row {
  std::string phrase;
  std::string text;
  std::vector<std::pair<std::string, std::string>> variables;
};

std::vector<std::pair<std::string, std::string>> variables_of(const Document& document) {
  std::vector<std::pair<std::string, std::string>> variables;
  for (const auto& member : document.root.members)
    variables.emplace_back(member.key, member.value.text.value);
  return variables;
}

std::string slice(const std::string& text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

const std::vector<Row> readable{
    {"an empty file", "", {}},
    {"empty lines only", "\n\n \n\t\n", {}},
    {"a comment only", "# A=b", {}},
    {"a comment without a blank", "#A=b\nB=c\n", {{"B", "c"}}},
    {"a comment behind blanks", "  # A=b\nB=c\n", {{"B", "c"}}},
    {"no final newline", "A=b", {{"A", "b"}}},
    {"a final newline", "A=b\n", {{"A", "b"}}},
    {"lines that end in CR LF", "A=b\r\nB=c\r\n", {{"A", "b"}, {"B", "c"}}},
    {"lines that end in CR", "A=b\rB=c\r", {{"A", "b"}, {"B", "c"}}},
    {"a byte order mark",
     "\xEF\xBB\xBF"
     "A=b\n",
     {{"A", "b"}}},
    {"blanks around the sign", "A = b\n", {{"A", "b"}}},
    {"a tab around the value", "A=\tb\t\n", {{"A", "b"}}},
    {"blanks before the name", "  A=b\n", {{"A", "b"}}},
    {"an export", "export A=b\n", {{"A", "b"}}},
    {"an export with a tab", "export\tA=b\n", {{"A", "b"}}},
    {"a variable called export", "export=b\n", {{"export", "b"}}},
    {"a variable called export, with a blank", "export =b\n", {{"export", "b"}}},
    {"a name that begins with export", "exported=b\n", {{"exported", "b"}}},
    {"a name with dots, hyphens and digits", "A.b-c_1=d\n", {{"A.b-c_1", "d"}}},
    {"a name that begins with a digit", "1A=b\n", {{"1A", "b"}}},
    {"a colon and a blank", "A: b\n", {{"A", "b"}}},
    {"a colon at the end of a line", "A:\nB=c\n", {{"A", ""}, {"B", "c"}}},
    {"an empty value", "A=\n", {{"A", ""}}},
    {"an empty value at the end of the file", "A=", {{"A", ""}}},
    {"an empty value before a comment", "A= # c\n", {{"A", ""}}},
    {"empty double quotes", "A=\"\"\n", {{"A", ""}}},
    {"empty single quotes", "A=''\n", {{"A", ""}}},
    {"a value with blanks", "A=b c d\n", {{"A", "b c d"}}},
    {"a value with equals signs", "A=b=c=\n", {{"A", "b=c="}}},
    {"two equals signs", "A==b\n", {{"A", "=b"}}},
    {"a comment behind a bare value", "A=b # c\n", {{"A", "b"}}},
    {"a comment behind a tab", "A=b\t#c\n", {{"A", "b"}}},
    {"a hash that no blank precedes", "A=b#c\n", {{"A", "b#c"}}},
    {"a hash directly behind the sign", "A=#c\n", {{"A", "#c"}}},
    {"a hash in single quotes", "A='b # c'\n", {{"A", "b # c"}}},
    {"a hash in double quotes", "A=\"b # c\"\n", {{"A", "b # c"}}},
    {"a comment behind the closing quote", "A='b' # c\n", {{"A", "b"}}},
    {"a comment directly behind the closing quote", "A=\"b\"#c\n", {{"A", "b"}}},
    {"backquotes", "A=`b'\"c`\n", {{"A", "b'\"c"}}},
    {"blanks within quotes", "A=\" b \"\n", {{"A", " b "}}},
    {"a newline escape in double quotes", "A=\"b\\nc\"\n", {{"A", "b\nc"}}},
    {"the other escapes in double quotes", "A=\"\\r\\t\\\"\\\\\\$X\"\n", {{"A", "\r\t\"\\$X"}}},
    {"an unknown escape in double quotes", "A=\"b\\.c\"\n", {{"A", "b\\.c"}}},
    {"an escape in single quotes", "A='b\\nc'\n", {{"A", "b\\nc"}}},
    {"an escape in a bare value", "A=b\\nc\n", {{"A", "b\\nc"}}},
    {"a quote behind a backslash in single quotes", "A='b\\'c'\n", {{"A", "b\\'c"}}},
    {"a closing quote behind a backslash", "A='C:\\x\\'\nB=c\n", {{"A", "C:\\x\\"}, {"B", "c"}}},
    {"double quotes over two lines", "A=\"b\nc\"\nB=d\n", {{"A", "b\nc"}, {"B", "d"}}},
    {"single quotes over three lines", "A='b\n\nc'\nB=d\n", {{"A", "b\n\nc"}, {"B", "d"}}},
    {"a line in quotes that looks like a comment", "A='b\n# c'\n", {{"A", "b\n# c"}}},
    {"text behind the closing quote", "A='b' c\n", {{"A", "'b' c"}}},
    {"several quoted texts", "A=\"b\",\"c\"\n", {{"A", "\"b\",\"c\""}}},
    {"quotes within a bare value", "A=b'c'\"d\"\n", {{"A", "b'c'\"d\""}}},
    {"a JSON array", "A=[\"b\", \"c\"]\n", {{"A", "[\"b\", \"c\"]"}}},
    {"a name alone, which passes the variable through", "A\nB=c\n", {{"B", "c"}}},
    {"a name alone with a comment", "A # c\nB=c\n", {{"B", "c"}}},
    {"an exported name alone", "export A\nB=c\n", {{"B", "c"}}},
    {"text that is not ASCII", "A=\xC3\xA9\n", {{"A", "\xC3\xA9"}}},
    {"a pattern with a dollar sign at its end",
     "A=^https?://(a|b)(:[0-9]+)?$\n",
     {{"A", "^https?://(a|b)(:[0-9]+)?$"}}},
    {"a variable", "A=b\nB=${A}c\n", {{"A", "b"}, {"B", "bc"}}},
    {"a variable without braces", "A=b\nB=$A/c\n", {{"A", "b"}, {"B", "b/c"}}},
    {"a variable in double quotes", "A=b\nB=\"${A}c\"\n", {{"A", "b"}, {"B", "bc"}}},
    {"no variable in single quotes", "A=b\nB='${A}'\n", {{"A", "b"}, {"B", "${A}"}}},
    {"the last definition before counts",
     "A=1\nA=2\nB=$A\nA=3\n",
     {{"A", "1"}, {"A", "2"}, {"B", "2"}, {"A", "3"}}},
    {"a definition behind counts where none stands before",
     "B=$A\nA=1\n",
     {{"B", "1"}, {"A", "1"}}},
    {"a variable that extends itself", "A=1\nA=${A}2\n", {{"A", "1"}, {"A", "12"}}},
    {"a variable of variables", "A=1\nB=${A}2\nC=${B}3\n", {{"A", "1"}, {"B", "12"}, {"C", "123"}}},
};

}  // namespace

TEST_CASE("env files are read as dotenv readers read them") {
  for (const auto& row : readable) {
    INFO(row.phrase);
    const auto document = read_env(SourceFile(".env", row.text));
    CHECK(variables_of(document) == row.variables);
    CHECK(is_readable(document));
  }
}

TEST_CASE("the spans of a variable cover what is written") {
  struct Spans {
    std::string phrase;
    std::string text;
    std::string written;
    std::string content;
    Quoting quoting;
  };
  const std::vector<Spans> rows{
      {"a bare value", "NAME = a b  # c\n", "a b", "a b", Quoting::bare},
      {"single quotes", "NAME='a' # c\n", "'a'", "a", Quoting::env_single},
      {"double quotes", "NAME=\"a\\nb\"\n", "\"a\\nb\"", "a\\nb", Quoting::env_double},
      {"two lines", "NAME=\"a\r\nb\"\r\n", "\"a\r\nb\"", "a\r\nb", Quoting::env_double},
      {"a byte order mark", "\xEF\xBB\xBFNAME=a", "a", "a", Quoting::bare},
      {"a variable", "NAME=${X:-y}\n", "${X:-y}", "${X:-y}", Quoting::bare},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const auto document = read_env(SourceFile(".env", row.text));
    REQUIRE(document.root.members.size() == 1);
    const auto& member = document.root.members.front();
    CHECK(slice(row.text, member.key_span) == "NAME");
    CHECK(slice(row.text, member.value.span) == row.written);
    CHECK(slice(row.text, member.value.text.span) == row.written);
    CHECK(slice(row.text, member.value.text.content) == row.content);
    CHECK(member.value.text.quoting == row.quoting);
    CHECK(member.value.kind == ValueKind::string);
  }
}

TEST_CASE("an empty value has an empty span behind the sign") {
  for (const std::string text : {"NAME=", "NAME=\n", "NAME=   # c\n", "NAME=  \r\n"}) {
    const auto document = read_env(SourceFile(".env", text));
    REQUIRE(document.root.members.size() == 1);
    CHECK(document.root.members.front().value.span == Span{5, 5});
  }
}

TEST_CASE("lines that are no assignment are syntax errors at their place") {
  struct Wrong {
    std::string phrase;
    std::string text;
    std::vector<std::string> places;
    std::size_t variables;
  };
  const std::vector<Wrong> rows{
      {"words", "just words\nA=b\n", {"just words"}, 1},
      {"words behind an assignment", "A=b\n  some text \nB=c", {"some text "}, 2},
      {"no name", "=value\n", {"=value"}, 0},
      {"a name of other characters", "A/B=c\n", {"A/B=c"}, 0},
      {"a colon without a blank", "https://app.acme.io\n", {"https://app.acme.io"}, 0},
      {"a double quote that is never closed", "A=\"b\nB=c\n", {"\""}, 1},
      {"a single quote that is never closed", "A='b\nB=c\n", {"'"}, 1},
      {"a backquote that is never closed", "A=`b", {"`"}, 0},
      {"a quote that the next value would close", "A='b\nB='c'\n", {"'"}, 1},
      {"lines in a row count once", "A=\"b\nc d\ne f\n\nB=c\n", {"\""}, 1},
      {"two places apart", "a b\nA=b\nc d\n", {"a b", "c d"}, 1},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const auto document = read_env(SourceFile(".env", row.text));
    std::vector<std::string> places;
    for (const auto& irregularity : document.irregularities) {
      CHECK(irregularity.kind == IrregularityKind::syntax_error);
      CHECK_FALSE(irregularity.detail.empty());
      places.push_back(slice(row.text, irregularity.span));
    }
    CHECK(places == row.places);
    CHECK(document.root.members.size() == row.variables);
    CHECK_FALSE(is_readable(document));
  }
}

TEST_CASE("a syntax error names the variable and never its value") {
  const auto document = read_env(SourceFile(".env", "TOKEN=\"s3cret\n=s3cret\n\ns3cret s3cret\n"));
  REQUIRE(document.irregularities.size() == 2);
  CHECK(document.irregularities[0].detail.find("`TOKEN`") != std::string::npos);
  for (const auto& irregularity : document.irregularities)
    CHECK(irregularity.detail.find("s3cret") == std::string::npos);
}

TEST_CASE("text that is not UTF-8 is noted and the rest is read") {
  const auto latin = read_env(SourceFile(".env", "# gr\xFC\xDF\nA=b\n"));
  CHECK_FALSE(is_readable(latin));
  CHECK(latin.root.members.size() == 1);
  const auto wide = read_env(SourceFile(".env", std::string("\xFF\xFE"
                                                            "A\0=\0b\0",
                                                            8)));
  CHECK(wide.irregularities.size() == 1);
  CHECK(wide.root.members.empty());
}

TEST_CASE("a variable that stands twice is noted at each later place") {
  const std::string text = "A=1\nB=2\nA=3\nA=4\n";
  const auto document = read_env(SourceFile(".env", text));
  REQUIRE(document.irregularities.size() == 2);
  for (const auto& irregularity : document.irregularities) {
    CHECK(irregularity.kind == IrregularityKind::duplicate_key);
    CHECK(irregularity.subject == "A");
    CHECK(irregularity.related == Span{0, 1});
  }
  CHECK(document.irregularities[0].span == Span{8, 9});
  CHECK(document.irregularities[1].span == Span{12, 13});
  CHECK(find_member(document.root, "A")->value.text.value == "4");
  CHECK(is_readable(document));
}

TEST_CASE("a variable keeps the comment above it") {
  struct Commented {
    std::string phrase;
    std::string text;
    std::string comment;
  };
  const std::vector<Commented> rows{
      {"none", "A=b\n", ""},
      {"one line", "# one\nA=b\n", "one"},
      {"several marks", "### one\nA=b\n", "one"},
      {"two lines", "# one\n#two\nA=b\n", "one\ntwo"},
      {"an empty line between", "# one\n\nA=b\n", "one"},
      {"two empty lines between", "# one\n\n\nA=b\n", ""},
      {"a heading one empty line above", "# head\n\n# one\nA=b\n", "head\none"},
      {"a heading two empty lines above", "# head\n\n\n# one\nA=b\n", "one"},
      {"a variable between", "# one\nX=y\nA=b\n", ""},
      {"a comment behind the variable above", "X=y # one\nA=b\n", ""},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const auto document = read_env(SourceFile(".env", row.text));
    REQUIRE(find_member(document.root, "A") != nullptr);
    const auto comment = document.comments.find(find_member(document.root, "A")->key_span.begin);
    CHECK((comment == document.comments.end() ? "" : comment->second) == row.comment);
  }
}
