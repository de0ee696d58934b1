#include "lint/run/atomic_write.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include "tests/scratch_folder.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

using test::content_of_file;
using test::ScratchFolder;

std::string replace(const std::string& path, std::string_view expected, std::string_view text) {
  return replace_file(path, expected, text, writable_roots({path}));
}

std::size_t files_in(const std::string& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_directory()) ++count;
  }
  return count;
}

struct stat status_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status;
}

}  // namespace

TEST_CASE("a file is replaced and keeps its permissions and owner") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", "old");
  const bool can_give_away = ::geteuid() == 0;
  if (can_give_away) REQUIRE(::chown(path.c_str(), 1234, 4321) == 0);
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  CHECK(replace(path, "old", "new").empty());
  CHECK(content_of_file(path) == "new");
  CHECK((status_of(path).st_mode & 07777U) == 0640);
  if (can_give_away) {
    CHECK(status_of(path).st_uid == 1234);
    CHECK(status_of(path).st_gid == 4321);
  }
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file that has changed meanwhile stays") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", "other");
  CHECK(replace(path, "old", "new") == "was not fixed: it has changed since it was read");
  CHECK(content_of_file(path) == "other");
}

TEST_CASE("a text that is the same already is not written") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", "old");
  const auto before = status_of(path);
  CHECK(replace(path, "old", "old").empty());
  CHECK(status_of(path).st_ino == before.st_ino);
}

TEST_CASE("what is read-only stays, also for the superuser") {
  const ScratchFolder folder;
  const auto path = folder.write("sub/cors.toml", "old");
  REQUIRE(::chmod(path.c_str(), 0444) == 0);
  CHECK(replace(path, "old", "new") == "cannot be fixed: it is read-only");
  REQUIRE(::chmod(path.c_str(), 0644) == 0);
  REQUIRE(::chmod((folder / "sub").c_str(), 0555) == 0);
  CHECK(replace(path, "old", "new") == "cannot be fixed: its folder is read-only");
  REQUIRE(::chmod((folder / "sub").c_str(), 0755) == 0);
  CHECK(content_of_file(path) == "old");
  CHECK(files_in(folder / "sub") == 1);
}

TEST_CASE("a file that is gone is reported and not made anew") {
  const ScratchFolder folder;
  CHECK_THAT(replace(folder / "none.toml", "old", "new"), Catch::StartsWith("cannot be fixed: "));
  CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("a link stays and its target is replaced") {
  const ScratchFolder folder;
  const auto target = folder.write("sub/real.toml", "old");
  fs::create_symlink("sub/real.toml", folder / "link.toml");
  CHECK(replace(folder / "link.toml", "old", "new").empty());
  CHECK(fs::is_symlink(folder / "link.toml"));
  CHECK(content_of_file(target) == "new");
  CHECK(files_in(folder / "sub") == 1);
}

TEST_CASE("a link that leads out of the given paths is refused") {
  const ScratchFolder folder;
  const auto target = folder.write("outside/real.toml", "old");
  folder.write("inside/cors.toml", "x");
  fs::create_symlink("../outside/real.toml", folder / "inside/link.toml");
  const auto link = folder / "inside/link.toml";
  for (const auto& named : {folder / "inside", link}) {
    CHECK_THAT(replace_file(link, "old", "new", writable_roots({named})),
               Catch::EndsWith("outside/real.toml`, which lies outside of the given paths"));
  }
  CHECK(content_of_file(target) == "old");
  CHECK(replace_file(link, "old", "new", writable_roots({folder / "inside", target})).empty());
  CHECK(content_of_file(target) == "new");
}

TEST_CASE("a folder whose name only begins like a given one is outside of it") {
  const ScratchFolder folder;
  const auto target = folder.write("a-b/real.toml", "old");
  folder.write("a/cors.toml", "x");
  fs::create_symlink("../a-b/real.toml", folder / "a/link.toml");
  CHECK_FALSE(
      replace_file(folder / "a/link.toml", "old", "new", writable_roots({folder / "a"})).empty());
  CHECK(content_of_file(target) == "old");
}

}  // namespace corslint
