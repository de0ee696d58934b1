#include "lint/lsp/json_reading.h"

#include <catch2/catch.hpp>

namespace corslint::lsp {

TEST_CASE("JSON is read, and what is none is not") {
  CHECK(read_json(R"({"a": [1, "\"}]", {}]})") == Json({{"a", {1, "\"}]", Json::object()}}}));
  for (const auto* text : {"", "{", "}", "[1,]", "nul", "{\"a\" 1}", "\"\xFF\"", "[1] 2", "\"\\"}) {
    INFO(text);
    CHECK_FALSE(read_json(text));
  }
}

TEST_CASE("half a surrogate pair is read as a replacement character, which takes as much") {
  CHECK(read_json(R"("\ud83d\ude00")") == Json("\U0001F600"));
  CHECK(read_json(R"("a\ud83d")") == Json("a\uFFFD"));
  CHECK(read_json(R"("\ude00\ud83d\ude00")") == Json("\uFFFD\U0001F600"));
  CHECK(read_json(R"("\uD83Dx\\ud83d")") == Json("\uFFFDx\\ud83d"));
}

TEST_CASE("nesting and values are bounded before anything is built") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(read_json(nested(deepest_message)));
  CHECK_FALSE(read_json(nested(deepest_message + 1)));
  CHECK_FALSE(read_json(std::string(10'000'000, '[')));
  std::string many = "[0";
  for (std::size_t i = 0; i < most_message_values; ++i) many += ",0";
  CHECK_FALSE(read_json(many + ']'));
  // Brackets inside of a text are no nesting.
  CHECK(read_json('"' + std::string(100'000, '[') + '"'));
}

TEST_CASE("members of another type than they should be are missing") {
  const auto value =
      *read_json(R"({"text": "a", "number": 3, "large": 18446744073709551615, "low": -5,
                     "fraction": 1.5, "flag": true, "list": ["x", 1]})");
  CHECK(text_of(member_of(value, "text")) == "a");
  CHECK_FALSE(text_of(member_of(value, "number")));
  CHECK(integer_of(member_of(value, "number")) == 3);
  CHECK_FALSE(integer_of(member_of(value, "large")));
  CHECK(count_of(member_of(value, "large")) == 4294967295U);
  CHECK(count_of(member_of(value, "low")) == 0U);
  CHECK_FALSE(count_of(member_of(value, "fraction")));
  CHECK(is_true(member_of(value, "flag")));
  CHECK_FALSE(is_true(member_of(value, "number")));
  CHECK(holds_text(member_of(value, "list"), "x"));
  CHECK_FALSE(holds_text(member_of(value, "text"), "a"));
  CHECK(member_of(value, {"list", "x", "y"}).is_null());
  CHECK(member_of(Json(1), "x").is_null());
}

}  // namespace corslint::lsp
