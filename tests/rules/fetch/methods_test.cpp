#include "rules/fetch/methods.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string_view>
#include <vector>

#include "rules/fetch/token.h"

namespace corslint {
namespace {

TEST_CASE("browsers send six methods in upper case and every other as it is written") {
  struct Row {
    std::string_view written;
    std::string_view sent;
  };
  const std::vector<Row> rows{
      {"delete", "DELETE"}, {"get", "GET"},     {"head", "HEAD"},   {"options", "OPTIONS"},
      {"post", "POST"},     {"put", "PUT"},     {"Put", "PUT"},     {"GET", "GET"},
      {"patch", "patch"},   {"Patch", "Patch"}, {"PATCH", "PATCH"}, {"query", "query"},
      {"trace", "trace"},   {"", ""},           {"gets", "gets"},   {"ge", "ge"},
  };
  for (const auto& row : rows) {
    INFO(row.written);
    CHECK(normalized_method(row.written) == row.sent);
  }
}

TEST_CASE("only the six names are normalised, in any case") {
  for (const std::string_view name : {"delete", "GET", "hEAD", "options", "POST", "put"})
    CHECK(is_normalized_name(name));
  for (const std::string_view name : {"PATCH", "patch", "QUERY", "", "GET "})
    CHECK_FALSE(is_normalized_name(name));
}

TEST_CASE("GET, HEAD and POST are safelisted in upper case alone") {
  for (const std::string_view name : {"GET", "HEAD", "POST"})
    CHECK(is_cors_safelisted_method(name));
  for (const std::string_view name : {"get", "Post", "PUT", "OPTIONS", "DELETE", "PATCH", "", "*"})
    CHECK_FALSE(is_cors_safelisted_method(name));
}

TEST_CASE("CONNECT, TRACE and TRACK are forbidden in any case") {
  for (const std::string_view name : {"CONNECT", "connect", "TRACE", "Trace", "TRACK", "track"})
    CHECK(is_forbidden_method(name));
  for (const std::string_view name : {"", "TRAC", "TRACES", "OPTIONS", "*"})
    CHECK_FALSE(is_forbidden_method(name));
}

TEST_CASE("the registered methods are tokens, sorted, and each is there once") {
  const auto methods = registered_methods();
  CHECK(std::is_sorted(methods.begin(), methods.end()));
  CHECK(std::set<std::string_view>(methods.begin(), methods.end()).size() == methods.size());
  for (const auto method : methods) CHECK(is_token(method));
}

TEST_CASE("a method is registered in exactly one case") {
  for (const std::string_view name :
       {"GET", "PATCH", "QUERY", "PROPFIND", "MKCALENDAR", "VERSION-CONTROL", "TRACE"})
    CHECK(is_registered_method(name));
  for (const std::string_view name : {"get", "patch", "DELTE", "PURGE", "", "*"})
    CHECK_FALSE(is_registered_method(name));
}

}  // namespace
}  // namespace corslint
