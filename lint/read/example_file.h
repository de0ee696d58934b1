#pragma once

#include <string_view>

namespace corslint {

/// Whether a file's name says that it is to be copied and filled in: `.env.example`,
/// `cors.toml.dist`, `.env.example.production`.
bool is_example_file(std::string_view path);

}  // namespace corslint
