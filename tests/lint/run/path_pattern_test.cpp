#include "lint/run/path_pattern.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cctype>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/scratch_repository.h"

namespace corslint {
namespace {

using Random = std::mt19937;
using Words = std::vector<std::string>;

template <std::size_t N>
std::string one_of(Random& random, const std::array<const char*, N>& choices) {
  return choices[random() % N];
}

/// A name that patterns have trouble with.
std::string some_name(Random& random) {
  constexpr std::array parts{"a", "b",  "ab", "B", ".", "-", "]", "[",        "*",
                             "?", "\\", "!",  " ", "^", "1", "_", "\xC3\xA9", "\n"};
  std::string name;
  for (auto length = 1 + random() % 3; length > 0; --length) name += one_of(random, parts);
  return name == "." || name == ".." ? "a" : name;
}

std::string some_path(Random& random) {
  auto path = some_name(random);
  for (auto depth = random() % 4; depth > 0; --depth) path += '/' + some_name(random);
  return path;
}

std::string some_pattern(Random& random) {
  constexpr std::array parts{"a",
                             "b",
                             "ab",
                             "B",
                             ".",
                             "*",
                             "**",
                             "?",
                             "/",
                             "/",
                             "**/",
                             "/**/",
                             "/**",
                             "[ab]",
                             "[!a]",
                             "[^b]",
                             "[a-c]",
                             "[]a]",
                             "[",
                             "]",
                             "[a",
                             "\\a",
                             "\\",
                             "[[:alpha:]]",
                             "[[:x:]]",
                             "[\\]a]",
                             "[a-]",
                             "-",
                             "1",
                             "[/]",
                             " ",
                             "[[:punct:]]",
                             "\xC3\xA9",
                             "[!/]",
                             "[b-a]",
                             "[[:digit:]_]",
                             "[[:alpha:]-z]",
                             "\\*",
                             "[[a]",
                             "[[:alpha]",
                             "\n"};
  std::string pattern;
  if (random() % 8 == 0) pattern += '!';
  if (random() % 8 == 0) pattern += '/';
  for (auto length = 1 + random() % 4; length > 0; --length) pattern += one_of(random, parts);
  if (random() % 6 == 0) pattern += '/';
  return pattern;
}

/// Whether git and its manual differ about a pattern: as in `a**/b`, where git sets the plain
/// beginning aside and then takes the stars for ones that stand alone.
bool is_disputed(std::string_view pattern) {
  for (auto at = pattern.find("**/"); at != std::string_view::npos;
       at = pattern.find("**/", at + 1))
    if (at > 0 && pattern[at - 1] != '/' && pattern[at - 1] != '*') return true;
  return false;
}

std::string undisputed_pattern(Random& random) {
  auto pattern = some_pattern(random);
  while (is_disputed(pattern)) pattern = some_pattern(random);
  return pattern;
}

bool is_decided(const std::vector<PathPattern>& patterns, const std::string& path, PathKind kind) {
  const auto* const pattern = deciding_pattern(patterns, path, kind);
  return pattern != nullptr && !pattern->is_negated();
}

/// Whether the patterns exclude a file, itself or by a folder above it.
bool is_excluded(const std::vector<PathPattern>& patterns, const std::string& path) {
  for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
    if (is_decided(patterns, path.substr(0, slash), PathKind::folder)) return true;
  return is_decided(patterns, path, PathKind::file);
}

Words records(const std::string& text) {
  Words result;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\0', begin);
    result.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

bool matches(std::string_view pattern, std::string_view path, PathKind kind = PathKind::file) {
  return PathPattern(pattern).matches(path, kind);
}

}  // namespace

TEST_CASE("globs exclude what git excludes with the same patterns") {
  const test::ScratchRepository repository;
  Random random(20261128);
  for (int i = 0; i < 250; ++i) {
    try {
      (void)repository.write(some_path(random), "");
    } catch (const std::exception&) {
      // A file stands where this path has a folder.
    }
  }
  const auto paths = records(repository.git({"ls-files", "-z", "--others"}));
  REQUIRE(paths.size() > 150);
  std::size_t excluded = 0;
  for (int i = 0; i < 300; ++i) {
    Words globs{undisputed_pattern(random)};
    if (random() % 3 == 0) globs.push_back(undisputed_pattern(random));
    std::vector<PathPattern> patterns;
    Words command{"ls-files", "-z", "--others", "--ignored"};
    for (const auto& glob : globs) {
      patterns.emplace_back(glob);
      command.push_back("--exclude=" + glob);
    }
    Words expected = records(repository.git(command));
    std::ranges::sort(expected);
    Words found;
    std::ranges::copy_if(paths, std::back_inserter(found),
                         [&](const auto& path) { return is_excluded(patterns, path); });
    std::ranges::sort(found);
    excluded += expected.size();
    CAPTURE(globs);
    CHECK(found == expected);
  }
  CHECK(excluded > 1000);
}

TEST_CASE("a glob without a slash means a name at any depth, one with a slash a place") {
  CHECK(matches("*.json", "a/b/c.json"));
  CHECK(matches("c", "a/c"));
  CHECK_FALSE(matches("/c", "a/c"));
  CHECK_FALSE(matches("b/c", "a/b/c"));
  CHECK(matches("**/c", "a/b/c"));
  CHECK(matches("a/**/c", "a/c"));
  CHECK_FALSE(matches("a/", "a"));
  CHECK(matches("a/", "a", PathKind::folder));
}

TEST_CASE("a named class holds what the same class of the C locale holds") {
  const std::vector<std::pair<std::string, int (*)(int)>> classes{
      {"alpha", std::isalpha}, {"digit", std::isdigit}, {"alnum", std::isalnum},
      {"lower", std::islower}, {"upper", std::isupper}, {"blank", std::isblank},
      {"space", std::isspace}, {"print", std::isprint}, {"graph", std::isgraph},
      {"punct", std::ispunct}, {"cntrl", std::iscntrl}, {"xdigit", std::isxdigit}};
  for (const auto& [name, holds] : classes) {
    // Vertical tab and form feed are space to C and not to git, a slash matches no class.
    for (int c = 1; c < 128; ++c) {
      if (c == '/' || c == '\v' || c == '\f') continue;
      CAPTURE(name, c);
      CHECK(matches("[[:" + name + ":]]", std::string(1, static_cast<char>(c))) == (holds(c) != 0));
    }
  }
}

TEST_CASE("many stars take no longer than few") {
  std::string stars;
  for (int i = 0; i < 2000; ++i) stars += "*a";
  CHECK_FALSE(matches(stars + "b", std::string(4000, 'a')));
}

}  // namespace corslint
