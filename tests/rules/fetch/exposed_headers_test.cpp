#include "rules/fetch/exposed_headers.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace corslint {
namespace {

TEST_CASE("a script reads the headers that are exposed to it") {
  struct Row {
    std::string because;
    CredentialsMode mode;
    std::vector<std::string> values;
    bool every;
    std::vector<std::string> names;
  };
  constexpr auto omit = CredentialsMode::omit;
  constexpr auto include = CredentialsMode::include;
  const std::vector<Row> rows{
      {"no header", omit, {}, false, {}},
      {"two names", omit, {"X-A, x-b"}, false, {"X-A", "x-b"}},
      {"two headers", omit, {"a", "b"}, false, {"a", "b"}},
      {"the wildcard", omit, {"*"}, true, {}},
      {"the wildcard beside a name", omit, {"a, *"}, true, {}},
      {"the wildcard with credentials", include, {"*"}, false, {"*"}},
      {"no list", omit, {"a b"}, false, {}},
      {"no list beside one", omit, {"*", "a b"}, false, {}},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    Request request;
    request.credentials_mode = row.mode;
    Response response;
    for (const auto& value : row.values)
      response.headers.push_back({"Access-Control-Expose-Headers", value});
    const auto exposed = exposed_headers(request, response);
    CHECK(exposed.every == row.every);
    CHECK(exposed.names == row.names);
  }
}

}  // namespace
}  // namespace corslint
