#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "lint/run/runner.h"

namespace corslint {

/// A line on standard error that says how far a run is, for as long as this lives. It comes up only
/// where standard error is a terminal and the run takes longer than half a second, and is gone when
/// this goes.
class ProgressLine {
 public:
  explicit ProgressLine(const RunProgress& progress);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ProgressLine(ProgressLine&&) = delete;
  ProgressLine& operator=(ProgressLine&&) = delete;

 private:
  void show();

  const RunProgress& progress_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool has_ended_ = false;
  std::thread thread_;
};

}  // namespace corslint
