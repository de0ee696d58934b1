#include "lint/project/projects.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::ScratchFolder;

constexpr std::string_view vite = R"({"scripts": {"dev": "vite"}})";

std::string origins_around(Projects& projects, const std::string& path) {
  std::string result;
  for (const auto& dev : projects.around(path, Format::toml).surroundings.dev_origins)
    result += dev.origin + ' ' + dev.folder + '\n';
  return result;
}

std::string origins_around(const std::vector<std::string>& given, const std::string& path) {
  Projects projects(given, {});
  return origins_around(projects, path);
}

}  // namespace

TEST_CASE("front ends are found at the policy's folder, above it, and beside it") {
  const auto* const place =
      GENERATE("package.json", "frontend/package.json", "web/package.json", "apps/web/package.json",
               "packages/ui/package.json", "api/package.json", "api/policies/client/package.json");
  CAPTURE(place);
  const ScratchFolder folder;
  folder.write(place, vite);
  CHECK_FALSE(origins_around({folder.path()}, folder.write("api/policies/cors.toml", "")).empty());
}

TEST_CASE("folders that are not named as front ends are left alone") {
  const auto* const place =
      GENERATE("docs/package.json", "e2e/package.json", "frontend/src/package.json",
               "node_modules/web/package.json", "apps/package.json/x");
  CAPTURE(place);
  const ScratchFolder folder;
  folder.write(place, vite);
  CHECK(origins_around({folder.path()}, folder.write("api/cors.toml", "")).empty());
}

TEST_CASE("the nearest front end decides") {
  const ScratchFolder folder;
  folder.write("web/package.json", R"({"scripts": {"dev": "vite --port 1"}})");
  folder.write("shop/web/package.json", R"({"scripts": {"dev": "vite --port 2"}})");
  CHECK(origins_around({folder.path()}, folder.write("shop/api/cors.toml", "")) ==
        "http://localhost:2 shop/web/\n");
}

TEST_CASE("nothing above the repository is looked at") {
  const ScratchFolder folder;
  folder.write("package.json", vite);
  folder.write("repository/.git/HEAD", "");
  const auto path = folder.write("repository/api/cors.toml", "");
  CHECK(origins_around({folder.path()}, path).empty());
  folder.write("repository/web/package.json", vite);
  CHECK(origins_around({folder.path()}, path) == "http://localhost:5173 web/\n");
}

TEST_CASE("outside of a repository nothing above the given folder is looked at") {
  const ScratchFolder folder;
  folder.write("package.json", vite);
  const auto path = folder.write("api/cors.toml", "");
  CHECK(origins_around({folder / "api"}, path).empty());
  CHECK(origins_around({path}, path).empty());
  CHECK(origins_around({folder / "api", folder.path()}, path) == "http://localhost:5173 \n");
  CHECK(origins_around({folder.path() + '/'}, path) == "http://localhost:5173 \n");
}

TEST_CASE("front ends are looked for up to a bound of levels") {
  const ScratchFolder folder;
  folder.write("package.json", vite);
  CHECK_FALSE(origins_around({folder.path()}, folder.write("a/b/c/d/cors.toml", "")).empty());
  CHECK(origins_around({folder.path()}, folder.write("a/b/c/d/e/cors.toml", "")).empty());
}

TEST_CASE("what cannot be read requires nothing") {
  const ScratchFolder folder;
  const auto path = folder.write("api/cors.toml", "");
  SECTION("a package that is no JSON") {
    folder.write("web/package.json", "scripts: dev");
  }
  SECTION("a package with other kinds of values") {
    folder.write("web/package.json", R"({"scripts": ["vite"], "dependencies": "vite"})");
  }
  SECTION("a package that is a folder") {
    folder.write("web/package.json/x", "");
  }
  SECTION("a configuration that is a folder") {
    folder.write("web/package.json", vite);
    folder.write("web/vite.config.ts/x", "");
  }
  SECTION("a configuration that is too large") {
    folder.write("web/package.json", vite);
    folder.write("web/vite.config.ts",
                 "export default {}" + std::string(largest_project_file, ' '));
  }
  SECTION("a configuration that the command names and that is not there") {
    folder.write("web/package.json", R"({"scripts": {"dev": "vite -c other.ts"}})");
  }
  SECTION("one that lies outside of the folder") {
    folder.write("vite.config.ts", "export default {}");
    folder.write("web/package.json", R"({"scripts": {"dev": "vite -c ../vite.config.ts"}})");
  }
  CHECK(origins_around({folder.path()}, path).empty());
}

TEST_CASE("a folder is read once in a run") {
  const ScratchFolder folder;
  folder.write("web/package.json", vite);
  const auto path = folder.write("api/cors.toml", "");
  Projects projects({folder.path()}, {});
  CHECK(origins_around(projects, path) == "http://localhost:5173 web/\n");
  folder.write("web/package.json", R"({"scripts": {"dev": "vite --port 1"}})");
  CHECK(origins_around(projects, path) == "http://localhost:5173 web/\n");
  // A second policy asks for the same server in another way.
  CHECK(origins_around(projects, folder.write("cors.toml", "")) == "http://localhost:5173 web/\n");
}

TEST_CASE("several threads may ask at once") {
  const ScratchFolder folder;
  folder.write("web/package.json", vite);
  std::vector<std::string> paths;
  for (int i = 0; i < 64; ++i)
    paths.push_back(folder.write("api/" + std::to_string(i % 8) + "/.env.production",
                                 "CORS_ORIGINS=https://app.acme.io\n"));
  Projects projects({folder.path()}, {});
  std::vector<std::size_t> counts(paths.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t first = 0; first < 8; ++first)
      threads.emplace_back([&, first] {
        for (auto i = first; i < paths.size(); i += 8)
          counts[i] = projects.around(paths[i], Format::env).surroundings.dev_origins.size();
      });
  }
  for (const auto count : counts) CHECK(count == 1);
}

TEST_CASE("an env file finds the variables of the files that are loaded with it") {
  struct Case {
    std::string_view file;
    std::string_view host;  ///< which file's HOST it finds; empty: none
  };
  const auto test = GENERATE(values<Case>({
      {".env.production", "local"},
      {".env.production.local", "production"},
      {".env.test", "base"},
      {".env.local", "base"},
      {".env", ""},
      {".env.example", ""},
      {".env.production.example", "example"},
      {"production.env", ""},
  }));
  CAPTURE(test.file);
  const ScratchFolder folder;
  folder.write(".env", "HOST=base\n");
  folder.write(".env.local", "HOST=local\n");
  folder.write(".env.production", "HOST=production\n");
  folder.write(".env.example", "HOST=example\n");
  folder.write(".env.staging", "HOST=staging\n");
  Projects projects({folder.path()}, {});
  const auto path = folder / test.file;
  if (!std::filesystem::exists(path)) folder.write(test.file, "A=b\n");
  const auto variables = projects.around(path, Format::env).base_variables;
  const auto found = variables.find("HOST");
  CHECK((found == variables.end() ? "" : found->second) == test.host);
}

}  // namespace corslint
