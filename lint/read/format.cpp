// Names are taken apart at their dots, from the end: `.env.production.example` loses its template
// suffix first and then tells its format and its environment. A text without a telling name is
// judged by its first line that is neither blank nor a comment.
#include <algorithm>
#include <array>
#include <string>

#include "lint/read/foreign_language.h"
#include "lint/read/reader.h"
#include "lint/read/utf8.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 4> template_suffixes{".example", ".sample", ".template",
                                                            ".dist"};

std::string file_name_of(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  return ascii_lowered(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

bool strip_template_suffix(std::string& name) {
  const auto* const suffix =
      std::find_if(template_suffixes.begin(), template_suffixes.end(),
                   [&](std::string_view ending) { return name.ends_with(ending); });
  if (suffix == template_suffixes.end()) return false;
  name.resize(name.size() - suffix->size());
  return true;
}

bool is_env_name(std::string_view name, bool was_template) {
  if (name == "env") return was_template;
  if (name.starts_with("env.")) return environment_named(name.substr(4)).has_value();
  for (auto at = name.find(".env"); at != std::string_view::npos; at = name.find(".env", at + 1)) {
    const auto rest = name.substr(at + 4);
    if (rest.empty()) return true;
    if (rest.front() != '.') continue;
    // About env files, or one in a form of its own.
    return foreign_language_of(rest).empty();
  }
  return false;
}

constexpr std::string_view blanks = " \t\r";

/// The first line that says something, stripped; a C-style comment counts as saying something.
std::string_view first_telling_line(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = stripped(text.substr(0, end));
    if (!line.empty() && line.front() != '#') return line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

/// A line that begins with a bracket is a table header, or the start of a JSON array.
Format format_of_bracket(std::string_view line) {
  const auto inside = line.find_first_not_of("[ \t");
  if (inside == std::string_view::npos) return Format::json;
  const auto word = line.substr(inside, line.find_first_of(" \t].,", inside) - inside);
  if (word.empty()) return Format::json;
  const bool is_word = (word.front() >= 'a' && word.front() <= 'z') ||
                       (word.front() >= 'A' && word.front() <= 'Z') || word.front() == '_';
  const bool is_literal = word == "true" || word == "false" || word == "null";
  return is_word && !is_literal ? Format::toml : Format::json;
}

/// A line with an equals sign: TOML if its value is a TOML value or blanks surround the sign.
Format format_of_assignment(std::string_view line) {
  const auto equals = line.find('=');
  const auto name = line.substr(0, equals);
  if (name.starts_with("export ")) return Format::env;
  if (equals > 0 && blanks.find(line[equals - 1]) != std::string_view::npos) return Format::toml;
  const bool is_upper = ascii_uppered(name) == name;
  const auto value = stripped(line.substr(equals + 1));
  if (is_upper || value.empty()) return Format::env;
  const bool is_value = std::string_view("\"'[{").find(value.front()) != std::string_view::npos ||
                        value.starts_with("true") || value.starts_with("false") ||
                        value.find_first_not_of("0123456789_+-.") == std::string_view::npos;
  return is_value ? Format::toml : Format::env;
}

}  // namespace

std::optional<Format> format_of(std::string_view path) {
  auto name = file_name_of(path);
  bool was_template = false;
  while (strip_template_suffix(name)) was_template = true;
  if (name.ends_with(".toml")) return Format::toml;
  if (name.ends_with(".json") || name.ends_with(".jsonc")) return Format::json;
  if (is_env_name(name, was_template)) return Format::env;
  return std::nullopt;
}

Format guessed_format(std::string_view text) {
  const auto line = first_telling_line(text);
  if (line.empty()) return Format::toml;
  if (line.front() == '{' || line.front() == '/') return Format::json;
  if (line.front() == '[') return format_of_bracket(line);
  const bool has_equals = line.find('=') != std::string_view::npos;
  if (line.front() == '"' && !has_equals) return Format::json;
  return has_equals ? format_of_assignment(line) : Format::toml;
}

namespace {

Document document_of(const SourceFile& file, Format format) {
  if (auto error = encoding_error(file.text())) {
    Document document{.format = format};
    document.root.kind = ValueKind::table;
    document.irregularities.push_back(*std::move(error));
    return document;
  }
  switch (format) {
    case Format::toml:
      return read_toml(file);
    case Format::json:
      return read_json(file);
    case Format::env:
      break;
  }
  return read_env(file);
}

}  // namespace

Document read_document(const SourceFile& file, Format format) {
  Document document = document_of(file, format);
  if (document.irregularities.empty() || format_of(file.path())) return document;
  for (Irregularity& irregularity : document.irregularities)
    if (irregularity.kind == IrregularityKind::syntax_error)
      irregularity.expected = foreign_language_of(file.path());
  return document;
}

}  // namespace corslint
