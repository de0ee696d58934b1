#include <algorithm>
#include <utility>

#include "lint/read/env_list_slots.h"
#include "lint/read/env_list_source.h"

// The content is cut at separators outside of variable references first, then parts that blanks
// keep apart are cut again. What is left between two cuts is a slot; the entry is the slot without
// blanks and without quotes of its own.

namespace corslint {
namespace {

/// What was seen on the way; the order of `oddity_of` decides which one is told.
struct Traits {
  bool has_separators = false;
  bool has_quotes = false;
  bool has_semicolons = false;
  bool has_spaces = false;
  bool has_inner_blanks = false;
  bool has_outer_blanks = false;
  bool ends_with_separator = false;
};

std::string_view oddity_of(const Traits& traits) {
  if (traits.has_quotes) return "nested_quotes";
  if (traits.has_semicolons) return "semicolons";
  if (traits.has_spaces) return "spaces";
  if (traits.has_inner_blanks) return "blank_after_comma";
  if (traits.has_outer_blanks) return "outer_blanks";
  return traits.ends_with_separator ? "empty_item" : "";
}

/// Cuts slots at blanks. The outer ends of a slot stay with its first and last word.
std::vector<Slot> split_at_blanks(const EnvListSource& source, const std::vector<Slot>& slots,
                                  Traits& traits) {
  std::vector<Slot> result;
  for (const auto& slot : slots) {
    auto words = items_between_blanks(source, slot);
    if (words.empty()) {
      result.push_back(slot);
      continue;
    }
    traits.has_spaces = true;
    words.front().begin = slot.begin;
    words.back().end = slot.end;
    result.insert(result.end(), words.begin(), words.end());
  }
  return result;
}

void note_blanks(std::string_view text, const std::vector<Slot>& slots, Traits& traits) {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Slot inner = stripped_slot(text, slots[i]);
    const bool is_empty = inner.begin == inner.end;
    const bool before = !is_empty && inner.begin != slots[i].begin;
    const bool behind = !is_empty && inner.end != slots[i].end;
    (i == 0 ? traits.has_outer_blanks : traits.has_inner_blanks) |= before;
    (i + 1 == slots.size() ? traits.has_outer_blanks : traits.has_inner_blanks) |= behind;
  }
}

/// The slot's entry, without its removal.
Text entry_in(const EnvListSource& source, Slot slot, Traits& traits) {
  const std::string_view text = source.content.text;
  const Slot token = stripped_slot(text, slot);
  const bool is_quoted = token.end - token.begin >= 2 && text[token.begin] == text[token.end - 1] &&
                         (text[token.begin] == '"' || text[token.begin] == '\'');
  if (!is_quoted) return source.entry(token.begin, token.end, token.begin, token.end);
  traits.has_quotes = true;
  Text entry = source.entry(token.begin, token.end, token.begin + 1, token.end - 1);
  entry.quoting = text[token.begin] == '"' ? Quoting::env_double : Quoting::env_single;
  return entry;
}

/// Adds the entry, or what the variable in it holds where that is a list itself.
void add_entry(EnvList& list, Text entry, EnvItems items) {
  const bool may_hold_list = items == EnvItems::origins || items == EnvItems::names;
  if (entry.resolution != Resolution::expanded || !may_hold_list || entry.value.starts_with('[') ||
      entry.value.find(',') == std::string::npos) {
    list.entries.push_back(std::move(entry));
    return;
  }
  const std::string_view value = entry.value;
  for (std::size_t begin = 0; begin <= value.size();) {
    const auto end = std::min(value.find(',', begin), value.size());
    const Slot part = stripped_slot(value, {begin, end});
    Text one = entry;
    one.value = std::string(value.substr(part.begin, part.end - part.begin));
    one.removal.reset();
    if (!one.value.empty()) list.entries.push_back(std::move(one));
    begin = end + 1;
  }
  list.form = ListForm::separated;
}

/// The items with plain commas; empty where one of them does not fit between two.
std::string with_commas(const EnvListSource& source, const std::vector<Text>& entries) {
  std::string result;
  for (const auto& entry : entries) {
    const auto written =
        source.file_text.substr(entry.content.begin, entry.content.end - entry.content.begin);
    if (written.empty()) continue;
    if (written.find_first_of("\"'`,; \t\r\n") != std::string_view::npos) return {};
    if (!result.empty()) result += ',';
    result += written;
  }
  return result;
}

Span removal_of(const EnvListSource& source, const std::vector<Slot>& slots, std::size_t i) {
  if (i > 0) return source.content.span(slots[i - 1].end, slots[i].end);
  if (slots.size() == 1) return source.content.span(slots[0].begin, slots[0].end);
  const Slot next = stripped_slot(source.content.text, slots[1]);
  return source.content.span(slots[0].begin, next.begin);
}

/// Cuts the range into the slots of its entries. A separator at the end makes no entry.
std::vector<Slot> slots_of(const EnvListSource& source, Slot range, Traits& traits) {
  const std::string_view text = source.content.text;
  const auto separators = separators_of(source, range);
  traits.has_separators = !separators.empty();
  traits.has_semicolons = std::any_of(separators.begin(), separators.end(),
                                      [&](std::size_t place) { return text[place] == ';'; });
  auto slots = slots_between(range, separators);
  const Slot last = stripped_slot(text, slots.back());
  if (slots.size() > 1 && last.begin == last.end) {
    traits.ends_with_separator = true;
    slots.pop_back();
  }
  note_blanks(text, slots, traits);
  return split_at_blanks(source, slots, traits);
}

}  // namespace

EnvList read_separated_list(const EnvListSource& source, std::size_t begin, std::size_t end,
                            bool is_nested) {
  const Slot range{begin, end};
  EnvList list;
  list.place = source.value.content;
  const Slot inner = stripped_slot(source.content.text, range);
  if (inner.begin == inner.end) return list;

  Traits traits;
  traits.has_quotes = is_nested;
  auto slots = slots_of(source, range, traits);
  const bool is_one = slots.size() == 1 && !traits.has_separators;
  list.form = is_one ? ListForm::single : ListForm::separated;
  std::vector<Text> written;
  written.reserve(slots.size());
  for (const auto& slot : slots) written.push_back(entry_in(source, slot, traits));
  // A separator at the end goes with the last entry.
  if (traits.ends_with_separator) slots.back().end = end;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    written[i].removal = removal_of(source, slots, i);
    add_entry(list, written[i], source.items);
  }
  list.oddity = oddity_of(traits);
  if (!list.oddity.empty()) list.corrected = with_commas(source, written);
  return list;
}

}  // namespace corslint
