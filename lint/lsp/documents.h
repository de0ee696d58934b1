#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lsp/positions.h"

namespace corslint::lsp {

/// One document that the editor has open, with its text as the editor has it. `path` is empty where
/// the document is no file.
struct OpenDocument {
  std::string uri;
  std::string path;
  std::string language;
  std::int64_t version = 0;
  std::string text;
};

/// One change of a text: the part between two places, or without them the whole, is replaced.
struct TextChange {
  struct Range {
    TextPosition start;
    TextPosition end;
  };

  std::optional<Range> range = {};
  std::string text;
};

/// The text after these changes, each of which speaks of what the one before it left. Total: places
/// outside of the text mean its nearest place, and an end before its start the start. Nothing where
/// the text would become larger than `largest_file`.
std::optional<std::string> changed_text(std::string text, const std::vector<TextChange>& changes,
                                        PositionEncoding encoding);

/// The documents that are open, by their URIs as the editor spells them.
using OpenDocuments = std::map<std::string, OpenDocument, std::less<>>;

}  // namespace corslint::lsp
