#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/places.h"
#include "tests/process.h"
#include "tests/scratch_repository.h"

namespace corslint {
namespace {

using test::ProcessOptions;
using test::run_corslint;
using test::ScratchFolder;
using test::ScratchRepository;
namespace fs = std::filesystem;

constexpr std::string_view bad = "[cors]\nallow_origins = [\"null\"]\nmax_age = 600\n";
constexpr std::string_view good =
    "[cors]\nallow_origins = [\"https://app.acme.io\"]\nmax_age = 600\n";

std::string concise(const ScratchRepository& repository, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"check", "-f", "concise"});
  return run_corslint(arguments, {.working_directory = repository.path()}).standard_output;
}

/// Makes the repository call corslint before each commit.
void install_hook(const ScratchRepository& repository, const std::string& command) {
  const auto path = repository.write(".git/hooks/pre-commit",
                                     "#!/bin/sh\nexec " CORSLINT_EXECUTABLE " " + command);
  fs::permissions(path, fs::perms::owner_all);
}

int status_of_commit(const ScratchRepository& repository, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(),
                   {"git", "-C", repository.path(), "commit", "--quiet", "--message=x"});
  return test::run_process("/usr/bin/env", arguments).status;
}

}  // namespace

TEST_CASE("without arguments the repository's own files are linted") {
  const ScratchRepository repository;
  repository.write(".gitignore", "generated.toml\n");
  repository.write("cors.toml", bad);
  repository.write("generated.toml", bad);
  const auto output = concise(repository, {});
  CHECK_THAT(output, Catch::StartsWith("cors.toml:2:"));
  CHECK_THAT(output, !Catch::Contains("generated"));
  CHECK_THAT(concise(repository, {"--no-ignore"}), Catch::Contains("generated.toml:2:"));
  CHECK_THAT(concise(repository, {"generated.toml"}), Catch::StartsWith("generated.toml:2:"));
}

TEST_CASE("globs are relative to the working directory") {
  const ScratchRepository repository;
  repository.write("a/cors.toml", bad);
  repository.write("b/cors.toml", bad);
  CHECK_THAT(concise(repository, {"--extend-exclude", "/a"}), Catch::StartsWith("b/cors.toml"));
  CHECK(concise(repository, {"--exclude", "a/", "--exclude", "b"}).empty());
  const auto result = run_corslint({"check", "--extend-exclude", "/cors.toml", "."},
                                   {.working_directory = repository / "a"});
  CHECK(result.status == 0);
}

TEST_CASE("when all that is named is excluded by force, that is no failure but said") {
  const ScratchRepository repository;
  repository.write("old/cors.toml", bad);
  const auto result =
      run_corslint({"check", "--force-exclude", "--extend-exclude", "old/", "old/cors.toml"},
                   {.working_directory = repository.path()});
  CHECK(result.status == 0);
  CHECK_THAT(result.standard_error, Catch::Contains("Nothing was linted"));
  CHECK_THAT(run_corslint({"check", "--extend-exclude", "old/", "old/cors.toml"},
                          {.working_directory = repository.path()})
                 .standard_output,
             Catch::Contains("null-origin"));
}

TEST_CASE("the files that would be linted are listed, and why others are not") {
  const ScratchRepository repository;
  repository.write("cors.toml", bad);
  repository.write("odd\nname.toml", bad);
  repository.write("other.json", "{}");
  repository.write("readme.md", "cors");
  repository.write("ignored.json", bad);
  repository.write(".gitignore", "ignored.json\n");
  repository.write("node_modules/a.json", bad);
  const ProcessOptions options{.working_directory = repository.path()};
  const auto listed = run_corslint({"--show-files"}, options);
  CHECK(listed.status == 0);
  CHECK(listed.standard_output == "cors.toml\nodd\\u{a}name.toml\n");
  CHECK(listed.standard_error.empty());
  const auto explained = run_corslint({"check", "--show-files", "-v"}, options);
  CHECK(explained.standard_output == listed.standard_output);
  for (const auto* line :
       {"other.json: left out: nothing in it is about CORS\n",
        "ignored.json: left out: git ignores it; `--no-ignore` takes it\n",
        "node_modules/: left out: folders of this name hold what others made; `--exclude` replaces "
        "the list of them\n",
        "2 files are neither TOML nor JSON nor an env file: 1 .md, 1 no ending\n"})
    CHECK_THAT(explained.standard_error, Catch::Contains("corslint: " + std::string(line)));
}

TEST_CASE("where no policy is found, it is said what was looked at") {
  const ScratchRepository repository;
  repository.write("a.json", "{}");
  repository.write("b.py", "");
  for (const auto* format : {"full", "json"}) {
    const auto result =
        run_corslint({"check", "-f", format}, {.working_directory = repository.path()});
    CHECK(result.status == 0);
    CHECK_THAT(result.standard_error,
               Catch::StartsWith("corslint: Looked at 2 files in `.`: 1 is TOML, JSON or env by "
                                 "name, and none has a CORS policy\n"));
    CHECK_THAT(result.standard_output, !Catch::Contains("Looked at"));
  }
  CHECK(run_corslint({"-q"}, {.working_directory = repository.path()}).standard_error.empty());
  repository.write("cors.toml", good);
  CHECK(run_corslint({}, {.working_directory = repository.path()}).standard_error.empty());
}

TEST_CASE("a file in a language that is not read is not taken for broken TOML") {
  const ScratchRepository repository;
  repository.write("compose.yml", "api:\n  CORS_ORIGINS: https://app.acme.io/\n");
  repository.write("cors.yaml", R"({"cors": {"allow_origins": ["https://app.acme.io"]}})");
  const auto refused =
      run_corslint({"check", "compose.yml"}, {.working_directory = repository.path()});
  CHECK(refused.status == 1);
  CHECK_THAT(
      refused.standard_output,
      Catch::StartsWith("error[syntax-error]: The file is YAML by its name, which is not read\n"));
  CHECK_THAT(refused.standard_output, !Catch::Contains("TOML here"));
  // JSON is YAML too, and is read.
  CHECK(run_corslint({"check", "cors.yaml"}, {.working_directory = repository.path()}).status == 0);
}

TEST_CASE("what is staged is linted as it is staged") {
  const ScratchRepository repository;
  repository.write("cors.toml", bad);
  repository.git({"add", "--all"});
  repository.write("cors.toml", good);
  CHECK_THAT(concise(repository, {"--staged"}), Catch::StartsWith("cors.toml:2:"));
  CHECK(concise(repository, {"--changed"}).empty());
  repository.git({"add", "--all"});
  repository.write("cors.toml", bad);
  CHECK(concise(repository, {"--staged"}).empty());
  CHECK_THAT(concise(repository, {"--changed"}), Catch::StartsWith("cors.toml:2:"));
}

TEST_CASE("a file that is partly staged is not fixed") {
  const ScratchRepository repository;
  const std::string text = "[cors]\nallow_origins = [\"https://a.acme.io/\"]\nmax_age = 600\n";
  const auto path = repository.write("cors.toml", text);
  repository.git({"add", "--all"});
  repository.write("cors.toml", text + "# more\n");
  const auto result =
      run_corslint({"check", "--staged", "--fix"}, {.working_directory = repository.path()});
  CHECK(result.status == 1);
  CHECK_THAT(result.standard_error,
             Catch::Contains("cors.toml: not fixed: it has changes that are not staged"));
  CHECK(test::content_of_file(path) == text + "# more\n");
}

TEST_CASE("a git hook checks what will be committed, whichever index that is in") {
  const ScratchRepository repository;
  repository.write("readme.md", "");
  repository.commit_all();
  install_hook(repository, "check --staged\n");
  repository.write("cors.toml", bad);
  repository.git({"add", "cors.toml"});
  CHECK(status_of_commit(repository, {}) == 1);
  repository.write("cors.toml", good);
  repository.git({"add", "cors.toml"});
  // Git makes an index of its own for a commit of some files, and the others are not in it.
  repository.write("other.toml", bad);
  repository.git({"add", "other.toml"});
  CHECK(status_of_commit(repository, {"cors.toml"}) == 0);
  CHECK(status_of_commit(repository, {"other.toml"}) == 1);
}

TEST_CASE(
    "a hook in a work tree of its own, or one that lints another repository, sees the right one") {
  const ScratchRepository repository;
  const ScratchRepository other;
  const ScratchFolder folder;
  repository.write("readme.md", "");
  repository.commit_all();
  other.write("cors.toml", bad);
  other.git({"add", "--all"});
  repository.git({"worktree", "add", "--quiet", folder / "tree"});
  install_hook(repository, "check --staged . " + other.path() + " > hook.log 2>&1\n");
  folder.write("tree/cors.toml", bad);
  repository.git({"-C", folder / "tree", "add", "cors.toml"});
  CHECK(test::run_process("/usr/bin/env", {"git", "-C", folder / "tree", "commit", "-qm", "x"})
            .status == 1);
  const auto log = test::content_of_file(folder / "tree/hook.log");
  CHECK_THAT(log, Catch::Contains("--> cors.toml:2"));
  CHECK_THAT(log, Catch::Contains("--> " + other.path() + "/cors.toml:2"));
}

TEST_CASE("a configured file watcher of a repository is not run") {
  const ScratchRepository repository;
  repository.write("cors.toml", bad);
  repository.git({"config", "core.fsmonitor", "touch " + (repository / "was-run") + "; false"});
  CHECK_THAT(concise(repository, {}), Catch::StartsWith("cors.toml"));
  CHECK_FALSE(fs::exists(repository / "was-run"));
}

TEST_CASE("without git, or in a repository that git refuses, the folder is searched all the same") {
  const ScratchRepository repository;
  repository.write("cors.toml", bad);
  const auto result = run_corslint(
      {}, {.working_directory = repository.path(), .environment = {{"PATH", "/nonexistent"}}});
  CHECK(result.status == 1);
  CHECK_THAT(result.standard_error, Catch::Contains("git was not found"));
  const auto staged = run_corslint(
      {"check", "--staged"},
      {.working_directory = repository.path(), .environment = {{"PATH", "/nonexistent"}}});
  CHECK(staged.status == 2);
  CHECK_THAT(staged.standard_error, Catch::Contains("--staged: git was not found"));
}

TEST_CASE("files and folders that cannot be read make the run incomplete") {
  const ScratchRepository repository;
  repository.write("cors.toml", good);
  const auto locked = fs::path(repository.write("locked/cors.toml", bad)).parent_path();
  const auto file = repository.write("secret.json", "{}");
  fs::permissions(locked, fs::perms::none);
  fs::permissions(file, fs::perms::none);
  for (const std::string option : {"--no-ignores", "--no-ignore"}) {
    const auto result =
        run_corslint({"check", option}, {.working_directory = repository.path(),
                                         .environment = {{"GIT_CONFIG_COUNT", "1"},
                                                         {"GIT_CONFIG_KEY_0", "safe.directory"},
                                                         {"GIT_CONFIG_VALUE_0", "*"}},
                                         .user = 65534});
    CAPTURE(option, result.standard_error);
    CHECK_THAT(result.standard_error, !Catch::Contains("without git"));
    CHECK(result.status == 2);
    CHECK_THAT(result.standard_error, Catch::Contains("secret.json: cannot be read: Permission"));
    CHECK_THAT(result.standard_error, Catch::Contains("locked"));
  }
  fs::permissions(locked, fs::perms::owner_all);
}

TEST_CASE("options that ask for changes exclude each other and need a repository") {
  const ScratchFolder folder;
  const ProcessOptions options{.working_directory = folder.path()};
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"check", "--staged", "--changed"},
                                             {"check", "--staged", "--since", "main"},
                                             {"check", "--changed"},
                                             {"check", "--since", "main"}}) {
    const auto result = run_corslint(arguments, options);
    CAPTURE(arguments, result.standard_error);
    CHECK(result.status == 2);
    CHECK(result.standard_output.empty());
    CHECK_THAT(result.standard_error, Catch::StartsWith("corslint: --"));
  }
}

}  // namespace corslint
