#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/policy.h"

namespace corslint {

struct Member;

/// What a located value is. Dates and the like are `other`: no policy holds them.
enum class ValueKind { null, boolean, integer, number, string, list, table, other };

/// The deepest nesting that is read. Real configurations stay below 30; the bound keeps every later
/// walk off the stack's end.
inline constexpr std::uint32_t deepest_nesting = 256;

/// The most values that one file may hold. A value takes far more memory than the bytes that write
/// it, so the bound on a file's size alone does not bound the memory of a run.
inline constexpr std::size_t most_values = 2'000'000;

/// The most variables of one env file. The kernel hands a program at most 6 MB of arguments and
/// environment (three quarters of its largest stack), so nothing ever reads more than this.
/// https://man7.org/linux/man-pages/man2/execve.2.html
inline constexpr std::size_t most_variables = 200'000;

/// The most strings of one list that are judged. Each may be a finding, which takes some hundred
/// bytes of memory, and no enforcer compares an origin with so many entries.
inline constexpr std::size_t most_entries = 100'000;

/// The most strings in the lists of all policies of one file together. Overlays inherit whole
/// lists, so that a small file can stand for any number of them.
inline constexpr std::size_t most_entries_in_all = 500'000;

/// The most policies of one file. Each is compared with those before it.
inline constexpr std::size_t most_policies = 10'000;

/// What is noted of a file that has more than `bound` of `what` at `span`.
Irregularity bound_reached(Span span, std::size_t bound, std::string_view what);

/// One value of a document with its place. `span` covers the whole value with its quotes or
/// brackets (for a TOML table its header, as `[a.b]`); `text` holds the decoded text of a string,
/// quoting and content included, and the written form of any other scalar. Only the member that
/// `kind` names is filled.
struct Value {
  ValueKind kind = ValueKind::null;
  Span span;
  bool boolean = false;
  std::int64_t integer = 0;
  Text text;
  std::vector<Value> items;
  std::vector<Member> members;
};

/// One entry of a table, in the order of the file. A key that stands twice is there twice.
struct Member {
  std::string key;
  Span key_span;
  Value value;
};

/// A whole file as a tree of located values, whatever its format. `irregularities` holds what was
/// odd in the file itself: syntax errors (then `root` is empty) and duplicate keys. `comments`
/// holds the comment lines directly above a key, without their marks, by where the key begins; only
/// env files keep them. Reading never fails.
struct Document {
  Format format = Format::toml;
  Value root = {};
  std::vector<Irregularity> irregularities = {};
  std::map<std::uint32_t, std::string> comments = {};
};

/// The member of that exact name; none if there is none, the last one if there are several.
const Member* find_member(const Value& table, std::string_view key);

/// Whether the file could be read to its end.
bool is_readable(const Document& document);

/// The RFC 6901 JSON Pointer of the innermost value that covers `span`, through keys and indexes;
/// empty for the document. https://www.rfc-editor.org/rfc/rfc6901
std::string pointer_to(const Document& document, Span span);

}  // namespace corslint
