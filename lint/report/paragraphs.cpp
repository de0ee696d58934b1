#include "lint/report/paragraphs.h"

#include <algorithm>

#include "lint/report/printable.h"

namespace corslint {

std::string paragraph(std::string_view text, std::size_t width, std::string_view margin) {
  std::string result;
  std::size_t column = 0;
  while (!text.empty()) {
    const auto blank = std::min(text.find_first_of(" \n"), text.size());
    const auto word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (word.empty()) continue;
    const auto columns = display_width(word);
    const bool fits = column > 0 && column + 1 + columns <= width;
    if (column > 0) result += fits ? ' ' : '\n';
    if (!fits) {
      result += margin;
      column = margin.size();
    } else {
      ++column;
    }
    column += columns;
    result += word;
  }
  return result + '\n';
}

std::string code_block(std::string_view code) {
  std::string result;
  while (!code.empty()) {
    const auto end = std::min(code.find('\n'), code.size());
    const auto line = code.substr(0, end);
    if (!line.empty()) result += "    " + std::string(line);
    result += '\n';
    code.remove_prefix(std::min(end + 1, code.size()));
  }
  while (result.ends_with("\n\n")) result.pop_back();
  return result;
}

std::string sentence(std::string_view text) {
  const bool ends = text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
  return std::string(text) + (ends ? "" : ".");
}

}  // namespace corslint
