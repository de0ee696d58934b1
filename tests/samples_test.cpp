#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/golden.h"
#include "tests/places.h"
#include "tests/process.h"

namespace corslint {
namespace {

std::vector<std::string> situations() {
  std::vector<std::string> names;
  const auto samples = std::filesystem::path(CORSLINT_SOURCE_DIR) / "samples";
  for (const auto& entry : std::filesystem::directory_iterator(samples))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("each sample gets the report that stands beside it") {
  const auto names = situations();
  CHECK(names.size() >= 12);
  for (const auto& name : names) {
    DYNAMIC_SECTION(name) {
      const auto result = test::run_corslint({"check", "--color", "never", "samples/" + name},
                                             {.working_directory = CORSLINT_SOURCE_DIR});
      CHECK(result.status < 2);
      CHECK(result.standard_error.empty());
      test::check_golden("samples/" + name + "/report.txt", result.standard_output);
    }
  }
}

TEST_CASE("the samples of sound policies are clean") {
  for (const std::string name : {"bearer-tokens", "sound-production", "subdomain-pattern"}) {
    DYNAMIC_SECTION(name) {
      const auto result = test::run_corslint({"check", "samples/" + name},
                                             {.working_directory = CORSLINT_SOURCE_DIR});
      INFO(result.standard_output);
      CHECK(result.status == 0);
      CHECK(std::count(result.standard_output.begin(), result.standard_output.end(), '\n') == 1);
    }
  }
}

}  // namespace corslint
