#include "rules/fetch/token.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {
namespace {

TEST_CASE("a token is made of the characters that RFC 9110 names") {
  struct Row {
    std::string_view text;
    bool is_token;
    std::string_view because;
  };
  const std::vector<Row> rows{
      {"", false, "the empty text"},
      {"G", true, "one letter"},
      {"*", true, "the star alone"},
      {"X-*", true, "a star inside"},
      {"!#$%&'*+-.^_`|~09azAZ", true, "every mark that is allowed"},
      {"PUT ", false, "a blank at the end"},
      {" PUT", false, "a blank in front"},
      {"GET,PUT", false, "a comma"},
      {"X-Tenant:", false, "a colon"},
      {"a/b", false, "a slash"},
      {"\"PUT\"", false, "quotes"},
      {"[PUT]", false, "brackets"},
      {"a\tb", false, "a tab"},
      {std::string_view("a\0b", 3), false, "a zero byte"},
      {"\x7F", false, "the last of ASCII"},
      {"Größe", false, "letters outside ASCII"},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    CHECK(is_token(row.text) == row.is_token);
  }
}

TEST_CASE("every byte is a token character exactly if RFC 9110 lists it") {
  const std::string_view listed =
      "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  for (int byte = 0; byte < 256; ++byte) {
    const auto c = static_cast<char>(byte);
    INFO(byte);
    CHECK(is_token_character(c) == (listed.find(c) != std::string_view::npos));
  }
}

TEST_CASE("the first character that no token has is found at its place") {
  CHECK(first_non_token_character("") == std::string_view::npos);
  CHECK(first_non_token_character("PUT") == std::string_view::npos);
  CHECK(first_non_token_character(" PUT") == 0);
  CHECK(first_non_token_character("X-Tenant: a") == 8);
}

}  // namespace
}  // namespace corslint
