// One pass over the tokens with a stack of the open brackets and, at each point, what may follow:
// the grammar as a state machine, so that nothing the text holds can exhaust the call stack. The
// copy for the parser is kept in step, in pieces as long as they can stand as they are; a comma is
// blanked in it when a closing bracket follows.
#include "lint/read/json_syntax.h"

#include <algorithm>
#include <utility>

#include "lint/read/document.h"
#include "lint/read/json_tokens.h"
#include "lint/read/utf8.h"

namespace corslint {
namespace {

/// What the grammar admits next.
enum class Next {
  value,
  item_or_close,
  item_after_comma,
  key_or_close,
  key_after_comma,
  colon,
  comma_or_close,
  end
};

struct Bracket {
  char open = '[';
  std::uint32_t at = 0;
};

bool is_json_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { result_.text.reserve(text.size() + 1); }

  StrictJson run() {
    if (text_.starts_with("\xEF\xBB\xBF")) blank_until(3);
    while (!result_.error) {
      skip_blanks_and_comments();
      if (result_.error || at_ >= text_.size()) break;
      step();
    }
    if (!result_.error && next_ != Next::end) report_early_end();
    copy();
    return std::move(result_);
  }

 private:
  char current() const { return text_[at_]; }

  void fail(Span span, std::string detail) {
    result_.error = Irregularity{
        .kind = IrregularityKind::syntax_error, .span = span, .detail = std::move(detail)};
  }

  void fail_here(std::string detail) { fail(code_point_span(text_, at_), std::move(detail)); }

  void fail_at_bound() {
    result_.error = bound_reached(code_point_span(text_, at_), most_values, "values");
  }

  /// Brings the copy up to here.
  void copy() {
    result_.text.append(text_.substr(copied_, at_ - copied_));
    copied_ = at_;
  }

  std::size_t length_of_copy() const { return result_.text.size() + (at_ - copied_); }

  void blank_until(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (current() == ' ' || current() == '\n') continue;
      copy();
      result_.text += ' ';
      ++copied_;
    }
  }

  void skip_blanks_and_comments() {
    while (at_ < text_.size() && !result_.error) {
      auto end = at_;
      while (end < text_.size() && is_json_blank(text_[end])) ++end;
      blank_until(end);
      if (end + 1 >= text_.size() || text_[end] != '/') return;
      if (text_[end + 1] != '/' && text_[end + 1] != '*') return;
      skip_comment();
    }
  }

  void skip_comment() {
    if (text_[at_ + 1] == '/') {
      blank_until(std::min(text_.find_first_of("\r\n", at_), text_.size()));
      return;
    }
    const auto end = text_.find("*/", at_ + 2);
    if (end != std::string_view::npos) return blank_until(end + 2);
    const auto begin = static_cast<std::uint32_t>(at_);
    fail({begin, begin + 2}, "this comment is not closed with `*/`");
  }

  void step() {
    const char c = current();
    switch (next_) {
      case Next::colon:
        return c == ':' ? advance_to(Next::value)
                        : fail_here("expected `:` after the key, found " + here());
      case Next::comma_or_close:
        return after_item(c);
      case Next::end:
        return fail_here("expected the end of the file after the value, found " + here());
      case Next::item_or_close:
      case Next::item_after_comma:
        return c == ']' ? close() : value(c);
      case Next::key_or_close:
      case Next::key_after_comma:
        return c == '}' ? close() : key(c);
      case Next::value:
        return value(c);
    }
  }

  std::string here() const { return shown_code_point(text_, at_); }

  void advance_to(Next next) {
    ++at_;
    next_ = next;
  }

  void value(char c) {
    if (++values_ > most_values) return fail_at_bound();
    if (c == '[' || c == '{') return open(c);
    if (c == ',') return fail_here("expected a value before this comma");
    if (c == ']' || c == '}' || c == ':') return fail_here("expected a value, found " + here());
    token();
    next_ = after_value();
  }

  void key(char c) {
    if (c == ',') return fail_here("expected a key before this comma");
    if (c != '"') return fail_key();
    token();
    next_ = Next::colon;
  }

  void fail_key() {
    const auto word = json_word(text_, at_);
    if (word.begin == word.end)
      return fail_here("expected a key in double quotes, found " + here());
    fail(word, "keys are written in double quotes");
  }

  void token() {
    auto token = json_token(text_, at_);
    if (token.error) {
      result_.error = std::move(token.error);
      return;
    }
    at_ = token.end;
  }

  void open(char c) {
    if (brackets_.size() == deepest_nesting)
      return fail_here("nested more than " + std::to_string(deepest_nesting) + " levels deep");
    brackets_.push_back({c, static_cast<std::uint32_t>(at_)});
    advance_to(c == '[' ? Next::item_or_close : Next::key_or_close);
  }

  void close() {
    if (next_ == Next::item_after_comma || next_ == Next::key_after_comma) {
      copy();
      result_.text[comma_in_copy_] = ' ';
    }
    brackets_.pop_back();
    ++at_;
    next_ = after_value();
  }

  Next after_value() const { return brackets_.empty() ? Next::end : Next::comma_or_close; }

  void after_item(char c) {
    const char open = brackets_.back().open;
    const char wanted = open == '[' ? ']' : '}';
    if (c == wanted) return close();
    if (c == ',') return comma(open);
    if (c == ']' || c == '}') return fail_here(here() + " does not close " + innermost_bracket());
    fail_here(std::string("expected `,` or `") + wanted + "` after this value, found " + here());
  }

  void comma(char open) {
    comma_in_copy_ = length_of_copy();
    advance_to(open == '[' ? Next::item_after_comma : Next::key_after_comma);
    // A parser that looks for keys holds back a whole line of tokens.
    constexpr std::size_t longest_line = 256;
    const std::size_t line_begin = result_.breaks.empty() ? 0 : result_.breaks.back();
    if (length_of_copy() - line_begin < longest_line) return;
    copy();
    result_.breaks.push_back(static_cast<std::uint32_t>(result_.text.size()));
    result_.text += '\n';
  }

  std::string innermost_bracket() const {
    const auto [open, at] = brackets_.back();
    const auto line = 1 + std::count(text_.begin(), text_.begin() + at, '\n');
    return std::string("the `") + open + "` on line " + std::to_string(line);
  }

  void report_early_end() {
    if (text_.find_first_not_of(" \t\r\n") == std::string_view::npos)
      return fail_here("the file is empty; JSON needs a value");
    if (brackets_.empty()) return fail_here("the file ends before any value");
    const char wanted = brackets_.back().open == '[' ? ']' : '}';
    fail_here(std::string("the file ends before the `") + wanted + "` for " + innermost_bracket());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Next next_ = Next::value;
  std::vector<Bracket> brackets_;
  std::size_t copied_ = 0;
  std::size_t comma_in_copy_ = 0;
  std::size_t values_ = 0;
  StrictJson result_;
};

}  // namespace

StrictJson strict_json(std::string_view text) {
  return Scanner(text).run();
}

}  // namespace corslint
