#include <catch2/catch.hpp>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using test::run_corslint;
using test::ScratchFolder;
namespace fs = std::filesystem;

/// What a run may take, with room for the sanitizers' own memory.
constexpr long memory_bound_kilobytes = 1024L * 1024;

}  // namespace

TEST_CASE("input that is no policy text gets a finding with its position") {
  struct Case {
    std::string what;
    std::string name;
    std::string content;
    std::string found;
  };
  const std::string deep_toml = "[cors]\nallow_origins = " + std::string(200000, '[');
  const std::vector<Case> cases{
      {"a truncated TOML file", "a.toml", "[cors]\nallow_origins = [\"https://a", "a.toml:2:"},
      {"a truncated JSON file", "a.json", R"({"cors": {"allow_origins": ["x")", "a.json:1:"},
      {"NUL bytes in TOML", "a.toml", std::string("[cors]\nallow_origins\0 = []\n", 27),
       "a.toml:2:"},
      {"NUL bytes in JSON", "a.json", std::string("{\"cors\":\n\0{}}", 13), "a.json:2:"},
      {"bytes that are no UTF-8 in TOML", "a.toml", "[cors]\nallow_origins = [\"\xFF\"]\n",
       "a.toml:2:"},
      {"bytes that are no UTF-8 in JSON", "a.json", "{\"cors\":\n{\"allow_origins\": [\"\xFF\"]}}",
       "a.json:2:"},
      {"NUL bytes in an env file", ".env", std::string("A=1\nB\0=\nCORS_ORIGINS=x", 21), ".env:2:"},
      {"bytes that are no UTF-8 in an env file", ".env", "A=1\nB=\xFF\nCORS_ORIGINS=x", ".env:2:"},
      {"200,000 open brackets in TOML", "a.toml", deep_toml, "a.toml:2:"},
      {"200,000 open brackets in JSON", "a.json", "{\"cors\":\n" + std::string(200000, '['),
       "a.json:2:"},
      {"200,000 open braces in JSON", "a.json", "{\"cors\":\n" + std::string(200000, '{'),
       "a.json:2:"},
  };
  for (const auto& [what, name, content, found] : cases) {
    INFO(what);
    const ScratchFolder folder;
    folder.write(name, content);
    const auto result = run_corslint({"-f", "concise", name}, {.working_directory = folder.path()});
    INFO(result.standard_output << result.standard_error);
    CHECK(result.status == 1);
    CHECK_THAT(result.standard_output,
               Catch::Contains("error[syntax-error]") && Catch::Contains(found));
    CHECK(result.standard_error.empty());
    CHECK(result.peak_kilobytes < memory_bound_kilobytes);
  }
}

TEST_CASE("odd lines of an env file do not hide the others") {
  const std::string after = "\nCORS_ALLOW_ORIGINS=null\n";
  for (const std::string& content :
       {"= = =" + after, "=" + after, std::string(200000, '[') + after,
        "A=" + std::string(200000, '{') + after, "A=" + std::string(200000, '$') + after}) {
    const ScratchFolder folder;
    folder.write(".env", content);
    const auto result = run_corslint({"-f", "concise", "."}, {.working_directory = folder.path()});
    INFO(result.standard_output.substr(0, 1000) << result.standard_error);
    CHECK(result.status == 1);
    CHECK_THAT(result.standard_output, Catch::Contains("null-origin"));
    CHECK(result.standard_error.empty());
  }
}

TEST_CASE("what cannot be read is refused with its reason") {
  const ScratchFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  folder.write("large.json", "");
  fs::resize_file(folder / "large.json", std::uintmax_t{100} * 1024 * 1024);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const auto socket_path = folder / "socket";
  std::memcpy(address.sun_path, socket_path.c_str(), socket_path.size() + 1);
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);

  struct Case {
    std::string path;
    std::string message;
  };
  const std::vector<Case> cases{
      {"pipe", "pipe: is a named pipe; use `-` to read standard input"},
      {"/dev/zero", "/dev/zero: is a device; use `-` to read standard input"},
      {"socket", "socket: is a socket"},
      {"large.json", "large.json: is larger than 64 MiB, the most that is read"},
      {"none", "none: no such file or directory"},
  };
  for (const auto& [path, message] : cases) {
    const auto result =
        run_corslint({path}, {.working_directory = folder.path(), .timeout_seconds = 20});
    CHECK(result.status == 2);
    CHECK(result.standard_error == "corslint: " + message + '\n');
    CHECK(result.peak_kilobytes < memory_bound_kilobytes);
  }
  ::close(socket);
}

TEST_CASE("a file that the user may not read is refused with the system's reason") {
  const ScratchFolder folder;
  const auto path = folder.write("cors.toml", "[cors]\n");
  fs::permissions(path, fs::perms::none);
  constexpr unsigned nobody = 65534;
  const auto result = run_corslint({path}, {.user = ::geteuid() == 0 ? nobody : 0});
  if (result.status == 127) return;  // The program itself lies where nobody else may go.
  CHECK(result.status == 2);
  CHECK(result.standard_error == "corslint: " + path + ": cannot be read: Permission denied\n");
}

TEST_CASE("a file of the largest size is linted within bounds") {
  const ScratchFolder folder;
  const std::string head = R"({"cors": {"allow_origins": ["null"]}, "rest": ")";
  folder.write("a.json", head + std::string(std::size_t{60} * 1024 * 1024, 'x') + "\"}");
  const auto result =
      run_corslint({"-f", "concise", "a.json"}, {.working_directory = folder.path()});
  CHECK(result.status == 1);
  CHECK_THAT(result.standard_output, Catch::StartsWith("a.json:1:"));
  CHECK(result.standard_output.size() < 2000);
  CHECK(result.peak_kilobytes < memory_bound_kilobytes);
}

TEST_CASE("names and values that hold control characters are spelled out") {
  const ScratchFolder folder;
  folder.write("\x1b[31m\n.toml", "[cors]\nallow_origins = [\"https://a\xE2\x80\xAE.com/\"]\n");
  const auto result = run_corslint({".", "\x1b]none"}, {.working_directory = folder.path()});
  CHECK(result.status == 2);
  CHECK_THAT(result.standard_output,
             Catch::Contains("--> \\u{1b}[31m\\u{a}.toml:2:") && Catch::Contains("\\u{202e}"));
  CHECK(result.standard_error == "corslint: \\u{1b}]none: no such file or directory\n");
  CHECK(result.standard_output.find('\x1b') == std::string::npos);
}

TEST_CASE("an unreadable folder is a problem and the rest is linted") {
  if (::geteuid() == 0) return;  // Nothing is unreadable to the superuser.
  const ScratchFolder folder;
  folder.write("a.toml", "[cors]\nallow_origins = [\"null\"]\n");
  folder.write("closed/b.toml", "");
  fs::permissions(folder / "closed", fs::perms::none);
  const auto result = run_corslint({folder.path()});
  fs::permissions(folder / "closed", fs::perms::all);
  CHECK(result.status == 2);
  CHECK_THAT(result.standard_error, Catch::Contains("closed: cannot be read: Permission denied"));
  CHECK_THAT(result.standard_output, Catch::Contains("null-origin"));
}

}  // namespace corslint
