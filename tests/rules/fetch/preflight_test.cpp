#include "rules/fetch/preflight.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace corslint {
namespace {

Request request_of(std::string method, HeaderList headers,
                   CredentialsMode mode = CredentialsMode::omit) {
  Request request;
  request.origin = "https://a.com";
  request.method = std::move(method);
  request.headers = std::move(headers);
  request.credentials_mode = mode;
  return request;
}

TEST_CASE("a request is sent with its method normalised and without what only browsers set") {
  const auto sent = as_sent(request_of("put", {{"Cookie", "a=b"},
                                               {"X-A", " 1\t"},
                                               {"Sec-Fetch-Mode", "cors"},
                                               {"X-HTTP-Method-Override", "trace"},
                                               {"x-method-override", "DELETE"}}));
  CHECK(sent.method == "PUT");
  CHECK(sent.headers == HeaderList{{"X-A", "1"}, {"x-method-override", "DELETE"}});
  CHECK(as_sent(request_of("patch", {})).method == "patch");
}

TEST_CASE("the browser asks first where the method or a header is not safelisted") {
  struct Row {
    std::string because;
    std::string method;
    HeaderList headers;
    bool asks;
  };
  const std::vector<Row> rows{
      {"GET", "GET", {}, false},
      {"HEAD", "HEAD", {}, false},
      {"POST with text", "POST", {{"Content-Type", "text/plain"}}, false},
      {"POST with JSON", "POST", {{"Content-Type", "application/json"}}, true},
      {"PUT", "PUT", {}, true},
      {"OPTIONS", "OPTIONS", {}, true},
      {"Authorization", "GET", {{"Authorization", "x"}}, true},
      {"a value that is too long", "GET", {{"Accept", std::string(129, 'a')}}, true},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    CHECK(needs_preflight(request_of(row.method, row.headers)) == row.asks);
  }
}

TEST_CASE("the preflight asks for the method and the unsafe names, sorted, without blanks") {
  CHECK(preflight_headers(request_of("PUT", {{"Accept", "a"}})) ==
        HeaderList{{"accept", "*/*"},
                   {"access-control-request-method", "PUT"},
                   {"origin", "https://a.com"}});
  CHECK(preflight_headers(request_of("GET", {{"X-B", ""}, {"Authorization", ""}})) ==
        HeaderList{{"accept", "*/*"},
                   {"access-control-request-method", "GET"},
                   {"access-control-request-headers", "authorization,x-b"},
                   {"origin", "https://a.com"}});
}

struct Row {
  std::string because;
  Request request;
  std::string methods;
  std::string headers;
  std::optional<BlockReason> reason;
};

void check_rows(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    INFO(row.because);
    Response response;
    response.headers = {{"access-control-allow-origin", "https://a.com"},
                        {"access-control-allow-credentials", "true"}};
    if (row.methods != "-")
      response.headers.push_back({"access-control-allow-methods", row.methods});
    if (row.headers != "-")
      response.headers.push_back({"access-control-allow-headers", row.headers});
    CHECK(judge_preflight(row.request, response) == row.reason);
  }
}

constexpr auto include = CredentialsMode::include;
constexpr auto method_not_allowed = BlockReason::method_not_allowed;
constexpr auto header_not_allowed = BlockReason::header_not_allowed;

TEST_CASE("a method has to be in the list in its own case, or needs no permission") {
  check_rows({
      {"listed", request_of("PUT", {}), "GET, PUT", "-", std::nullopt},
      {"not listed", request_of("PUT", {}), "GET", "-", method_not_allowed},
      {"no list", request_of("PUT", {}), "-", "-", method_not_allowed},
      {"an empty list", request_of("PUT", {}), "", "-", method_not_allowed},
      {"another case", request_of("PUT", {}), "put", "-", method_not_allowed},
      {"patch is not PATCH", request_of("patch", {}), "PATCH", "-", method_not_allowed},
      {"POST needs no permission", request_of("POST", {}), "PUT", "-", std::nullopt},
      {"no list for GET", request_of("GET", {}), "-", "-", std::nullopt},
      {"the wildcard", request_of("PUT", {}), "*", "-", std::nullopt},
      {"the wildcard with credentials", request_of("PUT", {}, include), "*", "-",
       method_not_allowed},
      {"a method named *, with credentials", request_of("*", {}, include), "*", "-", std::nullopt},
      {"by name, with credentials", request_of("PUT", {}, include), "*, PUT", "-", std::nullopt},
      {"no list of tokens", request_of("PUT", {}), "PUT GET", "-", method_not_allowed},
      {"no list of tokens, for GET", request_of("GET", {}), "PUT GET", "-", method_not_allowed},
  });
}

TEST_CASE("an unsafe header has to be in the list in any case") {
  const HeaderList id{{"X-Id", "1"}};
  check_rows({
      {"listed", request_of("GET", id), "-", "X-ID", std::nullopt},
      {"not listed", request_of("GET", id), "-", "x-other", header_not_allowed},
      {"no list", request_of("GET", id), "-", "-", header_not_allowed},
      {"one of two", request_of("GET", {{"X-Id", ""}, {"X-B", ""}}), "-", "x-id",
       header_not_allowed},
      {"a safelisted header needs no permission", request_of("GET", {{"Accept", "a"}}), "-", "-",
       std::nullopt},
      {"a safelisted name with an unsafe value", request_of("GET", {{"Accept", "a:b"}}), "-",
       "x-id", header_not_allowed},
      {"the wildcard", request_of("GET", id), "-", "*", std::nullopt},
      {"the wildcard with credentials", request_of("GET", id, include), "-", "*",
       header_not_allowed},
      {"a header named *, with credentials", request_of("GET", {{"*", ""}}, include), "-", "*",
       std::nullopt},
      {"Authorization by the wildcard", request_of("GET", {{"Authorization", ""}}), "-", "*",
       header_not_allowed},
      {"Authorization by name", request_of("GET", {{"Authorization", ""}}), "-", "*, authorization",
       std::nullopt},
      {"no list of tokens", request_of("GET", id), "-", "x-id x-b", header_not_allowed},
      {"no list of tokens, where none is needed", request_of("PUT", {}), "PUT", "a b",
       header_not_allowed},
      {"the method comes first", request_of("PUT", id), "-", "-", method_not_allowed},
  });
}

TEST_CASE("a preflight passes the CORS check of the request, then its status counts") {
  const auto put = request_of("PUT", {});
  struct StatusRow {
    int status;
    std::optional<BlockReason> reason;
  };
  const HeaderList headers{{"access-control-allow-origin", "*"},
                           {"access-control-allow-methods", "PUT"}};
  for (const auto& [status, reason] :
       std::vector<StatusRow>{{199, BlockReason::preflight_status},
                              {200, std::nullopt},
                              {204, std::nullopt},
                              {299, std::nullopt},
                              {300, BlockReason::preflight_status},
                              {403, BlockReason::preflight_status}}) {
    INFO(status);
    CHECK(judge_preflight(put, {.status = status, .headers = headers}) == reason);
  }
  CHECK(judge_preflight(put, {.status = 403, .headers = {}}) == BlockReason::no_allow_origin);
  CHECK(judge_preflight(request_of("PUT", {}, include), {.status = 200, .headers = headers}) ==
        BlockReason::wildcard_with_credentials);
}

TEST_CASE("the first refused name in their order is named") {
  const auto request = request_of("GET", {{"Zeta", ""}, {"Beta", ""}, {"Authorization", ""}});
  CHECK(refused_header_name(request, {}) == "authorization");
  CHECK(refused_header_name(request, {"AUTHORIZATION"}) == "beta");
  CHECK(refused_header_name(request, {"*"}) == "authorization");
  CHECK(refused_header_name(request, {"*", "authorization"}).empty());
}

}  // namespace
}  // namespace corslint
