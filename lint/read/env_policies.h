#pragma once

#include <vector>

#include "lint/read/reader.h"

namespace corslint {

/// The policies of an env file, in the order of the file. Its variables are recognised by name
/// (see `env_role`) or by `options.env_names`; those of one prefix make one policy, which has the
/// name of the variable that holds its origins. A variable for the front end's address
/// (`FRONTEND_URL`) counts only where the comment above it says CORS. Example files with an empty
/// value have a blank to fill in and no policy there. `environment` and `dialect` are what the
/// names tell; the options' own are the caller's to apply.
std::vector<Policy> read_env_policies(const SourceFile& file, const Document& document,
                                      const ReadOptions& options);

}  // namespace corslint
