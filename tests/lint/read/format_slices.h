#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/read/reader.h"

namespace corslint {

/// The bytes of `file` in `span`.
inline std::string slice(const SourceFile& file, Span span) {
  return std::string(file.text().substr(span.begin, span.end - span.begin));
}

/// Every key and every value below `value` as it is written, in the order of the tree.
inline void collect_slices(const SourceFile& file, const Value& value,
                           std::vector<std::string>& slices) {
  slices.push_back(slice(file, value.span));
  for (const auto& item : value.items) collect_slices(file, item, slices);
  for (const auto& member : value.members) {
    slices.push_back(slice(file, member.key_span));
    collect_slices(file, member.value, slices);
  }
}

/// The same without the root.
inline std::vector<std::string> slices_of(const SourceFile& file, const Document& document) {
  std::vector<std::string> slices;
  collect_slices(file, document.root, slices);
  slices.erase(slices.begin());
  return slices;
}

/// The value at a path of member names and indexes, from the root; it must be there.
inline const Value& value_at(const Document& document, const std::vector<std::string>& path) {
  const Value* value = &document.root;
  for (const auto& step : path)
    value = value->kind == ValueKind::list ? &value->items.at(std::stoul(step))
                                           : &find_member(*value, step)->value;
  return *value;
}

}  // namespace corslint
