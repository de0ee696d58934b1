#include "lint/read/env_list.h"

#include <algorithm>
#include <utility>

#include "lint/read/env_json_list.h"
#include "lint/read/env_list_source.h"

// A value is a JSON list if it starts with a bracket, and a list with separators otherwise. Both
// are read from the content as written; only then are the items expanded.

namespace corslint {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool holds_reference(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (end_of_reference(text, at) != at) return true;
  return false;
}

std::string_view oddity_of(const EnvListSource& source, const BracketList& list, bool is_nested) {
  const bool is_bare =
      std::any_of(list.items.begin(), list.items.end(), [&](const BracketItem& item) {
        return item.quote == '\0' && !holds_reference(source.written(item.begin, item.end));
      });
  if (list.is_broken) return "broken_json";
  if (list.has_quote('\'')) return "single_quoted_json";
  if (is_bare) return "unquoted_json";
  return is_nested ? "nested_quotes" : "";
}

/// The list as JSON; empty where an item is none that can be put into quotes as it stands.
std::string as_json(const EnvListSource& source, const BracketList& list) {
  std::string json = "[";
  for (const auto& item : list.items) {
    const auto text = std::string_view(source.content.text)
                          .substr(item.content_begin, item.content_end - item.content_begin);
    if (text.empty() || text.find_first_of("\"'`\\[]{} \t\r\n#") != std::string_view::npos)
      return {};
    if (json.size() > 1) json += ',';
    json += '"' + std::string(text) + '"';
  }
  return json + ']';
}

void correct(const EnvListSource& source, const BracketList& list, EnvList& result) {
  const auto json = as_json(source, list);
  result.place = source.value.content;
  if (result.oddity.empty() || json.empty()) return;
  // Double quotes would have to be escaped, which not every reader undoes.
  const bool in_double_quotes = source.value.quoting == Quoting::env_double;
  if (in_double_quotes) result.place = source.value.span;
  result.corrected = in_double_quotes ? '\'' + json + '\'' : json;
}

Text json_entry(const EnvListSource& source, const BracketItem& item) {
  Text text = source.entry(item.begin, item.end, item.content_begin, item.content_end);
  if (item.quote == '"') {
    text.value = json_unescaped(text.value);
    text.quoting =
        source.value.quoting == Quoting::env_double ? Quoting::env_double : Quoting::json;
  }
  return text;
}

/// `offset` is where the text of the list starts in the content.
EnvList read_json_list(const EnvListSource& source, BracketList list, std::size_t offset,
                       bool is_nested) {
  for (auto& item : list.items) {
    item.begin += offset;
    item.end += offset;
    item.content_begin += offset;
    item.content_end += offset;
  }
  EnvList result;
  result.form = ListForm::json_text;
  result.oddity = oddity_of(source, list, is_nested);
  correct(source, list, result);
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const auto& item = list.items[i];
    Text text = json_entry(source, item);
    const bool is_first_of_many = i == 0 && list.items.size() > 1;
    text.removal = source.content.span(i == 0 ? item.begin : list.items[i - 1].end,
                                       is_first_of_many ? list.items[1].begin : item.end);
    result.entries.push_back(std::move(text));
  }
  return result;
}

/// A variable that holds a JSON list as a whole gives its items, all at the variable's place.
void take_apart_expanded_json(EnvList& list) {
  if (list.entries.size() != 1) return;
  const Text whole = list.entries.front();
  if (whole.resolution != Resolution::expanded || !whole.value.starts_with('[')) return;
  const auto brackets = parsed_brackets(whole.value);
  if (brackets.is_broken) return;
  list.form = ListForm::json_text;
  list.entries.clear();
  for (const auto& item : brackets.items) {
    Text text = whole;
    text.value =
        json_unescaped(std::string_view(whole.value)
                           .substr(item.content_begin, item.content_end - item.content_begin));
    text.removal.reset();
    list.entries.push_back(std::move(text));
  }
}

bool is_pattern_kind(EnvItems items) {
  return items == EnvItems::patterns || items == EnvItems::pattern;
}

/// Whether quotes that belong to the value enclose the whole of it, as in `"'a,b'"` or
/// `"["a","b"]"`.
bool is_enclosed(std::string_view text) {
  if (text.size() < 2 || text.front() != text.back()) return false;
  if (text.front() != '"' && text.front() != '\'') return false;
  const auto inner = text.substr(1, text.size() - 2);
  return inner.find(text.front()) == std::string_view::npos ||
         (inner.starts_with('[') && inner.ends_with(']'));
}

}  // namespace

std::string_view EnvListSource::written(std::size_t begin, std::size_t end) const {
  const Span span = content.span(begin, end);
  return file_text.substr(span.begin, span.end - span.begin);
}

Text EnvListSource::entry(std::size_t begin, std::size_t end, std::size_t content_begin,
                          std::size_t content_end) const {
  auto expansion = expanded(written(content_begin, content_end), value.quoting, lookup);
  return {.value = std::move(expansion.value),
          .span = content.span(begin, end),
          .content = content.span(content_begin, content_end),
          .quoting = value.quoting,
          .resolution = expansion.resolution,
          .removal = {}};
}

EnvList read_env_list(std::string_view file_text, const Text& value, EnvItems items,
                      const VariableLookup& lookup) {
  const EnvListSource source{file_text, value, items, lookup, env_content(file_text, value)};
  const std::string_view text = source.content.text;
  std::size_t begin = 0;
  std::size_t end = text.size();
  while (begin < end && is_space(text[begin])) ++begin;
  while (end > begin && is_space(text[end - 1])) --end;
  const bool is_nested = is_enclosed(text.substr(begin, end - begin));
  if (is_nested) {
    ++begin;
    --end;
  }
  const auto inner = text.substr(begin, end - begin);
  if (inner.starts_with('[')) {
    auto brackets = parsed_brackets(inner);
    const bool is_plain = !brackets.is_broken && !brackets.has_quote('\0');
    if (is_plain || !is_pattern_kind(items))
      return read_json_list(source, std::move(brackets), begin, is_nested);
  }
  EnvList list = is_nested ? read_separated_list(source, begin, end, true)
                           : read_separated_list(source, 0, text.size(), false);
  take_apart_expanded_json(list);
  return list;
}

}  // namespace corslint
