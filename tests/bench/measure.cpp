// Runs a command several times and prints one line of JSON: the shortest and the median time that
// it took from start to end, the least time on processors, and the most memory that it held. Small
// and quick to start, so that what it adds to a measurement is the same little for every command; a
// child's peak memory begins at its parent's.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Sample {
  double elapsed = 0;    ///< milliseconds
  double processor = 0;  ///< milliseconds, of all threads
  long memory = 0;       ///< kibibytes
  int status = 0;
};

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

double now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

Sample run(char** command) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  Sample sample;
  const double begin = now();
  pid_t child = 0;
  if (posix_spawnp(&child, command[0], &actions, nullptr, command, environ) != 0) {
    std::perror(command[0]);
    std::exit(2);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  sample.elapsed = now() - begin;
  sample.processor = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
  sample.memory = usage.ru_maxrss;
  sample.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  posix_spawn_file_actions_destroy(&actions);
  return sample;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: corslint_measure TIMES COMMAND [ARGUMENT...]\n", stderr);
    return 2;
  }
  const int times = std::max(1, std::atoi(argv[1]));
  std::vector<Sample> samples;
  for (int i = 0; i < times; ++i) samples.push_back(run(argv + 2));
  std::ranges::sort(samples, {}, &Sample::elapsed);
  const auto processor = std::ranges::min(samples, {}, &Sample::processor).processor;
  const auto memory = std::ranges::max(samples, {}, &Sample::memory).memory;
  std::printf(
      "{\"elapsed\": %.4f, \"median\": %.4f, \"processor\": %.4f, \"memory\": %ld, "
      "\"status\": %d}\n",
      samples.front().elapsed, samples[samples.size() / 2].elapsed, processor, memory,
      samples.front().status);
}
