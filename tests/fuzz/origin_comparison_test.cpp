#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "rules/pattern/origin_language.h"
#include "tests/fuzz/pattern_generator.h"
#include "tests/places.h"

namespace corslint {
namespace {

using tests::Chance;

std::string random_web_text(Chance& chance) {
  constexpr const char* pieces[] = {
      "a",  "b1",  ".", ".",   "-",    "_",     "0",    "1",   "25", "255",   "256",   ":",
      "::", "[",   "]", ":80", ":443", ":8080", "com",  "0x",  "f",  "ffff",  "0:0",   "~",
      "A",  "%41", "|", "*",   "^",    "127.",  "1.2.", "::1", "00", "65535", "65536", "!",
      "{",  "(",   ";", ",",   "/",    "?",     "#",    "@",   "'"};
  std::string text = chance.one_in(2) ? "https://" : "http://";
  if (chance.one_in(4)) text += '[';
  for (std::size_t i = 1 + chance.below(7); i > 0; --i) text += chance.pick(pieces);
  if (chance.one_in(4)) text += ']';
  return text;
}

// Labels must not be empty in the DNS, though the URL Standard lets them be.
bool has_empty_label(std::string_view text) {
  return text.find("..") != std::string_view::npos || text.find("/.") != std::string_view::npos;
}

// A digit for every text; nothing where Node is not installed.
std::string ask_node(const std::vector<std::string>& texts) {
  const auto folder = std::filesystem::temp_directory_path();
  const std::string name = "corslint-origins-" + std::to_string(::getpid());
  const auto input = folder / (name + ".json");
  const auto output = folder / (name + ".txt");
  std::ofstream{input} << nlohmann::json(texts).dump();
  const std::string command = "node " CORSLINT_SOURCE_DIR "/tests/fuzz/judge_origin.mjs " +
                              input.string() + " > " + output.string();
  std::string answers;
  if (std::system(command.c_str()) == 0) {
    std::ifstream in{output};
    std::getline(in, answers);
  }
  std::filesystem::remove(input);
  std::filesystem::remove(output);
  return answers;
}

}  // namespace

TEST_CASE("the origin language and Node's URL agree about web origins save empty labels") {
  if (std::system("command -v node > /dev/null") != 0) {
    WARN("node is not installed");
    return;
  }
  constexpr std::size_t count = 100'000;
  Chance chance{12};
  std::vector<std::string> texts;
  while (texts.size() < count) {
    std::string text = random_web_text(chance);
    if (!has_empty_label(text)) texts.push_back(std::move(text));
  }
  const std::string answers = ask_node(texts);
  REQUIRE(answers.size() == texts.size());
  std::size_t members = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool sendable = pattern::is_sendable(texts[i]);
    members += sendable ? 1 : 0;
    if (sendable == (answers[i] == '1')) continue;
    INFO(texts[i]);
    CHECK(sendable == (answers[i] == '1'));
  }
  CHECK(members > 5'000);
}

}  // namespace corslint
