#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

struct Row {
  std::string phrase;
  std::string before;
  std::string after;
  std::string text;
  int status;
};

test::ProcessResult diff(const std::string& before, const std::string& after,
                         const std::vector<std::string>& options = {}) {
  const test::ScratchFolder folder;
  std::ofstream(folder.path() + "/old.toml") << before;
  std::ofstream(folder.path() + "/new.toml") << after;
  std::vector<std::string> arguments{"diff", "old.toml", "new.toml"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return test::run_corslint(arguments, {.working_directory = folder.path()});
}

}  // namespace

TEST_CASE("diff names who gained and who lost access, and fails where access was gained") {
  const std::vector<Row> rows{
      {"nothing changed, though it is written differently",
       "[cors]\norigins = [\"https://a.acme.io\"]\n",
       "[cors]\norigin_regex = 'https://a\\.acme\\.io'\n",
       "No difference in who gets access to what.\n", 0},
      {"an origin more", "[cors]\norigins = [\"https://a.acme.io\"]\n",
       "[cors]\norigins = [\"https://a.acme.io\", \"https://b.acme.io\"]\n",
       "cors: changed\n  + origins acme.io, such as https://b.acme.io\n", 1},
      {"an origin less", "[cors]\norigins = [\"https://a.acme.io\", \"https://b.acme.io\"]\n",
       "[cors]\norigins = [\"https://a.acme.io\"]\n",
       "cors: changed\n  - origins acme.io, such as https://b.acme.io\n", 0},
      {"credentials, a method and a header",
       "[cors]\norigins = [\"https://a.acme.io\"]\nmethods = [\"GET\"]\n",
       "[cors]\norigins = [\"https://a.acme.io\"]\nmethods = [\"PUT\"]\nheaders = "
       "[\"X-A\"]\ncredentials = true\n",
       "cors: changed\n  + credentials\n  + method PUT\n  - method GET\n  + header X-A\n", 1},
      {"case does not count in header names",
       "[cors]\norigins = [\"https://a.acme.io\"]\nheaders = [\"X-A\"]\n",
       "[cors]\norigins = [\"https://a.acme.io\"]\nheaders = [\"x-a\"]\n",
       "No difference in who gets access to what.\n", 0},
      {"a policy switched off", "[cors]\norigins = [\"https://a.acme.io\"]\n",
       "[cors]\nenabled = false\norigins = [\"https://a.acme.io\"]\n",
       "cors: changed\n  - origins acme.io, such as https://a.acme.io\n", 0},
      {"matched by name and environment",
       "[cors.production]\norigins = [\"https://a.acme.io\"]\n[cors.staging]\norigins = "
       "[\"https://s.acme.io\"]\n",
       "[cors.staging]\norigins = [\"https://s.acme.io\"]\n[cors.production]\norigins = "
       "[\"https://b.acme.io\"]\n",
       "cors (production): changed\n  + origins acme.io, such as https://b.acme.io\n"
       "  - origins acme.io, such as https://a.acme.io\n",
       1},
      {"a policy that is new", "[a.cors]\norigins = [\"https://a.acme.io\"]\n",
       "[a.cors]\norigins = [\"https://a.acme.io\"]\n[b.cors]\norigins = [\"https://b.acme.io\"]\n",
       "b.cors: added\n  + origins acme.io, such as https://b.acme.io\n", 1},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const auto result = diff(row.before, row.after);
    CHECK(result.standard_output == row.text);
    CHECK(result.status == row.status);
  }
}

TEST_CASE("diff as JSON says whether access was gained") {
  const auto result =
      diff("[cors]\norigins = [\"https://a.acme.io\"]\n",
           "[cors]\norigins = [\"https://a.acme.io\"]\norigin_regex = 'https://.*acme\\.io'\n",
           {"--format", "json"});
  const auto report = nlohmann::json::parse(result.standard_output);
  CHECK(result.status == 1);
  CHECK(report["gained"] == true);
  CHECK(report["policies"][0]["origins"]["gained"]["sites"]["finite"] == false);
}

TEST_CASE("diff refuses what it cannot read with status 2") {
  CHECK(diff("[cors\n", "[cors]\n").status == 2);
  CHECK(test::run_corslint({"diff", "absent.toml", "absent.toml"}).status == 2);
  CHECK(test::run_corslint({"diff", "absent.toml"}).status == 2);
}

}  // namespace corslint
