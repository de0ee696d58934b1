#include "tests/golden.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string_view>

#include "tests/places.h"

namespace corslint::test {
namespace {

std::optional<std::string> content_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  return begin >= text.size() ? "(end)" : text.substr(begin, text.find('\n', begin) - begin);
}

std::string first_difference(std::string_view expected, std::string_view actual) {
  std::size_t line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < expected.size() && i < actual.size(); ++i) {
    if (expected[i] != actual[i]) break;
    if (expected[i] != '\n') continue;
    ++line;
    begin = i + 1;
  }
  std::ostringstream text;
  text << "line " << line << " is `" << line_at(actual, begin) << "`, expected `"
       << line_at(expected, begin) << "`";
  return text.str();
}

}  // namespace

std::string golden_difference(const std::string& path, const std::string& actual) {
  const auto file = std::string(CORSLINT_SOURCE_DIR) + '/' + path;
  const char* update = std::getenv("CORSLINT_UPDATE");
  if (update != nullptr && std::string_view(update) == "1") {
    std::filesystem::create_directories(std::filesystem::path(file).parent_path());
    std::ofstream(file, std::ios::binary) << actual;
    return {};
  }
  const auto expected = content_of(file);
  if (!expected) return path + " is missing; CORSLINT_UPDATE=1 writes it";
  if (*expected == actual) return {};
  return path + ": " + first_difference(*expected, actual) + "; CORSLINT_UPDATE=1 writes it anew";
}

void check_golden(const std::string& path, const std::string& actual) {
  const auto difference = golden_difference(path, actual);
  INFO(difference);
  CHECK(difference.empty());
}

}  // namespace corslint::test
