#include "lint/read/joined_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace corslint {

std::vector<Text> split_text(const Text& text, char separator, bool keeps_blanks) {
  std::vector<Text> parts;
  const std::string_view value = text.value;
  const auto part = [&](std::size_t begin, std::size_t end) {
    const std::size_t cut_begin = begin;
    const std::size_t cut_end = end;
    while (!keeps_blanks && begin < end && (value[begin] == ' ' || value[begin] == '\t')) ++begin;
    while (!keeps_blanks && begin < end && (value[end - 1] == ' ' || value[end - 1] == '\t')) --end;
    Text entry = text;
    entry.value = std::string(value.substr(begin, end - begin));
    entry.span = entry.content = part_of(text, begin, end - begin);
    if (is_verbatim(text)) {
      const bool last = cut_end == value.size();
      const bool first = cut_begin == 0;
      entry.removal = part_of(text, last && !first ? cut_begin - 1 : cut_begin,
                              cut_end - cut_begin + (last && first ? 0 : 1));
    } else {
      entry.removal.reset();
      entry.resolution = text.resolution;
    }
    parts.push_back(std::move(entry));
  };
  std::size_t begin = 0;
  while (true) {
    const auto end = value.find(separator, begin);
    if (end == std::string_view::npos) break;
    part(begin, end);
    begin = end + 1;
  }
  part(begin, value.size());
  return parts;
}

bool has_template(std::string_view text) {
  const auto encloses = [&](std::string_view open, std::string_view close) {
    const auto begin = text.find(open);
    return begin != std::string_view::npos &&
           text.find(close, begin + open.size()) != std::string_view::npos;
  };
  constexpr auto marks =
      std::to_array<std::string_view>({"@format ", "@jinja ", "@json ", "@merge "});
  const bool is_marked =
      std::ranges::any_of(marks, [&](std::string_view mark) { return text.starts_with(mark); });
  const bool is_underscored = text.size() > 4 && text.starts_with("__") && text.ends_with("__");
  return is_marked || is_underscored || encloses("${", "}") || encloses("{{", "}}") ||
         encloses("$(", ")") || encloses("<%", "%>") ||
         (text.size() > 2 && text.front() == '%' && text.back() == '%');
}

}  // namespace corslint
