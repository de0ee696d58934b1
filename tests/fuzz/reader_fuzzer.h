#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lint/read/reader.h"
#include "tests/fuzz/invariants.h"

namespace corslint::fuzz {

/// The fuzzer's bytes as text.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Reads a text as a file of that name, and its policies; returns the document.
inline Document read_soundly(std::string path, std::string_view text, Format format) {
  const SourceFile file(std::move(path), std::string(text));
  const Document document = read_document(file, format);
  require_sound_document(document, text);
  for (const Policy& policy : read_policies(file, document, {})) {
    for (const TextList* list : {&policy.origins, &policy.origin_patterns, &policy.methods,
                                 &policy.headers, &policy.exposed_headers}) {
      for (const Text& entry : list->entries)
        require(entry.span.begin <= entry.content.begin && entry.content.end <= entry.span.end &&
                    entry.span.end <= text.size(),
                "an entry has its place in the text");
    }
  }
  return document;
}

}  // namespace corslint::fuzz
