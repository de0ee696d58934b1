// A lexer that knows only what can hide a bracket or a dot: strings and comments. It agrees with
// the parser up to the first syntax error, and the parser builds nothing after that.
#include "lint/read/toml_nesting.h"

#include <algorithm>
#include <vector>

#include "lint/read/document.h"

namespace corslint {
namespace {

/// A character of names and numbers, which opens and parts nothing.
bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

class DepthMeter {
 public:
  explicit DepthMeter(std::string_view text) : text_(text) {}

  std::optional<Irregularity> excess() {
    while (at_ < text_.size()) {
      const auto here = static_cast<std::uint32_t>(at_);
      step(text_[here]);
      if (base_ + opened_ + dots_ > deepest_nesting)
        return Irregularity{
            .kind = IrregularityKind::syntax_error,
            .span = {here, here + 1},
            .detail = "nested more than " + std::to_string(deepest_nesting) + " levels deep"};
      if (values_ > most_values) return bound_reached({here, here + 1}, most_values, "values");
    }
    return std::nullopt;
  }

 private:
  void step(char c) {
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
      return;
    }
    if (c == '"' || c == '\'') return skip_string(c);
    if (is_bare(c)) return skip_bare();
    ++at_;
    if (c == ' ' || c == '\t' || c == '\r') return;
    const bool begins_statement = begins_statement_;
    begins_statement_ = c == '\n' && outer_dots_.empty();
    if (c == '.') ++dots_;
    if (c == ',' || c == '=' || c == '[') ++values_;
    if (c == ',' || begins_statement_) dots_ = 0;
    if (c == '{' || c == '[') open(c == '[' && begins_statement);
    if (c == '}' || c == ']') close();
  }

  void skip_bare() {
    begins_statement_ = false;
    while (at_ < text_.size() && is_bare(text_[at_])) ++at_;
  }

  void open(bool is_header) {
    if (is_header) {
      base_ = 0;
      is_in_header_ = true;
    }
    if (is_in_header_) return;
    outer_dots_.push_back(dots_);
    opened_ += dots_ + 1;
    dots_ = 0;
  }

  void close() {
    if (is_in_header_) {
      base_ = dots_ + 1;
      is_in_header_ = false;
      dots_ = 0;
    } else if (!outer_dots_.empty()) {
      dots_ = outer_dots_.back();
      outer_dots_.pop_back();
      opened_ -= dots_ + 1;
    }
  }

  void skip_string(char quote) {
    begins_statement_ = false;
    const std::string_view three = quote == '"' ? R"(""")" : "'''";
    const bool is_multi_line = text_.substr(at_).starts_with(three);
    at_ += is_multi_line ? 3 : 1;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\' && quote == '"') {
        at_ = std::min(at_ + 2, text_.size());
      } else if (!is_multi_line && (c == quote || c == '\n')) {
        at_ += c == quote ? 1 : 0;
        return;
      } else if (is_multi_line && text_.substr(at_).starts_with(three)) {
        at_ += 3;
        return;
      } else {
        ++at_;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t base_ = 0;
  std::uint32_t opened_ = 0;
  std::uint32_t dots_ = 0;
  std::size_t values_ = 0;
  std::vector<std::uint32_t> outer_dots_;
  bool begins_statement_ = true;
  bool is_in_header_ = false;
};

}  // namespace

std::optional<Irregularity> excess_in(std::string_view text) {
  return DepthMeter(text).excess();
}

}  // namespace corslint
