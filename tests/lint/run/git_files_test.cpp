#include "lint/run/git_files.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "lint/run/environment_error.h"
#include "lint/run/files.h"
#include "tests/scratch_repository.h"

namespace corslint {
namespace {

using test::ScratchFolder;
using test::ScratchRepository;
using Paths = std::vector<std::string>;
namespace fs = std::filesystem;

Paths found_in(const std::string& folder, const FileSelection& selection = {},
               const std::string& named = {}) {
  Paths result;
  const auto inputs = find_files({named.empty() ? folder : named}, selection);
  for (const auto& problem : inputs.problems) result.push_back(problem);
  for (const auto& file : inputs.files)
    result.push_back(fs::path(file.path).lexically_relative(folder).string());
  return result;
}

FileSelection changed(ChangeScope scope, std::string since = {}) {
  return {.changes = scope, .since = std::move(since)};
}

}  // namespace

TEST_CASE("in a repository git says which files there are") {
  const ScratchRepository repository;
  repository.write(".gitignore", "ignored/\n*.local.json\n");
  for (const auto* name : {"a.toml", "ignored/b.json", "c.local.json", "deep/.gitignore",
                           "deep/d.json", "ignored/forced.json", "notes.md"})
    repository.write(name, "");
  repository.git({"add", "--force", "ignored/forced.json", "a.toml"});
  CHECK(found_in(repository.path()) == Paths{"a.toml", "deep/d.json", "ignored/forced.json"});
  CHECK(found_in(repository.path(), {.no_ignore = true}) ==
        Paths{"a.toml", "c.local.json", "deep/d.json", "ignored/b.json", "ignored/forced.json"});
}

TEST_CASE("a folder of a repository is searched with the ignore rules above it") {
  const ScratchRepository repository;
  repository.write(".gitignore", "/sub/no.json\n");
  for (const auto* name : {"sub/no.json", "sub/yes.json", "sub/below/a.json", "other.json"})
    repository.write(name, "");
  CHECK(found_in(repository.path(), {}, repository / "sub") ==
        Paths{"sub/below/a.json", "sub/yes.json"});
  CHECK(found_in(repository.path(), {}, repository / "sub/") ==
        Paths{"sub/below/a.json", "sub/yes.json"});
}

TEST_CASE("an ignored folder that is named itself is searched") {
  const ScratchRepository repository;
  repository.write(".gitignore", "out/\n");
  repository.write("out/a.json", "");
  CHECK(found_in(repository.path()).empty());
  CHECK(found_in(repository.path(), {}, repository / "out") == Paths{"out/a.json"});
}

TEST_CASE("what git tracks in a folder of build results is the project's own") {
  const ScratchRepository repository;
  for (const auto* name : {"dist/a.json", "node_modules/b.json"}) repository.write(name, "");
  repository.commit_all();
  repository.write("dist/new.json", "");
  CHECK(found_in(repository.path()) == Paths{"dist/a.json"});
}

TEST_CASE("names of any bytes are found") {
  const ScratchRepository repository;
  for (const auto* name : {"a\nb.json", "\xFF.json", " .json", "\"q\".json", "-x.json"})
    repository.write(name, "");
  repository.git({"add", "--", "a\nb.json", "\xFF.json"});
  CHECK(found_in(repository.path()).size() == 5);
}

TEST_CASE("submodules are searched and foreign repositories are not") {
  const ScratchRepository inner;
  inner.write("inner.json", "");
  inner.commit_all();
  const ScratchRepository repository;
  repository.write("a.json", "");
  repository.git({"-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path(),
                  "libs/inner"});
  repository.commit_all();
  repository.git({"clone", "--quiet", inner.path(), "clone"});
  repository.write("libs/inner/new.json", "");
  CHECK(found_in(repository.path()) ==
        Paths{"a.json", "libs/inner/inner.json", "libs/inner/new.json"});
  CHECK(found_in(repository.path(), {}, repository / "clone") == Paths{"clone/inner.json"});
}

TEST_CASE("repositories in a folder that is none are searched with their ignore rules") {
  const ScratchFolder folder;
  const ScratchRepository repository;
  repository.write(".gitignore", "b.json\n");
  repository.write("a.json", "");
  repository.write("b.json", "");
  repository.commit_all();
  folder.write("b.json", "");
  repository.git({"worktree", "add", "--quiet", folder / "tree"});
  folder.write("tree/b.json", "");
  CHECK(found_in(folder.path()) == Paths{"b.json", "tree/a.json"});
}

TEST_CASE("tracked files that are not there are no problem, and links are told apart") {
  const ScratchRepository repository;
  for (const auto* name : {"a.json", "gone.json", "moved/b.json", "policy"})
    repository.write(name, "");
  fs::create_symlink("policy", repository / "link.json");
  fs::create_symlink("a.json", repository / "same.json");
  fs::create_symlink("/etc/hostname", repository / "out.json");
  repository.commit_all();
  fs::remove(repository / "gone.json");
  CHECK(found_in(repository.path()) == Paths{"a.json", "gone.json", "link.json", "moved/b.json"});
}

TEST_CASE("where git refuses, the folder is walked and the user is told") {
  const ScratchRepository repository;
  repository.write("a.json", "");
  repository.write(".git/config", "[core\n");
  const auto inputs = find_files({repository.path()});
  CHECK(inputs.files.size() == 1);
  REQUIRE(inputs.notices.size() == 1);
  CHECK_THAT(inputs.notices[0], Catch::Contains("searched without git"));
  CHECK_THAT(inputs.notices[0], Catch::Contains("bad config line 1"));
}

TEST_CASE("changed files are those that differ from the last commit, and new ones") {
  const ScratchRepository repository;
  for (const auto* name : {"same.json", "edited.json", "staged.json", "deleted.json", "sub/x.json"})
    repository.write(name, "1");
  CHECK(found_in(repository.path(), changed(ChangeScope::changed)).size() == 5);
  repository.commit_all();
  CHECK(found_in(repository.path(), changed(ChangeScope::changed)).empty());
  repository.write("edited.json", "2");
  repository.write("staged.json", "2");
  repository.write("new.json", "2");
  repository.write("sub/x.json", "2");
  repository.git({"add", "staged.json"});
  fs::remove(repository / "deleted.json");
  CHECK(found_in(repository.path(), changed(ChangeScope::changed)) ==
        Paths{"edited.json", "new.json", "staged.json", "sub/x.json"});
  CHECK(found_in(repository.path(), changed(ChangeScope::staged)) == Paths{"staged.json"});
  CHECK(found_in(repository.path(), changed(ChangeScope::changed), repository / "sub") ==
        Paths{"sub/x.json"});
  CHECK(
      found_in(repository.path(), changed(ChangeScope::changed), repository / "same.json").empty());
  CHECK(found_in(repository.path(), changed(ChangeScope::staged), repository / "staged.json") ==
        Paths{"staged.json"});
}

TEST_CASE("what is staged is taken from the index where the file has gone on") {
  const ScratchRepository repository;
  repository.write("whole.json", "1");
  repository.write("partly\n.json", "1");
  repository.write("gone.json", "1");
  repository.git({"add", "--all"});
  repository.write("partly\n.json", "2");
  fs::remove(repository / "gone.json");
  const auto inputs = find_files({repository.path()}, changed(ChangeScope::staged));
  REQUIRE(inputs.files.size() == 3);
  CHECK(inputs.files[0].staged_text == "1");
  CHECK(inputs.files[1].staged_text == "1");
  CHECK_FALSE(inputs.files[2].staged_text);
}

TEST_CASE("files since a revision are those that differ from where the branch left it") {
  const ScratchRepository repository;
  repository.write("a.json", "1");
  repository.write("b.json", "1");
  repository.commit_all();
  repository.git({"checkout", "--quiet", "-b", "topic"});
  repository.write("a.json", "2");
  repository.commit_all();
  repository.git({"checkout", "--quiet", "main"});
  repository.write("b.json", "2");
  repository.commit_all();
  repository.git({"checkout", "--quiet", "topic"});
  repository.write("new.json", "1");
  CHECK(found_in(repository.path(), changed(ChangeScope::since, "main")) ==
        Paths{"a.json", "new.json"});
  for (const auto* revision : {"nothing", "--output=x", "main..topic", "", "HEAD:a.json"})
    CHECK_THROWS_AS(found_in(repository.path(), changed(ChangeScope::since, revision)),
                    EnvironmentError);
  repository.git({"checkout", "--quiet", "--orphan", "alone"});
  repository.commit_all();
  CHECK_THROWS_WITH(found_in(repository.path(), changed(ChangeScope::since, "main")),
                    Catch::Contains("no history in common"));
}

TEST_CASE("changes are asked for in a repository only") {
  const ScratchFolder folder;
  CHECK_THROWS_WITH(found_in(folder.path(), changed(ChangeScope::staged)),
                    Catch::StartsWith("--staged: ") && Catch::EndsWith("is in no git repository"));
}

}  // namespace corslint
