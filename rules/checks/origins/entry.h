#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/origin/origin.h"
#include "rules/policy/policy.h"

namespace corslint {

/// What an entry of the list of origins is meant to be, which decides which rules judge it.
enum class EntryKind {
  origin,             ///< one origin; `parsed` tells what is wrong with it
  wildcard,           ///< `*`, alone in its entry
  null,               ///< `null`, in any case
  empty,              ///< nothing, or nothing but blanks
  unresolved,         ///< holds a variable or a gap to fill in: its value is not known
  joined,             ///< several origins in one text
  glob,               ///< a `*` inside, which the enforcer reads
  literal_glob,       ///< a `*` inside, which the enforcer compares as it stands
  pattern,            ///< a regular expression, which the enforcer compares as it stands
  enforced_pattern,   ///< a regular expression, which the enforcer reads as one
  misread_glob,       ///< a `*` inside, which the enforcer reads as part of a regular expression
  delimited_pattern,  ///< `/.../`
  prose,              ///< words: `same-as-ALLOWED_ORIGINS`, `all`
};

/// One entry of the list of origins. `text` points into the policy. `parsed` is filled for an
/// origin, and for a glob with a letter or digit in the place of each `*`, so that the notes stand
/// at the same places of the text.
struct Entry {
  const Text* text = nullptr;
  EntryKind kind = EntryKind::origin;
  ParsedOrigin parsed = {};
  EntryMeaning meaning = {};

  std::string_view value() const { return text->value; }

  /// The origin as a browser sends it; null where the entry stands for none, and for globs.
  const Origin* origin() const;

  /// Whether the enforcer admits the origin that is meant although the entry is not spelled like
  /// it: it drops a slash, a default port, or does not count letter case.
  bool is_forgiven() const;
};

/// What one text of the policy's list of origins is under an enforcer.
Entry entry_of(const Text& text, const Policy& policy, const Enforcer& enforcer);

/// A policy's list of origins, each entry taken for what it is: done once for all rules. The
/// entries point into the policy.
struct PolicyEntries {
  std::vector<Entry> origins;
};

/// Every entry of the policy's list of origins, in order.
PolicyEntries entries_of(const Policy& policy, const Enforcer& enforcer);

/// Whether the text holds a variable, a template expression, or a gap in angle brackets.
bool is_unresolved(const Text& text);

/// Whether the entry is compared with origins one by one, so that how exactly it is written
/// decides: an origin, or a glob that the enforcer reads.
bool is_compared(const Entry& entry);

}  // namespace corslint
