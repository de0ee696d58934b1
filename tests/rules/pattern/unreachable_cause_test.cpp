#include <catch2/catch.hpp>
#include <string>

#include "rules/pattern/analysis.h"

namespace corslint {

TEST_CASE("why no origin matches a pattern is said after the likeliest mistake") {
  struct Row {
    const char* pattern;
    const char* cause;
  };
  const Row rows[] = {
      {R"(https://app\.acme\.io/)", "ends in a slash"},
      {R"(https://app\.acme\.io/api)", "asks for a path"},
      {R"(https://app\.acme\.io:443)", "default port"},
      {R"(http://app\.acme\.io:080)", "leading zero"},
      {R"(https://app\.acme\.io:65536)", "above 65535"},
      {R"(https://app\.acme\.io:)", "ends in a colon"},
      {R"(https://me@app\.acme\.io)", "user information"},
      {R"(https://App\.acme\.io)", "upper case"},
      {R"(HTTPS://app\.acme\.io)", "upper case"},
      {R"(https://[A-Z]+\.acme\.io)", "upper case"},
      {R"(wss://app\.acme\.io)", "WebSocket"},
      {R"(https:/app\.acme\.io)", "not followed by ://"},
      {R"(app\.acme\.io)", "has no scheme"},
      {R"(https://\.acme\.io)", "no valid name or address"},
      {R"(https://(,x)?\.acme\.io)", "no valid name or address"},
      {R"(https://1\.2\.3\.999)", "no valid name or address"},
      {R"( https://app\.acme\.io)", "blanks or quotes"},
      {R"(https://app\.acme\.io, https://www\.acme\.io)", "blanks or quotes"},
      {R"(https://app\.acme\.io,https://www\.acme\.io)", "written with |"},
      {"https://m\xC3\xBCller\\.de", "beyond ASCII"},
      {"https://[a-z]{64}\\.acme\\.io", "63 characters"},
      {R"(https://app\.acme\.io$x)", "no text at all"},
  };
  for (const Row& row : rows) {
    INFO(row.pattern);
    const PatternAnalysis analysis = analyze({.pattern = row.pattern});
    CHECK(analysis.verdict == Verdict::unreachable);
    CHECK_THAT(analysis.reason, Catch::Matchers::Contains(row.cause));
  }
}

TEST_CASE("what may follow a match from the start is not blamed") {
  struct Row {
    const char* pattern;
    const char* cause;
  };
  const Row rows[] = {
      {R"(http://[::1]:3000)", "no valid name or address"},
      {R"(https://app\.acme\.io/)", "ends in a slash"},
      {R"(https://app\.acme\.io/api)", "asks for a path"},
  };
  for (const Row& row : rows) {
    INFO(row.pattern);
    const PatternAnalysis analysis =
        analyze({.pattern = row.pattern, .syntax = Syntax::python, .mode = MatchMode::prefix});
    CHECK(analysis.verdict == Verdict::unreachable);
    CHECK_THAT(analysis.reason, Catch::Matchers::Contains(row.cause));
  }
}

}  // namespace corslint
