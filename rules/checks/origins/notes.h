#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/checks/origins/entry.h"
#include "rules/rule.h"

namespace corslint {

/// An entry that is compared with origins, and one thing that keeps it from being one.
struct NotedEntry {
  Entry entry;
  OriginNote note;

  /// The place of the note in the file.
  Span place() const { return part_of(*entry.text, note.offset, note.length); }

  /// What a browser sends where this entry is meant; the entry itself where that is not known.
  std::string sent() const;
};

/// The compared entries of a policy with one of these problems which the enforcer does not forgive,
/// once for each entry: its first such note.
std::vector<NotedEntry> noted_entries(const Context& context,
                                      std::initializer_list<OriginProblem> problems);

/// Whether the entry has the problem.
bool has_problem(const Entry& entry, OriginProblem problem);

/// A fix that replaces `length` bytes of the entry from `offset` on; none where the entry is not
/// written as it reads or cannot be written so.
std::vector<Fix> part_replaced(const Text& text, std::size_t offset, std::size_t length,
                               std::string_view replacement, Safety safety);

/// A fix that writes the entry anew.
std::vector<Fix> rewritten(const Text& text, std::string_view value, Safety safety);

/// A fix that takes the entry out of its list; none where that cannot be done.
std::vector<Fix> removed(const Text& text, Safety safety);

}  // namespace corslint
