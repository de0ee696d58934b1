#include "rules/origin/blanks.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "rules/origin/ascii.h"
#include "rules/origin/utf8.h"

namespace corslint {
namespace {

bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

bool is_separator(char32_t c) {
  return c == ',' || c == ';' || c == '|';
}

bool is_tab_or_line_break(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r';
}

std::optional<OriginProblem> problem_at_edge(char32_t c) {
  if (is_blank(c)) return OriginProblem::whitespace;
  if (is_invisible(c)) return OriginProblem::invisible_character;
  if (is_separator(c)) return OriginProblem::stray_separator;
  return std::nullopt;
}

bool stands_between_non_ascii(std::string_view text, std::size_t offset, std::size_t length) {
  return offset > 0 && offset + length < text.size() && !is_ascii(text[offset - 1]) &&
         !is_ascii(text[offset + length]);
}

std::optional<OriginProblem> problem_inside(std::string_view text, std::size_t offset,
                                            DecodedCodePoint here) {
  if (is_tab_or_line_break(here.value)) return OriginProblem::whitespace;
  if (!is_invisible(here.value)) return std::nullopt;
  if (is_joiner(here.value) && stands_between_non_ascii(text, offset, here.length)) {
    return std::nullopt;
  }
  return OriginProblem::invisible_character;
}

/// The bytes from the first to the last character that would not be dropped at an edge.
struct Core {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Core core_of(std::string_view text) {
  Core core{text.size(), text.size()};
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint here = decode_utf8(text, i);
    if (!problem_at_edge(here.value)) {
      if (core.begin == text.size()) core.begin = i;
      core.end = i + here.length;
    }
    i += here.length;
  }
  return core;
}

void note(std::vector<OriginNote>& notes, OriginProblem problem, std::size_t offset,
          std::size_t length) {
  if (!notes.empty() && notes.back().problem == problem &&
      notes.back().offset + notes.back().length == offset) {
    notes.back().length += length;
  } else {
    notes.push_back({problem, offset, length});
  }
}

/// Whether there is nothing but visible ASCII, and no separator at either end: most origins.
bool is_clean(std::string_view text) {
  const auto is_visible = [](char c) { return c > ' ' && c <= '~'; };
  const auto separates = [](char c) { return is_separator(static_cast<unsigned char>(c)); };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_visible) &&
         !separates(text.front()) && !separates(text.back());
}

CleanedText kept_as_it_is(std::string_view text) {
  CleanedText cleaned{.text = std::string(text), .places = {}, .notes = {}};
  cleaned.places.resize(text.size() + 1);
  std::iota(cleaned.places.begin(), cleaned.places.end(), std::size_t{0});
  return cleaned;
}

}  // namespace

bool is_blank(char32_t c) {
  return c <= 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

CleanedText without_blanks(std::string_view text) {
  if (is_clean(text)) return kept_as_it_is(text);
  CleanedText cleaned;
  const Core core = core_of(text);
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint here = decode_utf8(text, i);
    const bool is_inside = i >= core.begin && i < core.end;
    const auto problem = is_inside ? problem_inside(text, i, here) : problem_at_edge(here.value);
    if (problem) {
      note(cleaned.notes, *problem, i, here.length);
    } else {
      cleaned.text += text.substr(i, here.length);
      for (std::size_t byte = 0; byte < here.length; ++byte) cleaned.places.push_back(i + byte);
    }
    i += here.length;
  }
  cleaned.places.push_back(core.end);
  return cleaned;
}

}  // namespace corslint
