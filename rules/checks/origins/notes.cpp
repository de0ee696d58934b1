#include "rules/checks/origins/notes.h"

#include <algorithm>

#include "rules/checks/wording.h"

namespace corslint {

std::string NotedEntry::sent() const {
  return entry.parsed.origin ? entry.parsed.origin->serialize() : std::string(entry.value());
}

std::vector<NotedEntry> noted_entries(const Context& context,
                                      std::initializer_list<OriginProblem> problems) {
  std::vector<NotedEntry> found;
  for (const Entry& entry : context.entries.origins) {
    if (!is_compared(entry) || entry.is_forgiven()) continue;
    const auto& notes = entry.parsed.notes;
    const auto note = std::find_if(notes.begin(), notes.end(), [&](const OriginNote& candidate) {
      return std::find(problems.begin(), problems.end(), candidate.problem) != problems.end();
    });
    if (note == notes.end()) continue;
    found.push_back({entry, *note});
  }
  return found;
}

bool has_problem(const Entry& entry, OriginProblem problem) {
  return entry.parsed.note_of(problem) != nullptr;
}

std::vector<Fix> part_replaced(const Text& text, std::size_t offset, std::size_t length,
                               std::string_view replacement, Safety safety) {
  std::string value = text.value;
  if (offset + length > value.size()) return {};
  value.replace(offset, length, replacement);
  if (!is_verbatim(text)) return rewritten(text, value, safety);
  const auto written = spelled(replacement, text.quoting);
  if (!written) return {};
  return {{.title = "Write " + in_backticks(value),
           .safety = safety,
           .edits = {{part_of(text, offset, length), *written}}}};
}

std::vector<Fix> rewritten(const Text& text, std::string_view value, Safety safety) {
  if (text.resolution != Resolution::literal) return {};
  const auto written = spelled(value, text.quoting);
  if (!written) return {};
  return {{.title = "Write " + in_backticks(value),
           .safety = safety,
           .edits = {{text.content, *written}}}};
}

std::vector<Fix> removed(const Text& text, Safety safety) {
  if (text.resolution != Resolution::literal || !text.removal) return {};
  const bool is_blank = text.value.find_first_not_of(" \t\r\n") == std::string::npos;
  return {{.title = is_blank ? "Remove the empty entry" : "Remove " + in_backticks(text.value),
           .safety = safety,
           .edits = {{*text.removal, ""}}}};
}

}  // namespace corslint
