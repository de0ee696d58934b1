#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace corslint {

/// Results that all threads of a run share, by the text that they depend on and nothing else. What
/// comes out is the same for any number of threads, since equal keys have equal results.
template <typename Result>
class ConcurrentCache {
 public:
  /// The most results that are kept. A repository has some hundred different patterns; the bound
  /// keeps one with a different pattern in each of a million files in a fixed amount of memory.
  static constexpr std::size_t most_results = 4096;

  /// The result of `key`: a known one, or what `make` gives, which is kept. Two threads may make
  /// the same at once; whoever comes first is kept.
  template <typename Make>
  std::shared_ptr<const Result> of(const std::string& key, const Make& make) {
    {
      const std::lock_guard lock(mutex_);
      const auto found = results_.find(key);
      if (found != results_.end()) return found->second;
    }
    auto made = std::make_shared<const Result>(make());
    const std::lock_guard lock(mutex_);
    if (results_.size() >= most_results) results_.clear();
    return results_.try_emplace(key, std::move(made)).first->second;
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Result>> results_;
};

}  // namespace corslint
