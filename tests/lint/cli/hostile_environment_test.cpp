#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <unistd.h>

#include "tests/places.h"
#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::content_of_file;
using test::run_corslint;
using test::run_process;
using test::ScratchFolder;
namespace fs = std::filesystem;

constexpr std::string_view wrong_policy = "[cors]\nallow_origins = [\"https://app.acme.io/\"]\n";

/// Runs the program through a shell, which sets limits and redirects.
test::ProcessResult run_through_shell(const std::string& before, const std::string& arguments,
                                      const ScratchFolder& folder) {
  return run_process("/bin/sh", {"-c", before + "exec " CORSLINT_EXECUTABLE " " + arguments},
                     {.working_directory = folder.path()});
}

}  // namespace

TEST_CASE("a report that finds no room on standard output ends with 2") {
  const ScratchFolder folder;
  folder.write("cors.toml", wrong_policy);
  for (const std::string format : {"full", "json", "concise"}) {
    const auto result = run_through_shell("", "-f " + format + " . > /dev/full", folder);
    CHECK(result.status == 2);
    CHECK_THAT(result.standard_error, Catch::Contains("No space left on device"));
  }
}

TEST_CASE("a report that finds no room in its file ends with 2 and leaves the old one") {
  const ScratchFolder folder;
  folder.write("cors.toml", wrong_policy);
  folder.write("report.json", "old");
  const auto result = run_through_shell("ulimit -f 0; ", "-f json -o report.json .", folder);
  CHECK(result.status == 2);
  CHECK(content_of_file(folder / "report.json") == "old");
}

TEST_CASE("without a descriptor to spare a run says so and ends with 2") {
  const ScratchFolder folder;
  folder.write("one/cors.toml", wrong_policy);
  folder.write("two/cors.toml", wrong_policy);
  const auto result = run_through_shell("ulimit -n 3; ", "-j 2 one two/cors.toml", folder);
  INFO(result.standard_output << result.standard_error);
  // The sanitizers' own libraries may not find one either; then the program has not begun.
  if (result.standard_error.find("error while loading shared libraries") != std::string::npos)
    return;
  CHECK(result.status == 2);
  CHECK_THAT(result.standard_error, Catch::Contains("Too many open files"));
}

TEST_CASE("a file that cannot be fixed for want of room stays as it was") {
  const ScratchFolder folder;
  folder.write("cors.toml", wrong_policy);
  const auto result = run_through_shell("ulimit -f 0; ", "--fix cors.toml", folder);
  CHECK(result.status == 2);
  CHECK(content_of_file(folder / "cors.toml") == wrong_policy);
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("a file that changes while it is read gives a report or a reason") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", wrong_policy);
  std::atomic<bool> is_over = false;
  std::thread writer([&] {
    for (int i = 0; !is_over; ++i) {
      std::ofstream(path, std::ios::trunc) << (i % 2 == 0 ? wrong_policy : std::string_view());
      fs::resize_file(path, static_cast<std::uintmax_t>(i % 3) * 100'000);
    }
  });
  for (int i = 0; i < 25; ++i) {
    const auto result =
        run_corslint({"-f", "json", "cors.toml"}, {.working_directory = folder.path()});
    CHECK((result.status == 0 || result.status == 1));
    CHECK(nlohmann::json::accept(result.standard_output));
  }
  is_over = true;
  writer.join();
}

TEST_CASE("names that are no UTF-8 are reported in every format") {
  const ScratchFolder folder;
  folder.write("\xFF\xFE.toml", wrong_policy);
  const auto full = run_corslint({"."}, {.working_directory = folder.path()});
  CHECK(full.status == 1);
  CHECK_THAT(full.standard_output, Catch::Contains("--> \\x{ff}\\x{fe}.toml:2:"));
  const auto json = run_corslint({"-f", "json", "."}, {.working_directory = folder.path()});
  CHECK(json.status == 1);
  CHECK(nlohmann::json::parse(json.standard_output)["diagnostics"].size() == 1);
  const auto fixed = run_corslint({"--fix", "."}, {.working_directory = folder.path()});
  CHECK(fixed.status == 0);
  CHECK(content_of_file(folder / "\xFF\xFE.toml") ==
        "[cors]\nallow_origins = [\"https://app.acme.io\"]\n");
}

TEST_CASE("values that would drive a terminal are spelled out in messages of every kind") {
  const ScratchFolder folder;
  folder.write("cors.json",
               "{\"cors\": {\"allow_origins\": [\"https://\\u001b[2Ja.com/\", "
               "\"https://\xE2\x80\xAE.com\"], "
               "\"allow_methods\": [\"\\u0007\"], \"\\u009b\": 1}}");
  for (const std::string format : {"full", "concise"}) {
    const auto result = run_corslint({"-f", format, "."}, {.working_directory = folder.path()});
    CHECK(result.status == 1);
    for (const char c : result.standard_output)
      CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
    CHECK(result.standard_output.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(result.standard_output.find("\xC2\x9B") == std::string::npos);
  }
}

}  // namespace corslint
