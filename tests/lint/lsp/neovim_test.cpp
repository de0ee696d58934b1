#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "tests/golden.h"
#include "tests/places.h"
#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

/// Where Neovim is; empty, after a warning or failure, where it is not installed.
std::string neovim() {
  for (const std::string path : {"/usr/bin/nvim", "/usr/local/bin/nvim"}) {
    if (fs::exists(path)) return path;
  }
  const char* const required = std::getenv("CORSLINT_REQUIRE_PROGRAMS");
  if (required != nullptr && std::string_view(required) == "1") FAIL("Neovim is not installed");
  WARN("Neovim is not installed");
  return {};
}

}  // namespace

TEST_CASE("Neovim shows the findings, the hover and the fixes of a document") {
  const auto program = neovim();
  if (program.empty()) return;
  const test::ScratchFolder folder;
  folder.write(".git/HEAD", "");
  const auto sample = std::string(CORSLINT_SOURCE_DIR) + "/samples/fastapi-development/cors.toml";
  folder.write("cors.toml", test::content_of_file(sample));
  // The fix stands behind an emoji and a CJK character, which take two units and one.
  folder.write(".env", "CORS_ORIGINS=https://\U0001F600\u6F22.acme.io,https://app.acme.io/\n");
  const std::string sources = CORSLINT_SOURCE_DIR;
  const auto folder_of_corslint = fs::path(CORSLINT_EXECUTABLE).parent_path().string();
  const auto result =
      test::run_process(program,
                        {"--headless", "-u", sources + "/integrations/editors/neovim.lua", "-i",
                         "NONE", "-n", "-S", sources + "/tests/lint/lsp/neovim.lua"},
                        {.working_directory = folder.path(),
                         .environment = {{"PATH", folder_of_corslint + ":/usr/bin:/bin"},
                                         {"HOME", folder.path()},
                                         {"TRANSCRIPT", folder / "transcript"}}});
  INFO(result.standard_output << result.standard_error);
  CHECK(result.status == 0);
  test::check_golden("tests/lint/lsp/neovim.txt", test::content_of_file(folder / "transcript"));
}

}  // namespace corslint
