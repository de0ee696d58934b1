#include "lint/run/cors_mention.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool mentions_cors_plainly(const std::string& text) {
  const auto lowered = ascii_lowered(text);
  return lowered.find("cors") != std::string::npos || lowered.find("origin") != std::string::npos;
}

}  // namespace

TEST_CASE("a text mentions CORS where it holds one of two words in any case") {
  for (const auto* text :
       {"cors", "CORS", "xCorSx", "origin", "ORIGINS", "allow_origins", "o cors"}) {
    INFO(text);
    CHECK(mentions_cors(text));
  }
  for (const auto* text : {"", "c", "cor", "ors", "origi", "core", "orig in", "c ors"}) {
    INFO(text);
    CHECK_FALSE(mentions_cors(text));
  }
}

TEST_CASE("what is UTF-16 by mistake mentions CORS all the same") {
  const auto utf16 = [](const std::string& text) {
    std::string result("\xFF\xFE");
    for (const char c : text) result.append(1, c).append(1, '\0');
    return result;
  };
  CHECK(mentions_cors(utf16("CORS_ORIGINS=*\n")));
  CHECK(mentions_cors(utf16("CORS_ORIGINS=*\n").substr(2)));
  CHECK_FALSE(mentions_cors(utf16("PORT=8000\n")));
}

TEST_CASE("a word is seen wherever it stands in a long text") {
  for (const std::string word : {"cOrs", "Origin"})
    for (std::size_t at = 0; at < 80; ++at)
      for (std::size_t after = 0; after < 40; after += 13) {
        CAPTURE(word, at, after);
        CHECK(mentions_cors(std::string(at, 'c') + word + std::string(after, 'o')));
        CHECK_FALSE(mentions_cors(std::string(at, 'c') + word.substr(0, word.size() - 1)));
      }
}

TEST_CASE("random texts of the words' letters are judged as by a plain search") {
  std::mt19937 random(7);
  const std::string letters("cCoOrRsSiIgGnN\x03\x4F\xE3\xEF ");
  std::size_t mentioning = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text(random() % 60, ' ');
    for (auto& c : text) c = letters[random() % letters.size()];
    const bool expected = mentions_cors_plainly(text);
    mentioning += expected ? 1 : 0;
    if (mentions_cors(text) != expected) FAIL("judged otherwise: " << text);
  }
  CHECK(mentioning > 50);
}

}  // namespace corslint
