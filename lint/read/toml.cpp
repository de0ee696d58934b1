// toml++ refuses a file in which a key stands twice, and says nothing about the rest of it. Such a
// key is therefore given another name of the same width in a copy, which is read again: places do
// not change, and the tree then gets the key's own name back. Members are put in the order of the
// file, as toml++ keeps them in the order of their names.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "lint/read/format_duplicates.h"
#include "lint/read/format_removals.h"
#include "lint/read/reader.h"
#include "lint/read/toml_errors.h"
#include "lint/read/toml_library.h"
#include "lint/read/toml_nesting.h"
#include "lint/read/toml_offsets.h"
#include "lint/read/toml_redefinition.h"

namespace corslint {
namespace {

/// Keys that are read under another name: by their offset, where they end and that name.
struct Substitute {
  std::uint32_t end = 0;
  std::string name;
};
using Substitutes = std::map<std::uint32_t, Substitute>;

std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

/// Where the text within the quotes begins and ends, and how it is quoted.
void set_content(std::string_view text, Text& string) {
  const auto written = slice(text, string.span);
  string.content = string.span;
  if (written.size() < 2) return;
  string.quoting = written.front() == '\'' ? Quoting::toml_literal : Quoting::toml_basic;
  const bool is_multi_line = written.starts_with(R"(""")") || written.starts_with("'''");
  const std::uint32_t quotes = is_multi_line && written.size() >= 6 ? 3 : 1;
  string.content = {string.span.begin + quotes, string.span.end - quotes};
  if (quotes == 1) return;
  const auto content = slice(text, string.content);
  if (content.starts_with("\r\n")) {
    string.content.begin += 2;
  } else if (content.starts_with("\n")) {
    string.content.begin += 1;
  }
}

/// The name that a written key stands for.
std::string decoded_key(std::string_view written) {
  const auto result = toml::parse(std::string(written) + "=0");
  if (result && result.table().size() == 1) return std::string(result.table().begin()->first.str());
  return std::string(written);
}

class Converter {
 public:
  Converter(std::string_view text, const TomlOffsets& offsets, const Substitutes& substitutes)
      : text_(text), offsets_(offsets), substitutes_(substitutes) {}

  Value value(const toml::node& node) const {
    Value result;
    result.span = span_of(node.source());
    if (const auto* const table = node.as_table()) {
      result.kind = ValueKind::table;
      result.members = members(*table);
    } else if (const auto* const array = node.as_array()) {
      fill_list(result, *array);
    } else {
      fill_scalar(result, node);
    }
    return result;
  }

 private:
  Span span_of(const toml::source_region& region) const {
    const Span span{offsets_.at(region.begin.line, region.begin.column),
                    offsets_.at(region.end.line, region.end.column)};
    return {span.begin, std::max(span.begin, span.end)};
  }

  std::vector<Member> members(const toml::table& table) const {
    std::vector<std::pair<Span, toml::table::const_iterator>> order;
    order.reserve(table.size());
    for (auto entry = table.begin(); entry != table.end(); ++entry)
      order.emplace_back(span_of(entry->first.source()), entry);
    std::ranges::sort(order, {}, [](const auto& place) { return place.first.begin; });
    std::vector<Member> result;
    result.reserve(table.size());
    for (const auto& [span, entry] : order) {
      const bool is_substitute = substitutes_.contains(span.begin);
      result.push_back(
          {is_substitute ? decoded_key(slice(text_, span)) : std::string(entry->first.str()), span,
           value(entry->second)});
    }
    return result;
  }

  void fill_list(Value& list, const toml::array& array) const {
    list.kind = ValueKind::list;
    list.items.reserve(array.size());
    for (const auto& item : array) list.items.push_back(value(item));
    // A list of tables has no brackets of its own: its first header stands for it.
    const bool has_brackets = list.items.empty() || list.items.front().span.begin > list.span.begin;
    if (has_brackets) {
      set_removals(text_, list);
    } else {
      list.span = list.items.front().span;
    }
  }

  void fill_scalar(Value& scalar, const toml::node& node) const {
    scalar.text.span = scalar.span;
    scalar.text.content = scalar.span;
    scalar.text.value = slice(text_, scalar.span);
    scalar.kind = ValueKind::other;
    if (const auto* const string = node.as_string()) {
      scalar.kind = ValueKind::string;
      scalar.text.value = string->get();
      set_content(text_, scalar.text);
    } else if (const auto* const boolean = node.as_boolean()) {
      scalar.kind = ValueKind::boolean;
      scalar.boolean = boolean->get();
    } else if (const auto* const integer = node.as_integer()) {
      scalar.kind = ValueKind::integer;
      scalar.integer = integer->get();
    } else if (node.is_floating_point()) {
      scalar.kind = ValueKind::number;
    }
  }

  std::string_view text_;
  const TomlOffsets& offsets_;
  const Substitutes& substitutes_;
};

std::string with_substitutes(std::string_view text, const Substitutes& substitutes) {
  std::string result;
  std::size_t done = 0;
  for (const auto& [begin, substitute] : substitutes) {
    result += text.substr(done, begin - done);
    result += substitute.name;
    done = substitute.end;
  }
  result += text.substr(done);
  return result;
}

/// A name that nobody gives a key, as many characters wide as the key is.
std::string unlikely_name(std::string_view key, unsigned number) {
  constexpr std::string_view alphabet = "_-9Z";
  std::string name;
  for (const char c : key) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;
    name += alphabet[number % alphabet.size()];
    number /= static_cast<unsigned>(alphabet.size());
  }
  return name;
}

void parse_into(Document& document, std::string_view text) {
  // Each attempt reads the file again.
  constexpr unsigned most_attempts = 16;
  const TomlOffsets offsets(text);
  Substitutes substitutes;
  for (unsigned attempt = 1;; ++attempt) {
    const auto copy = substitutes.empty() ? std::string() : with_substitutes(text, substitutes);
    const auto result = toml::parse(substitutes.empty() ? text : std::string_view(copy));
    if (result) {
      document.root = Converter(text, offsets, substitutes).value(result.table());
      document.root.span = {0, static_cast<std::uint32_t>(text.size())};
      return;
    }
    const auto& error = result.error();
    const auto place = error.source().begin;
    const std::uint32_t offset = offsets.at(place.line, place.column);
    const auto twice = redefined_key(text, offset, error.description());
    if (!twice) {
      document.irregularities.push_back(toml_syntax_error(text, offset, error.description()));
      return;
    }
    if (attempt == most_attempts) {
      document.irregularities.push_back({.kind = IrregularityKind::syntax_error,
                                         .span = *twice,
                                         .detail = "one more key that stands twice, of many"});
      return;
    }
    substitutes[twice->begin] = {twice->end, unlikely_name(slice(text, *twice), attempt)};
  }
}

}  // namespace

Document read_toml(const SourceFile& file) {
  Document document{.format = Format::toml};
  document.root.kind = ValueKind::table;
  if (auto excess = excess_in(file.text())) {
    document.irregularities.push_back(*std::move(excess));
    return document;
  }
  parse_into(document, file.text());
  report_duplicate_keys(document, "TOML refuses the whole file for it");
  return document;
}

}  // namespace corslint
