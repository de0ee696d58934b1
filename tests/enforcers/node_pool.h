#pragma once

#include "tests/enforcers/pool.h"

namespace corslint::tests {

/// The usual pool with what counts on Node besides: one string instead of a list, credentials,
/// characters and numbers that its HTTP server refuses or writes differently.
Pool node_pool();

/// What the programs with RegExp objects and the option `optionsSuccessStatus` take in addition.
Pool regexp_pool();

}  // namespace corslint::tests
