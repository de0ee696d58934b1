#include "rules/fetch/request_header_safelist.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {
namespace {

struct Row {
  std::string_view name;
  std::string value;
  bool is_safelisted;
};

void check_rows(const std::vector<Row>& rows) {
  for (const auto& [name, value, is_safelisted] : rows) {
    INFO(name << ": " << value);
    CHECK(is_cors_safelisted_request_header({std::string(name), value}) == is_safelisted);
  }
}

TEST_CASE("other names are never safelisted") {
  check_rows({{"Authorization", "", false},
              {"X-Request-Id", "1", false},
              {"", "", false},
              {"Accept-Encoding", "gzip", false},
              {"DPR", "2", false},
              {"Save-Data", "on", false},
              {"User-Agent", "x", false}});
}

TEST_CASE("Accept may hold every byte that is not unsafe, whatever the case of its name") {
  check_rows({{"Accept", "", true},
              {"ACCEPT", "text/html;q=0.9, */*", true},
              {"accept", "a\tb", true},
              {"Accept", "ü", true}});
  for (int byte = 0; byte < 256; ++byte) {
    const auto c = static_cast<char>(byte);
    const bool is_unsafe = (byte < 0x20 && byte != 0x09) || byte == 0x7F ||
                           std::string_view("\"():<>?@[\\]{}").find(c) != std::string_view::npos;
    INFO(byte);
    CHECK(is_cors_safelisted_request_header({"Accept", std::string(1, c)}) != is_unsafe);
  }
}

TEST_CASE("languages are letters, digits and seven marks") {
  for (const std::string_view name : {"Accept-Language", "Content-Language"}) {
    check_rows({{name, "", true},
                {name, "de-DE,en;q=0.5, *", true},
                {name, "a=b", true},
                {name, "de_DE", false},
                {name, "de/DE", false},
                {name, "en!", false},
                {name, "a\tb", false},
                {name, "ü", false}});
  }
}

TEST_CASE("Content-Type is what a form can send") {
  check_rows({{"Content-Type", "text/plain", true},
              {"Content-Type", "TEXT/Plain", true},
              {"Content-Type", " text/plain\t", true},
              {"Content-Type", "text/plain;charset=utf-8", true},
              {"Content-Type", "text/plain ;", true},
              {"Content-Type", "application/x-www-form-urlencoded", true},
              {"Content-Type", "multipart/form-data; boundary=x", true},
              {"Content-Type", "multipart/form-data; boundary=x:y", false},
              {"Content-Type", "text/plain; charset=\"utf-8\"", false},
              {"Content-Type", "application/json", false},
              {"Content-Type", "text/html", false},
              {"Content-Type", "text/plain, text/plain", false},
              {"Content-Type", "text /plain", false},
              {"Content-Type", "text/", false},
              {"Content-Type", "/plain", false},
              {"Content-Type", "text", false},
              {"Content-Type", " ", false},
              {"Content-Type", "", false}});
}

TEST_CASE("Range is one range of bytes with a start") {
  check_rows({{"Range", "bytes=0-", true},
              {"Range", "bytes=0-0", true},
              {"Range", "bytes=9-10", true},
              {"Range", "bytes=007-7", true},
              {"Range", "bytes=18446744073709551616-18446744073709551617", true},
              {"Range", "bytes=10-9", false},
              {"Range", "bytes=18446744073709551617-18446744073709551616", false},
              {"Range", "bytes=-5", false},
              {"Range", "bytes=-", false},
              {"Range", "bytes=0", false},
              {"Range", "bytes=0-1,3-4", false},
              {"Range", "bytes= 0-1", false},
              {"Range", "Bytes=0-1", false},
              {"Range", "items=0-1", false},
              {"Range", "bytes=0-1a", false},
              {"Range", "", false}});
}

TEST_CASE("a safelisted value has at most 128 bytes") {
  check_rows({{"Accept", std::string(127, 'a'), true},
              {"Accept", std::string(128, 'a'), true},
              {"Accept", std::string(129, 'a'), false},
              {"Accept-Language", std::string(129, 'a'), false},
              {"Content-Type", "text/plain;" + std::string(117, 'a'), true},
              {"Content-Type", "text/plain;" + std::string(118, 'a'), false}});
}

TEST_CASE("the unsafe names come in lower case, sorted, each once") {
  CHECK(cors_unsafe_request_header_names({}).empty());
  CHECK(cors_unsafe_request_header_names({{"Accept", "a"}, {"Range", "bytes=0-"}}).empty());
  CHECK(cors_unsafe_request_header_names({{"X-B", ""},
                                          {"Authorization", ""},
                                          {"Accept", "a"},
                                          {"x-b", "2"},
                                          {"Content-Type", "application/json"}}) ==
        std::vector<std::string>{"authorization", "content-type", "x-b"});
}

TEST_CASE("beyond 1024 bytes of safelisted values all of them are unsafe") {
  HeaderList headers(8, {"Accept", std::string(128, 'a')});
  CHECK(cors_unsafe_request_header_names(headers).empty());
  headers.push_back({"Accept-Language", ""});
  CHECK(cors_unsafe_request_header_names(headers).empty());
  headers.back().value = "a";
  CHECK(cors_unsafe_request_header_names(headers) ==
        std::vector<std::string>{"accept", "accept-language"});
  headers.back() = {"X-Large", std::string(5000, 'a')};
  CHECK(cors_unsafe_request_header_names(headers) == std::vector<std::string>{"x-large"});
}

}  // namespace
}  // namespace corslint
