#pragma once

#include <cstddef>
#include <functional>

namespace corslint {

/// How many threads a run takes: as many as wanted, or as there are cores where 0 is; at least one
/// and at most 256.
std::size_t worker_count(std::size_t wanted);

/// Calls `work` with every number below `count`, each once, on that many threads; what it throws
/// comes out of here, once all of them have ended.
void for_each_index(std::size_t count, std::size_t threads,
                    const std::function<void(std::size_t)>& work);

}  // namespace corslint
