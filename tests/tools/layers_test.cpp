#include "tests/tools/layers.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "tests/places.h"

namespace corslint {
namespace {

Include quoted(std::string path) {
  return {IncludeForm::quoted, std::move(path)};
}
Include angled(std::string path) {
  return {IncludeForm::angled, std::move(path)};
}

struct Case {
  std::string_view file;
  Include include;
  std::string_view why;
};

TEST_CASE("an include against the direction of the layers is reported") {
  const auto broken = GENERATE(values<Case>({
      {"rules/policy/policy.h", quoted("rules/origin/origin.h"), "policy knows no origin"},
      {"rules/origin/origin.cpp", quoted("rules/rule.h"), "an origin knows no rule"},
      {"rules/enforcers/s3.cpp", quoted("rules/checks/origins/null_origin.h"), "nor an enforcer"},
      {"rules/rule.h", quoted("rules/checks/origins/null_origin.h"), "a rule knows no rules"},
      {"rules/catalog.cpp", quoted("rules/checks/input/a.h"), "the catalogue knows only names"},
      {"rules/catalog.cpp", quoted("lint/run/linter.h"), "the rules know no tool"},
      {"rules/checks/input/a.cpp", quoted("a.h"), "a path starts at the root"},
      {"lint/run/linter.cpp", quoted("tests/tools/layers.h"), "nothing needs the tests"},
      {"rules/origin/origin.cpp", angled("toml++/toml.h"), "rules know no parser"},
      {"rules/origin/origin.cpp", angled("nlohmann/json.hpp"), "nor JSON output"},
      {"rules/origin/origin.cpp", angled("iostream"), "nor a terminal"},
      {"rules/origin/origin.cpp", angled("cstdio"), "nor a terminal in C"},
      {"rules/origin/origin.cpp", angled("fstream"), "nor files"},
      {"rules/origin/origin.cpp", angled("unistd.h"), "nor a system"},
      {"rules/origin/origin.cpp", angled("libpsl.h"), "libpsl is for tests"},
      {"lint/run/linter.cpp", angled("libfyaml.h"), "only lint/read sees a parser library"},
      {"lint/report/json.cpp", angled("toml++/toml.h"), "nor a report"},
      {"lint/main.cpp", angled("CLI/CLI.hpp"), "only lint/cli sees CLI11"},
      {"lint/read/json.cpp", angled("nlohmann/json.hpp"), "a reader has its own parser"},
      {"lint/lsp/server.cpp", angled("CLI/CLI.hpp"), "the language server has no command line"},
      {"lint/read/json.cpp", angled("catch2/catch.hpp"), "Catch2 is for tests"},
  }));
  CAPTURE(broken.file, broken.include.path, broken.why);
  CHECK(broken_layer(broken.file, broken.include));
}

TEST_CASE("an include along the direction of the layers is silent") {
  const auto sound = GENERATE(values<Case>({
      {"rules/policy/policy.h", quoted("rules/policy/span.h"), "its own folder"},
      {"rules/origin/origin.h", quoted("rules/policy/span.h"), "the folder below"},
      {"rules/pattern/origin_set.h", quoted("rules/origin/origin.h"), "a folder beside it"},
      {"rules/rule.h", quoted("rules/policy/policy.h"), "a rule is about a policy"},
      {"rules/checks/input/a.cpp", quoted("rules/rule.h"), "a check is a rule"},
      {"rules/checks/input/a.cpp", quoted("rules/enforcers/enforcer.h"), "and asks an enforcer"},
      {"rules/checks/input/a.cpp", quoted("rules/catalog.h"), "which declares its name"},
      {"lint/run/linter.cpp", quoted("rules/catalog.h"), "the tool stands on the rules"},
      {"rules/origin/origin.cpp", angled("idn2.h"), "a dependency of the rules"},
      {"rules/pattern/compile.cpp", angled("re2/re2.h"), "another"},
      {"rules/origin/origin.cpp", angled("string_view"), "the standard library"},
      {"lint/read/toml.cpp", angled("toml++/toml.h"), "a reader reads"},
      {"lint/cli/check.cpp", angled("CLI/CLI.hpp"), "the command line"},
      {"lint/report/json.cpp", angled("nlohmann/json.hpp"), "a report writes JSON"},
      {"lint/lsp/messages.cpp", angled("nlohmann/json.hpp"), "the language server speaks it"},
      {"lint/main.cpp", angled("iostream"), "the tool prints"},
      {"lint/read/source_file.cpp", angled("sys/stat.h"), "and opens files"},
  }));
  CAPTURE(sound.file, sound.include.path, sound.why);
  CHECK_FALSE(broken_layer(sound.file, sound.include));
}

TEST_CASE("include lines are found whatever their spacing") {
  CHECK(includes_of("").empty());
  CHECK(
      includes_of("#pragma once\n// #include \"a.h\"\n#include MACRO\n#include \"open\n").empty());
  CHECK(includes_of("#include \"a/b.h\"\n  #  include<c>\n#include <d/e.h> // why") ==
        std::vector{quoted("a/b.h"), angled("c"), angled("d/e.h")});
}

bool is_source(const std::filesystem::path& path) {
  static const std::set<std::string> extensions{".cpp", ".h", ".def"};
  return extensions.contains(path.extension().string());
}

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_CASE("every include of the sources follows the layers") {
  const std::filesystem::path root = CORSLINT_SOURCE_DIR;
  for (const auto* folder : {"rules", "lint"}) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const auto file = entry.path().lexically_relative(root).generic_string();
      // A generator is a program of its own that runs during the build.
      if (!is_source(entry.path()) || file.ends_with("_generator.cpp")) continue;
      for (const auto& include : includes_of(contents_of(entry.path()))) {
        ++count;
        INFO(file << ": " << broken_layer(file, include).value_or("sound"));
        CHECK_FALSE(broken_layer(file, include));
      }
    }
    CAPTURE(folder);
    CHECK(count > 0);
  }
}

}  // namespace
}  // namespace corslint
