#include "lint/project/javascript_tokens.h"

#include <algorithm>
#include <array>

#include "lint/read/byte_order_mark.h"
#include "rules/policy/ascii.h"

// Whether a slash divides or begins a pattern is told by the token before it: behind a value it
// divides, behind an operator or a keyword it begins a pattern. A template is one token, whatever
// its substitutions hold; they are scanned all the same, to find its end.

namespace corslint {
namespace {

constexpr int deepest_template = 32;

constexpr std::array<std::string_view, 14> words_before_patterns{
    "await", "case", "default", "delete", "do",     "else", "in",
    "new",   "of",   "return",  "throw",  "typeof", "void", "yield"};

constexpr std::array<std::string_view, 13> long_punctuation{
    "...", "===", "!==", "=>", "??", "||", "&&", "==", "!=", "<=", ">=", "?.", "++"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_name_byte(char c) {
  const char lowered = ascii_lowered(c);
  return (lowered >= 'a' && lowered <= 'z') || is_digit(c) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

bool ends_value(const ScriptToken& token) {
  if (token.kind == ScriptTokenKind::name)
    return std::find(words_before_patterns.begin(), words_before_patterns.end(), token.written) ==
           words_before_patterns.end();
  if (token.kind != ScriptTokenKind::punctuation) return true;
  return token.is(")") || token.is("]") || token.is("}");
}

/// Scans one text. Every method that moves on returns whether it could.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {
    at_ = beginning_of(text_);
    if (text_.substr(at_).starts_with("#!")) skip_line();
  }

  std::optional<std::vector<ScriptToken>> scan() {
    std::vector<ScriptToken> tokens;
    if (!scan_into(tokens, 0) || at_ < text_.size()) return std::nullopt;
    return tokens;
  }

 private:
  /// Up to the text's end, or within a template (`depth` above 0) to the brace that closes it.
  bool scan_into(std::vector<ScriptToken>& tokens, int depth) {
    std::size_t braces = 0;
    bool line_break = false;
    while (skip_blanks(line_break)) {
      if (at_ == text_.size()) return depth == 0;
      if (depth > 0 && text_[at_] == '}' && braces == 0) return true;
      if (text_[at_] == '{') ++braces;
      if (text_[at_] == '}' && braces > 0) --braces;
      const bool value_before = !tokens.empty() && ends_value(tokens.back());
      const auto begin = at_;
      const auto kind = scan_token(value_before, depth);
      if (!kind || ++count_ > most_script_tokens) return false;
      tokens.push_back({.kind = *kind,
                        .written = text_.substr(begin, at_ - begin),
                        .offset = static_cast<std::uint32_t>(begin),
                        .after_line_break = line_break});
      line_break = false;
    }
    return false;
  }

  std::optional<ScriptTokenKind> scan_token(bool value_before, int depth) {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return scan_quoted(c);
    if (c == '`') return scan_template(depth);
    if (c == '/' && !value_before) return scan_pattern();
    if (is_digit(c)) {
      while (at_ < text_.size() && (is_name_byte(text_[at_]) || text_[at_] == '.')) ++at_;
      return ScriptTokenKind::number;
    }
    if (is_name_byte(c)) {
      while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
      return ScriptTokenKind::name;
    }
    const auto* const found =
        std::find_if(long_punctuation.begin(), long_punctuation.end(),
                     [&](std::string_view sign) { return text_.substr(at_).starts_with(sign); });
    at_ += found == long_punctuation.end() ? 1 : found->size();
    return ScriptTokenKind::punctuation;
  }

  std::optional<ScriptTokenKind> scan_quoted(char quote) {
    bool plain = true;
    for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] == '\n' || text_[at_] == '\r') return std::nullopt;
      if (text_[at_] != '\\') continue;
      plain = false;
      ++at_;
    }
    if (at_ >= text_.size()) return std::nullopt;
    ++at_;
    return plain ? ScriptTokenKind::text : ScriptTokenKind::opaque_text;
  }

  std::optional<ScriptTokenKind> scan_template(int depth) {
    bool plain = true;
    for (++at_; at_ < text_.size() && text_[at_] != '`'; ++at_) {
      if (text_[at_] == '\\') {
        plain = false;
        ++at_;
      } else if (text_.substr(at_).starts_with("${")) {
        plain = false;
        at_ += 2;
        std::vector<ScriptToken> inner;
        if (depth == deepest_template || !scan_into(inner, depth + 1)) return std::nullopt;
      }
    }
    if (at_ >= text_.size()) return std::nullopt;
    ++at_;
    return plain ? ScriptTokenKind::text : ScriptTokenKind::opaque_text;
  }

  std::optional<ScriptTokenKind> scan_pattern() {
    bool in_class = false;
    for (++at_; at_ < text_.size() && (in_class || text_[at_] != '/'); ++at_) {
      if (text_[at_] == '\n' || text_[at_] == '\r') return std::nullopt;
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '[') {
        in_class = true;
      } else if (text_[at_] == ']') {
        in_class = false;
      }
    }
    if (at_ >= text_.size()) return std::nullopt;
    ++at_;
    while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
    return ScriptTokenKind::pattern;
  }

  void skip_line() { at_ = std::min(text_.find_first_of("\r\n", at_), text_.size()); }

  /// False for a comment that is not closed.
  bool skip_blanks(bool& line_break) {
    while (at_ < text_.size()) {
      const auto rest = text_.substr(at_);
      if (rest.front() == '\n' || rest.front() == '\r') {
        line_break = true;
        ++at_;
      } else if (is_space(rest.front())) {
        ++at_;
      } else if (rest.starts_with("//")) {
        skip_line();
      } else if (rest.starts_with("/*")) {
        const auto end = rest.find("*/", 2);
        if (end == std::string_view::npos) return false;
        line_break = line_break || rest.substr(0, end).find('\n') != std::string_view::npos;
        at_ += end + 2;
      } else {
        return true;
      }
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

std::optional<std::vector<ScriptToken>> script_tokens(std::string_view text) {
  return Scanner(text).scan();
}

}  // namespace corslint
