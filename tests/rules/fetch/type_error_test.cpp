#include "rules/fetch/type_error.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace corslint {
namespace {

TEST_CASE("fetch throws where a method or a header cannot be sent") {
  struct Row {
    std::string because;
    std::string method;
    HeaderList headers;
    std::string error;
  };
  const std::vector<Row> rows{
      {"the usual", "GET", {{"X-A", "1"}}, ""},
      {"a method of its own", "purge", {}, ""},
      {"the star is a token", "*", {{"*", ""}}, ""},
      {"no method", "", {}, "'' is not a valid HTTP method."},
      {"a blank", "GET ", {}, "'GET ' is not a valid HTTP method."},
      {"a line end", "GET\n", {}, "'GET\n' is not a valid HTTP method."},
      {"CONNECT", "CONNECT", {}, "'CONNECT' HTTP method is unsupported."},
      {"in lower case", "trace", {}, "'trace' HTTP method is unsupported."},
      {"TRACK", "Track", {}, "'Track' HTTP method is unsupported."},
      {"no name", "GET", {{"", "1"}}, "Invalid name"},
      {"a blank in a name", "GET", {{"X A", "1"}}, "Invalid name"},
      {"a colon in a name", "GET", {{"X-A:", "1"}}, "Invalid name"},
      {"a line end in a value", "GET", {{"X-A", "a\nb"}}, "Invalid value"},
      {"a carriage return", "GET", {{"X-A", "a\rb"}}, "Invalid value"},
      {"a zero byte", "GET", {{"X-A", std::string("a\0b", 3)}}, "Invalid value"},
      {"line ends around a value are taken off", "GET", {{"X-A", "\r\na\n"}}, ""},
      {"an empty value", "GET", {{"X-A", ""}}, ""},
      {"Latin-1 in a value", "GET", {{"X-A", "ÿ"}}, ""},
      {"Latin-1 in a name", "GET", {{"Ü", "1"}}, "Invalid name"},
      {"the second header", "GET", {{"X-A", ""}, {"X B", ""}}, "Invalid name"},
      {"the method comes first", "TRACE", {{"X B", ""}}, "'TRACE' HTTP method is unsupported."},
      {"beyond Latin-1",
       "GET",
       {{"X-A", "Ā"}},
       "Failed to read the 'headers' property from 'RequestInit': String contains non ISO-8859-1 "
       "code point."},
      {"beyond Latin-1 in a name",
       "GET",
       {{"☃", "1"}},
       "Failed to read the 'headers' property from 'RequestInit': String contains non ISO-8859-1 "
       "code point."},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    Request request;
    request.method = row.method;
    request.headers = row.headers;
    CHECK(type_error(request) ==
          (row.error.empty() ? ""
                             : "TypeError: Failed to execute 'fetch' on 'Window': " + row.error));
  }
}

}  // namespace
}  // namespace corslint
