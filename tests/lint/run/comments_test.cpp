#include "lint/run/comments.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {
namespace {

struct Case {
  std::string_view what;
  Format format;
  std::string_view text;
  std::vector<std::string> comments;
};

std::vector<std::string> found(std::string_view text, Format format) {
  std::vector<std::string> comments;
  for (const Span span : comments_of(text, format))
    comments.emplace_back(text.substr(span.begin, span.end - span.begin));
  return comments;
}

const std::vector<Case> cases{
    {"an empty text", Format::toml, "", {}},
    {"a comment that is the whole text", Format::toml, "#", {"#"}},
    {"comments of their own and behind values", Format::toml, "# a\nb = 1 # c\r\n", {"# a", "# c"}},
    {"a mark in a basic string", Format::toml, "a = \"# no\" # yes", {"# yes"}},
    {"a mark behind an escaped quote", Format::toml, R"(a = "\"# no" # yes)", {"# yes"}},
    {"a literal string has no escapes", Format::toml, R"(a = '\' # yes)", {"# yes"}},
    {"a multi-line string", Format::toml, "a = \"\"\"\n# no\n\"\"\" # yes", {"# yes"}},
    {"quotes before the closing three", Format::toml, "a = \"\"\"b\"\"\"\"\" # yes", {"# yes"}},
    {"a multi-line literal", Format::toml, "a = '''\n# no'''\n# yes", {"# yes"}},
    {"an empty string", Format::toml, "a = \"\" # yes", {"# yes"}},
    {"a string that does not end", Format::toml, "a = \"# no\n# yes", {"# yes"}},
    {"a multi-line string that does not end", Format::toml, "a = \"\"\"\n# no", {}},
    {"a JSON text without comments", Format::json, R"({"a": "// no /* no */"})", {}},
    {"both kinds in JSON", Format::json, "{ // a\n\"b\": /* c\nd */ 1}", {"// a", "/* c\nd */"}},
    {"a mark behind an escaped backslash", Format::json, R"(["\\"] // yes)", {"// yes"}},
    {"a block that does not end", Format::json, "/* a", {"/* a"}},
    {"a hash is no mark in JSON", Format::json, "# a", {}},
    {"comment lines of an env file", Format::env, "# a\n  # b\nC=1", {"# a", "# b"}},
    {"a comment behind an env value", Format::env, "A=b # yes", {"# yes"}},
    {"a hash within an env value", Format::env, "A=b#no", {}},
    {"a hash in env quotes", Format::env, "A=\"b # no\" # yes", {"# yes"}},
    {"a quoted env value over lines", Format::env, "A=\"\n# no\n\"\n# yes", {"# yes"}},
    {"single quotes have no escapes", Format::env, R"(A='\' # yes)", {"# yes"}},
    {"env quotes that do not end", Format::env, "A=\"b # yes\nC=d", {"# yes"}},
    {"a line without a value", Format::env, "export A # yes", {"# yes"}},
};

}  // namespace

TEST_CASE("comments are told from strings in each format") {
  for (const auto& [what, format, text, comments] : cases) {
    INFO(what);
    CHECK(found(text, format) == comments);
  }
}

TEST_CASE("comments are found in bytes that are no text") {
  const std::string bytes("\0\xFF = \"\xC3\0\" # a\0\xFF\n", 17);
  CHECK(found(bytes, Format::toml).size() == 1);
  CHECK(found(bytes, Format::env).size() == 1);
}

}  // namespace corslint
