#include "lint/run/reading.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <sys/stat.h>

#include "lint/read/source_file.h"
#include "tests/scratch_folder.h"

namespace corslint {

using test::ScratchFolder;

TEST_CASE("a file is read to its last byte") {
  const ScratchFolder folder;
  for (const std::size_t size : {0U, 1U, 4096U, 1000003U}) {
    const auto path = folder.write("a", std::string(size, 'x'));
    const auto reading = read_path(path);
    CHECK(reading.problem.empty());
    CHECK(reading.text.size() == size);
  }
}

TEST_CASE("a file whose size is not known beforehand is read to its end") {
  const auto reading = read_path("/proc/self/status");
  CHECK(reading.problem.empty());
  CHECK_THAT(reading.text, Catch::StartsWith("Name:"));
}

TEST_CASE("a file of the largest size is read and one above it is not") {
  const ScratchFolder folder;
  const auto path = folder.write("a", "");
  std::filesystem::resize_file(path, largest_file);
  CHECK(read_path(path).text.size() == largest_file);
  std::filesystem::resize_file(path, largest_file + 1);
  CHECK(read_path(path).problem == "is larger than 64 MiB, the most that is read");
}

TEST_CASE("what is no regular file is refused without waiting") {
  const ScratchFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(read_path(folder / "pipe").problem == "is a named pipe; use `-` to read standard input");
  CHECK(read_path("/dev/zero").problem == "is a device; use `-` to read standard input");
  CHECK(read_path(folder.path()).problem == "is a directory");
  CHECK(read_path(folder / "none").problem == "cannot be read: No such file or directory");
}

}  // namespace corslint
