#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <random>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "tests/places.h"
#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

using Clock = std::chrono::steady_clock;
using test::content_of_file;
using test::ScratchFolder;

constexpr int file_count = 4;

std::string policy(std::string_view end) {
  std::string text = "[cors]\nallow_origins = [\n";
  for (int i = 0; i < 20; ++i)
    text += "  \"https://app" + std::to_string(i) + ".acme.io" + std::string(end) + "\",\n";
  return text + "]\nmax_age = 600\n";
}

pid_t started(const std::string& folder) {
  const std::array<std::string, 3> words{CORSLINT_EXECUTABLE, "--fix-only", folder};
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error =
      ::posix_spawn(&child, words[0].c_str(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  REQUIRE(error == 0);
  return child;
}

/// Runs a fix of the folder and sends the signal after a while; whether it ended the program.
bool was_killed(const std::string& folder, int signal, std::chrono::microseconds after) {
  const pid_t child = started(folder);
  std::this_thread::sleep_for(after);
  ::kill(child, signal);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status);
}

std::chrono::microseconds usual_duration(const std::string& folder) {
  const auto begin = Clock::now();
  (void)was_killed(folder, 0, std::chrono::microseconds(0));
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
}

/// How many of the files are new; -1 where one is neither the old nor the new one.
int new_files(const ScratchFolder& folder, const std::string& before, const std::string& after) {
  int count = 0;
  for (int i = 0; i < file_count; ++i) {
    const auto text = content_of_file(folder / (std::to_string(i) + ".toml"));
    if (text != before && text != after) return -1;
    count += text == after ? 1 : 0;
  }
  return count;
}

/// What is in the folder beside the policies: the temporary files of runs that were cut off.
std::vector<fs::path> others_in(const ScratchFolder& folder) {
  std::vector<fs::path> others;
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    if (entry.path().extension() != ".toml") others.push_back(entry.path());
  }
  return others;
}

/// Whether a later run looks at the policies and at nothing else.
bool are_only_policies_linted(const ScratchFolder& folder) {
  const auto result = test::run_corslint({"--format", "json", folder.path()});
  return result.standard_output.find("\"files\": " + std::to_string(file_count)) !=
         std::string::npos;
}

int kill_count() {
  const char* const wanted = std::getenv("CORSLINT_KILLS");
  return wanted == nullptr ? 200 : std::atoi(wanted);
}

}  // namespace

TEST_CASE("a fix that is killed at any moment leaves the old or the new file") {
  const ScratchFolder folder;
  const auto before = policy("/");
  const auto after = policy("");
  const auto write_old = [&] {
    for (int i = 0; i < file_count; ++i) folder.write(std::to_string(i) + ".toml", before);
  };
  write_old();
  auto longest = usual_duration(folder.path());
  std::mt19937 random(7);
  int interrupted = 0;
  int halfway = 0;
  int leftovers = 0;
  const std::array signals{SIGINT, SIGTERM, SIGKILL, SIGHUP};
  for (int i = 0; i < kill_count(); ++i) {
    write_old();
    const int signal = signals[static_cast<std::size_t>(i) % signals.size()];
    std::uniform_int_distribution<long> moment(0, longest.count() * 5 / 4);
    const bool killed =
        was_killed(folder.path(), signal, std::chrono::microseconds(moment(random)));
    interrupted += killed ? 1 : 0;
    const int fresh = new_files(folder, before, after);
    INFO("signal " << signal);
    REQUIRE(fresh >= 0);
    halfway += fresh > 0 && fresh < file_count ? 1 : 0;
    const auto others = others_in(folder);
    leftovers += static_cast<int>(others.size());
    REQUIRE((others.empty() || signal == SIGKILL));
    if (!others.empty()) REQUIRE(are_only_policies_linted(folder));
    for (const auto& path : others) fs::remove(path);
  }
  // The moments are spread over the whole run.
  CHECK(interrupted > 0);
  WARN(interrupted << " of " << kill_count() << " runs were cut off, " << halfway
                   << " between two files; " << leftovers
                   << " temporary files were left, all by SIGKILL");
}

}  // namespace corslint
