// An entry is sorted by what it looks like, from the unmistakable to the rest: an origin just as a
// browser sends it, which most are, blanks, `*`, `null`, variables, several origins in one, a
// pattern between slashes, a pattern, a glob, any other origin. Patterns and globs share the `*`;
// what tells a pattern is syntax that no host may hold (`^`, `$`, `\`, groups, classes) or a `.*`
// that does not follow a label, as in `https://.*`.

#include "rules/checks/origins/entry.h"

#include <algorithm>
#include <array>

#include "rules/origin/plain_origin.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool encloses(std::string_view text, std::string_view open, std::string_view close) {
  const auto begin = text.find(open);
  return begin != std::string_view::npos &&
         text.find(close, begin + open.size()) != std::string_view::npos;
}

/// Whether what is not known may begin with this character.
bool opens_gap(char c) {
  return c == '$' || c == '{' || c == '<' || c == '%';
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// `%NAME%`, which is no percent-encoded byte.
bool has_percent_variable(std::string_view text) {
  const auto begin = text.find('%');
  if (begin == std::string_view::npos) return false;
  const auto end = text.find('%', begin + 1);
  return end != std::string_view::npos && end > begin + 3 &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                     text.begin() + static_cast<std::ptrdiff_t>(end), is_name_character);
}

/// `.*` or `.+` where neither a label nor another `*` ends before the dot.
bool has_any_run(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] != '.') continue;
    if (text[at + 1] == '+') return true;
    const bool is_label_end = at > 0 && (is_name_character(text[at - 1]) || text[at - 1] == '*');
    if (text[at + 1] == '*' && !is_label_end) return true;
  }
  return false;
}

bool has_class(std::string_view text) {
  const auto open = text.find('[');
  if (open == std::string_view::npos) return false;
  const auto body = text.substr(open + 1);
  const bool is_address = body.find(':') < body.find(']') && body.find('-') > body.find(']');
  return !is_address && body.find(']') != std::string_view::npos;
}

bool looks_like_pattern(std::string_view text) {
  static constexpr std::array<std::string_view, 6> signs{"\\.", "\\d", "\\w", "(?", "s?:", "\\/"};
  if (text.starts_with('^') || text.ends_with('$')) return true;
  if (std::any_of(signs.begin(), signs.end(),
                  [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; }))
    return true;
  return encloses(text, "(", ")") || has_any_run(text) || has_class(text);
}

bool is_delimited(std::string_view text) {
  if (text.size() < 3 || text.front() != '/' || text[1] == '/') return false;
  const auto end = text.rfind('/');
  return end > 1 && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(end) + 1, text.end(),
                                [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The text of a glob with something that may stand at each `*`: a digit in the place of a port,
/// else a letter.
std::string stand_in(std::string_view glob) {
  std::string text(glob);
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '*') text[at] = at > 0 && text[at - 1] == ':' ? '1' : 'a';
  return text;
}

EntryKind glob_kind(const EntryMeaning& meaning) {
  if (meaning.kind == EntryMeaning::Kind::pattern) return EntryKind::misread_glob;
  return meaning.kind == EntryMeaning::Kind::glob ? EntryKind::glob : EntryKind::literal_glob;
}

EntryKind pattern_kind(const EntryMeaning& meaning, EntryKind otherwise) {
  return meaning.kind == EntryMeaning::Kind::pattern ? EntryKind::enforced_pattern : otherwise;
}

/// Words without any part of an address. A name in lower case without a dot may be a container's.
bool is_prose(std::string_view text) {
  static constexpr std::array<std::string_view, 12> words{
      "all",  "any",  "none", "everyone", "everything", "nobody",
      "self", "same", "true", "false",    "default",    "disabled"};
  const auto lowered = ascii_lowered(text);
  if (std::find(words.begin(), words.end(), lowered) != words.end()) return true;
  if (text.find_first_of(".:/") != std::string_view::npos) return false;
  if (equal_ignoring_case(text, "localhost")) return false;
  return !std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

EntryKind kind_of_parsed(const ParsedOrigin& parsed, std::string_view text) {
  if (parsed.note_of(OriginProblem::several_origins) != nullptr) return EntryKind::joined;
  if (parsed.note_of(OriginProblem::empty) != nullptr) return EntryKind::empty;
  if (parsed.note_of(OriginProblem::missing_scheme) != nullptr && is_prose(text))
    return EntryKind::prose;
  const bool opaque = parsed.origin && parsed.origin->is_opaque();
  if (opaque && parsed.note_of(OriginProblem::opaque_scheme) == nullptr) return EntryKind::null;
  return EntryKind::origin;
}

}  // namespace

const Origin* Entry::origin() const {
  const bool has_origin = kind == EntryKind::origin && parsed.origin && !parsed.origin->is_opaque();
  return has_origin ? &*parsed.origin : nullptr;
}

bool is_unresolved(const Text& text) {
  if (text.resolution == Resolution::unresolved) return true;
  const std::string_view value = text.value;
  if (std::none_of(value.begin(), value.end(), opens_gap)) return false;
  if (encloses(value, "${", "}") || encloses(value, "{{", "}}") || encloses(value, "$(", ")"))
    return true;
  // A pattern has groups in angle brackets and percent signs of its own.
  return !looks_like_pattern(value) && (encloses(value, "<", ">") || has_percent_variable(value));
}

bool Entry::is_forgiven() const {
  if (meaning.kind != EntryMeaning::Kind::origin) return false;
  const Origin* const meant = origin();
  if (meant == nullptr || parsed.is_canonical()) return false;
  PatternMatchers none;
  return admits(meaning, meant->serialize(), none);
}

Entry entry_of(const Text& text, const Policy& policy, const Enforcer& enforcer) {
  const bool may_be_plain = text.resolution != Resolution::unresolved;
  if (auto plain = may_be_plain ? plain_origin(text.value) : std::nullopt)
    return {.text = &text,
            .kind = EntryKind::origin,
            .parsed = {std::move(plain), {}},
            .meaning = meaning_of_origin_entry(text.value, policy, enforcer)};
  const std::string_view value = stripped(text.value);
  if (is_unresolved(text)) return {.text = &text, .kind = EntryKind::unresolved};
  auto meaning = meaning_of_origin_entry(text.value, policy, enforcer);
  const auto entry = [&](EntryKind kind, ParsedOrigin parsed = {}) {
    return Entry{&text, kind, std::move(parsed), std::move(meaning)};
  };
  if (value == "*") return entry(EntryKind::wildcard);
  if (is_delimited(value)) return entry(pattern_kind(meaning, EntryKind::delimited_pattern));
  ParsedOrigin parsed = Origin::parse(text.value);
  const EntryKind kind = kind_of_parsed(parsed, value);
  if (kind == EntryKind::joined) {
    // Where the entry is a pattern, `|` is its own and parts alternatives.
    const bool is_alternation =
        meaning.kind == EntryMeaning::Kind::pattern && value.find('|') != std::string_view::npos;
    return entry(is_alternation ? EntryKind::enforced_pattern : kind, std::move(parsed));
  }
  if (looks_like_pattern(value)) return entry(pattern_kind(meaning, EntryKind::pattern));
  if (value.find('*') != std::string_view::npos)
    return entry(glob_kind(meaning), Origin::parse(stand_in(text.value)));
  return entry(kind, std::move(parsed));
}

PolicyEntries entries_of(const Policy& policy, const Enforcer& enforcer) {
  PolicyEntries entries;
  entries.origins.reserve(policy.origins.entries.size());
  for (const Text& text : policy.origins.entries)
    entries.origins.push_back(entry_of(text, policy, enforcer));
  return entries;
}

bool is_compared(const Entry& entry) {
  return entry.kind == EntryKind::origin || entry.kind == EntryKind::glob;
}

}  // namespace corslint
