#pragma once

#include <cstddef>
#include <cstdint>
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

/// What a file says that reaches this bound.
std::string too_many_values();

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
  std::string comment;  ///< the comment lines directly above the key, without their marks; only env
                        ///< files keep them
};

/// One entry of a table, in the order of the file. A key that stands twice is there twice.
struct Member {
  std::string key;
  Span key_span;
  Value value;
};

/// A whole file as a tree of located values, whatever its format. `irregularities` holds what was
/// odd in the file itself: syntax errors (then `root` is empty) and duplicate
/// keys. Reading never fails.
struct Document {
  Format format = Format::toml;
  Value root = {};
  std::vector<Irregularity> irregularities = {};
};

/// The member of that exact name; none if there is none, the last one if there are several.
const Member* find_member(const Value& table, std::string_view key);

/// Whether the file could be read to its end.
bool is_readable(const Document& document);

/// The RFC 6901 JSON Pointer of the innermost value that covers `span`, through keys and indexes;
/// empty for the document. https://www.rfc-editor.org/rfc/rfc6901
std::string pointer_to(const Document& document, Span span);

}  // namespace corslint
