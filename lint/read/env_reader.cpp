#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "lint/read/env_value.h"
#include "lint/read/env_variables.h"
#include "lint/read/reader.h"
#include "lint/read/utf8.h"
#include "rules/policy/ascii.h"

// There is no standard for env files. What is read here is what dotenv (Node), python-dotenv,
// Docker Compose and godotenv have in common, and where they differ, what most of them do. Lines
// that none of them takes for an assignment are noted; the values of the file may be secret and
// never stand in such a note.

namespace corslint {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_name_byte(char c) {
  const char lowered = ascii_lowered(c);
  return (lowered >= 'a' && lowered <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
         c == '-';
}

bool starts_name(char c) {
  return is_name_byte(c) && c != '.' && c != '-';
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The comment lines above the place that is being read: the block that ends directly above or one
/// empty line higher, and the block that stands one empty line above that.
class Comments {
 public:
  void add(std::string_view line) {
    while (line.starts_with('#')) line.remove_prefix(1);
    if (empty_lines_ > 0) {
      earlier_ = empty_lines_ == 1 ? std::move(block_) : std::string();
      block_.clear();
    }
    empty_lines_ = 0;
    if (!block_.empty()) block_ += '\n';
    block_ += stripped(line);
  }

  void add_empty_line() { ++empty_lines_; }

  /// The comment of a variable that stands here; the next one starts anew.
  std::string taken() {
    std::string result;
    if (empty_lines_ == 0 && !earlier_.empty()) result = earlier_ + '\n';
    if (empty_lines_ <= 1) result += block_;
    *this = {};
    return result;
  }

 private:
  std::string earlier_;
  std::string block_;
  std::size_t empty_lines_ = 0;
};

class EnvReader {
 public:
  explicit EnvReader(const SourceFile& file) : text_(file.text()) {
    document_.format = Format::env;
    document_.root.kind = ValueKind::table;
    document_.root.span = span_of(0, text_.size());
  }

  Document read(const SourceFile& file) {
    if (auto error = encoding_error(text_)) document_.irregularities.push_back(std::move(*error));
    // UTF-16 and binary data have no lines to read; stray bytes in a comment leave the rest as it
    // is.
    if (text_.find('\0') != std::string_view::npos) return std::move(document_);
    std::size_t at = text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    while (at < text_.size() && document_.root.members.size() < most_variables)
      at = after_line_end(read_line(at));
    if (at < text_.size())
      document_.irregularities.push_back(
          bound_reached(span_of(at, at + 1), most_variables, "variables"));
    expand_env_variables(file, document_.root);
    note_duplicates();
    return std::move(document_);
  }

 private:
  /// Reads what starts on one line and returns where its last line ends.
  std::size_t read_line(std::size_t at) {
    const auto begin = after_blanks(text_, at);
    const auto end = end_of_line(text_, begin);
    if (begin == end) {
      comments_.add_empty_line();
      after_error_ = false;
      return end;
    }
    if (text_[begin] == '#') {
      comments_.add(text_.substr(begin, end - begin));
      after_error_ = false;
      return end;
    }
    return read_statement(begin, end);
  }

  std::size_t read_statement(std::size_t begin, std::size_t end) {
    const auto name_begin = after_export(begin);
    const auto name_end = end_of_name(name_begin);
    const auto sign = after_blanks(text_, name_end);
    const bool bare_name = sign == end || (text_[sign] == '#' && sign > name_end);
    if (name_end > name_begin && bare_name) {
      comments_ = {};
      after_error_ = false;
      return end;
    }
    if (name_end > name_begin && is_sign(sign, name_end))
      return read_assignment(span_of(name_begin, name_end), sign + 1);
    note_error(span_of(begin, end),
               text_[sign] == '=' && name_begin == sign
                   ? "no name stands before `=`"
                   : "this line is neither `NAME=value` nor a comment that starts with `#`");
    return end;
  }

  std::size_t read_assignment(Span name, std::size_t at) {
    const auto value = scanned_env_value(text_, at);
    std::string key(text_.substr(name.begin, name.end - name.begin));
    if (!value) {
      const auto quote = after_blanks(text_, at);
      note_error(span_of(quote, quote + 1),
                 "the quote that opens the value of `" + key + "` is never closed");
      return end_of_line(text_, at);
    }
    Value read;
    read.kind = ValueKind::string;
    read.span = value->span;
    read.text.span = value->span;
    read.text.content = value->content;
    read.text.quoting = value->quoting;
    if (auto comment = comments_.taken(); !comment.empty())
      document_.comments.emplace(name.begin, std::move(comment));
    document_.root.members.push_back({std::move(key), name, std::move(read)});
    after_error_ = false;
    return value->end;
  }

  std::size_t after_export(std::size_t begin) const {
    constexpr std::string_view word = "export";
    if (!text_.substr(begin).starts_with(word)) return begin;
    const auto next = after_blanks(text_, begin + word.size());
    const bool names_follow =
        next > begin + word.size() && next < text_.size() && starts_name(text_[next]);
    return names_follow ? next : begin;
  }

  std::size_t end_of_name(std::size_t begin) const {
    auto end = begin;
    if (end < text_.size() && starts_name(text_[end]))
      while (end < text_.size() && is_name_byte(text_[end])) ++end;
    return end;
  }

  bool is_sign(std::size_t at, std::size_t name_end) const {
    if (text_[at] == '=') return true;
    const bool ends_word = at + 1 >= text_.size() || is_env_blank(text_[at + 1]) ||
                           text_[at + 1] == '\n' || text_[at + 1] == '\r';
    return text_[at] == ':' && at == name_end && ends_word;
  }

  std::size_t after_line_end(std::size_t at) const {
    return text_.substr(at).starts_with("\r\n") ? at + 2 : at + 1;
  }

  /// Notes the first line of each run of such lines: they are one broken value more often than not.
  void note_error(Span span, std::string detail) {
    comments_ = {};
    if (!std::exchange(after_error_, true))
      document_.irregularities.push_back({.kind = IrregularityKind::syntax_error,
                                          .span = span,
                                          .subject = {},
                                          .expected = {},
                                          .detail = std::move(detail),
                                          .suggestion = {},
                                          .related = {}});
  }

  void note_duplicates() {
    std::unordered_map<std::string_view, Span> first;
    for (const auto& member : document_.root.members) {
      const auto [place, is_new] = first.try_emplace(member.key, member.key_span);
      if (!is_new)
        document_.irregularities.push_back({.kind = IrregularityKind::duplicate_key,
                                            .span = member.key_span,
                                            .subject = member.key,
                                            .expected = {},
                                            .detail = {},
                                            .suggestion = {},
                                            .related = place->second});
    }
  }

  std::string_view text_;
  Document document_;
  Comments comments_;
  bool after_error_ = false;
};

}  // namespace

Document read_env(const SourceFile& file) {
  return EnvReader(file).read(file);
}

}  // namespace corslint
