#include "lint/read/env_list_slots.h"

#include <algorithm>

namespace corslint {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The places of the separators of a list of patterns: commas outside of groups, classes and
/// quantifiers.
std::vector<std::size_t> separators_of_patterns(std::string_view text, Slot range) {
  std::vector<std::size_t> places;
  std::size_t depth = 0;
  for (auto at = range.begin; at < range.end; ++at) {
    const char c = text[at];
    if (c == '\\') {
      ++at;
    } else if (c == '(' || c == '[' || c == '{') {
      ++depth;
    } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
      --depth;
    } else if (c == ',' && depth == 0) {
      places.push_back(at);
    }
  }
  return places;
}

std::vector<Slot> words_in(const EnvListSource& source, Slot slot) {
  const std::string_view text = std::string_view(source.content.text).substr(0, slot.end);
  std::vector<Slot> words;
  auto at = slot.begin;
  while (at < slot.end) {
    const auto begin = at;
    while (at < slot.end && !is_space(text[at])) {
      const auto end = end_of_reference(text, at);
      at = end == at ? at + 1 : end;
    }
    if (at > begin) words.push_back({begin, at});
    while (at < slot.end && is_space(text[at])) ++at;
  }
  return words;
}

bool looks_like_origin(std::string_view word) {
  return word == "*" || word.find("://") != std::string_view::npos ||
         end_of_reference(word, 0) != 0;
}

/// Whether blanks separate the words of a slot: always where no item can hold one, for origins only
/// where two of the words are some.
bool are_items(const EnvListSource& source, const std::vector<Slot>& words) {
  if (words.size() < 2 || source.items == EnvItems::pattern || source.items == EnvItems::patterns)
    return false;
  if (source.items == EnvItems::names) return true;
  const std::string_view text = source.content.text;
  return std::count_if(words.begin(), words.end(), [&](Slot word) {
           return looks_like_origin(text.substr(word.begin, word.end - word.begin));
         }) > 1;
}

}  // namespace

Slot stripped_slot(std::string_view text, Slot slot) {
  while (slot.begin < slot.end && is_space(text[slot.begin])) ++slot.begin;
  while (slot.end > slot.begin && is_space(text[slot.end - 1])) --slot.end;
  return slot;
}

std::vector<std::size_t> separators_of(const EnvListSource& source, Slot range) {
  const std::string_view text = std::string_view(source.content.text).substr(0, range.end);
  if (source.items == EnvItems::pattern) return {};
  if (source.items == EnvItems::patterns) return separators_of_patterns(text, range);
  std::vector<std::size_t> places;
  for (auto at = range.begin; at < range.end; ++at) {
    const auto end = source.value.quoting == Quoting::env_single ? at : end_of_reference(text, at);
    if (end != at) {
      at = end - 1;
    } else if (text[at] == ',' || text[at] == ';') {
      places.push_back(at);
    }
  }
  return places;
}

std::vector<Slot> slots_between(Slot range, const std::vector<std::size_t>& separators) {
  std::vector<Slot> slots;
  auto begin = range.begin;
  for (const auto separator : separators) {
    slots.push_back({begin, separator});
    begin = separator + 1;
  }
  slots.push_back({begin, range.end});
  return slots;
}

std::vector<Slot> items_between_blanks(const EnvListSource& source, Slot slot) {
  auto words = words_in(source, slot);
  if (!are_items(source, words)) return {};
  return words;
}

}  // namespace corslint
