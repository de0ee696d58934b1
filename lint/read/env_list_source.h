#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lint/read/env_content.h"
#include "lint/read/env_list.h"

namespace corslint {

/// A value that is being taken apart; offsets count in `content.text`.
struct EnvListSource {
  std::string_view file_text;
  const Text& value;
  EnvItems items;
  const VariableLookup& lookup;
  EnvContent content;

  /// What is written between two offsets.
  std::string_view written(std::size_t begin, std::size_t end) const;

  /// The entry whose token with its own quotes, if it has any, is `[begin, end)`; expanded.
  Text entry(std::size_t begin, std::size_t end, std::size_t content_begin,
             std::size_t content_end) const;
};

/// The entries of a list whose items stand between separators from `begin` to `end`.
/// `is_nested` says that quotes around the whole of it have been left out.
EnvList read_separated_list(const EnvListSource& source, std::size_t begin, std::size_t end,
                            bool is_nested);

}  // namespace corslint
