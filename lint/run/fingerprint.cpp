#include "lint/run/fingerprint.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <utility>

namespace corslint {
namespace {

constexpr std::uint64_t low_half = 0xFFFFFFFFU;

/// An unsigned 128-bit number.
struct Wide {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
};

constexpr Wide offset_basis{0x6C62272E07BB0142U, 0x62B821756295C58DU};

/// The FNV prime is 2^88 + 0x13B.
Wide times_prime(Wide value) {
  constexpr std::uint64_t prime_end = 0x13B;
  const auto low_product = (value.low & low_half) * prime_end;
  const auto middle = (value.low >> 32U) * prime_end + (low_product >> 32U);
  return {value.high * prime_end + (middle >> 32U) + (value.low << 24U),
          (middle << 32U) | (low_product & low_half)};
}

std::string hexadecimal(Wide value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const auto half : {value.high, value.low}) {
    for (int shift = 60; shift >= 0; shift -= 4)
      text += digits[(half >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return text;
}

std::vector<std::string> reference_tokens(std::string_view pointer) {
  std::vector<std::string> tokens;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const auto end = std::min(pointer.find('/'), pointer.size());
    std::string token(pointer.substr(0, end));
    for (const auto& [escape, meaning] : {std::pair{"~1", "/"}, std::pair{"~0", "~"}}) {
      for (auto at = token.find(escape); at != std::string::npos; at = token.find(escape, at + 1))
        token.replace(at, 2, meaning);
    }
    tokens.push_back(std::move(token));
    pointer.remove_prefix(end);
  }
  return tokens;
}

/// A place in a document without the indexes on the way to it.
struct Place {
  std::string keys;
  const Value* value = nullptr;
  const Member* member = nullptr;  ///< the member that holds the value itself; none for an item
};

Place place_of(const Document& document, std::string_view pointer) {
  Place place;
  place.value = &document.root;
  for (const auto& token : reference_tokens(pointer)) {
    if (place.value->kind != ValueKind::table) {
      const auto index = static_cast<std::size_t>(std::strtoul(token.c_str(), nullptr, 10));
      // An index into a list that is written as one string ends at the string.
      if (index >= place.value->items.size()) break;
      place.value = &place.value->items[index];
      place.member = nullptr;
      continue;
    }
    place.member = find_member(*place.value, token);
    if (place.member == nullptr) break;
    place.keys += '\0' + token;
    place.value = &place.member->value;
  }
  return place;
}

/// The entry of the list that covers the span. Entries mostly stand in the order of the text.
const Text* entry_covering(const TextList& list, Span span) {
  const auto covers = [&](const Text& text) { return contains(text.span, span); };
  const auto& entries = list.entries;
  auto entry = std::ranges::lower_bound(entries, span.end, {},
                                        [](const Text& text) { return text.span.end; });
  if (entry == entries.end() || !covers(*entry)) entry = std::ranges::find_if(entries, covers);
  return entry == entries.end() ? nullptr : &*entry;
}

/// The entry of one of the policy's lists that covers the span.
const Text* entry_covering(const Policy& policy, Span span) {
  for (const TextList* list : {&policy.origins, &policy.origin_patterns, &policy.methods,
                               &policy.headers, &policy.exposed_headers}) {
    if (const auto* entry = entry_covering(*list, span)) return entry;
  }
  return nullptr;
}

/// The bytes with each run of blanks as one, so that indentation does not count.
std::string without_layout(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!is_blank) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

/// The whole lines that the span touches: of a file that does not parse, no more is known.
std::string_view lines_around(std::string_view text, Span span) {
  const auto begin = span.begin == 0 ? 0 : text.rfind('\n', span.begin - 1) + 1;
  const auto end = std::min(text.find('\n', span.end), text.size());
  return text.substr(std::min(begin, end), end - std::min(begin, end));
}

std::string subject_of(const Diagnostic& diagnostic, const Document& document,
                       std::string_view text, const Policy& policy, const Place& place) {
  const Span span = diagnostic.finding.span;
  if (!is_readable(document)) return without_layout(lines_around(text, span));
  if (const auto* entry = entry_covering(policy, span)) return entry->value;
  const bool is_key = place.member != nullptr && contains(place.member->key_span, span);
  if (is_key || span == policy.span || span == place.value->span) {
    const bool is_scalar =
        place.value->kind != ValueKind::table && place.value->kind != ValueKind::list;
    return is_scalar && !is_key ? place.value->text.value : diagnostic.finding.witness;
  }
  if (contains(place.value->text.span, span) && place.value->kind == ValueKind::string)
    return place.value->text.value;
  return without_layout(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

std::string fnv1a_128(std::string_view bytes) {
  Wide hash = offset_basis;
  for (const char byte : bytes) {
    hash.low ^= static_cast<unsigned char>(byte);
    hash = times_prime(hash);
  }
  return hexadecimal(hash);
}

std::string content_fingerprint(const Diagnostic& diagnostic, const Document& document,
                                std::string_view text, const Policy& policy) {
  const auto place = place_of(document, diagnostic.pointer);
  std::string content(diagnostic.rule->id);
  content += place.keys;
  content += '\n';
  content += subject_of(diagnostic, document, text, policy, place);
  return fnv1a_128(content);
}

std::vector<std::string> unique_fingerprints(const FileReport& report) {
  std::map<std::string_view, std::size_t> seen;
  std::vector<std::string> fingerprints;
  for (const auto& diagnostic : report.diagnostics) {
    auto content = report.file.path() + '\n' + diagnostic.fingerprint;
    const auto number = seen[diagnostic.fingerprint]++;
    if (number > 0) content += '\n' + std::to_string(number);
    fingerprints.push_back(fnv1a_128(content));
  }
  return fingerprints;
}

}  // namespace corslint
