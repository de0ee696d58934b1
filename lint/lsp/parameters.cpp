#include "lint/lsp/parameters.h"

#include <utility>

namespace corslint::lsp {

std::optional<TextPosition> position_in(const Json& value) {
  const auto line = count_of(member_of(value, "line"));
  const auto character = count_of(member_of(value, "character"));
  if (!line || !character) return std::nullopt;
  return TextPosition{*line, *character};
}

std::optional<TextChange::Range> range_in(const Json& value) {
  const auto start = position_in(member_of(value, "start"));
  const auto end = position_in(member_of(value, "end"));
  if (!start || !end) return std::nullopt;
  return TextChange::Range{*start, *end};
}

std::optional<std::string> document_uri_in(const Json& params) {
  return text_of(member_of(params, {"textDocument", "uri"}));
}

std::optional<OpenDocument> opened_document_in(const Json& params) {
  const Json& document = member_of(params, "textDocument");
  auto uri = text_of(member_of(document, "uri"));
  auto text = text_of(member_of(document, "text"));
  if (!uri || !text) return std::nullopt;
  return OpenDocument{.uri = *std::move(uri),
                      .path = {},
                      .language = text_of(member_of(document, "languageId")).value_or(""),
                      .version = integer_of(member_of(document, "version")).value_or(0),
                      .text = *std::move(text)};
}

std::optional<std::vector<TextChange>> changes_in(const Json& params) {
  const Json& list = member_of(params, "contentChanges");
  if (!list.is_array()) return std::nullopt;
  std::vector<TextChange> changes;
  for (const auto& entry : list) {
    auto text = text_of(member_of(entry, "text"));
    const auto range = range_in(member_of(entry, "range"));
    if (!text || (!range && !member_of(entry, "range").is_null())) return std::nullopt;
    changes.push_back({range, *std::move(text)});
  }
  return changes;
}

}  // namespace corslint::lsp
