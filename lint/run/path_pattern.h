#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace corslint {

enum class PathKind { file, folder };

/// One pattern of gitignore's syntax (gitignore(5), PATTERN FORMAT), read as git reads one that an
/// option gives: no comments, and blanks count. `*`, `?` and `[...]` stay within one name, `**/`,
/// `/**/` and `/**` go over folders; a pattern with a slash before its end is anchored at the base;
/// a slash at its end means folders only; `!` takes back what an earlier pattern excluded; a
/// backslash makes the next character plain. Case counts.
class PathPattern {
 public:
  explicit PathPattern(std::string_view text);

  const std::string& text() const { return text_; }
  bool is_negated() const { return is_negated_; }

  /// Whether it is malformed, so that git takes it to mean nothing: a bracket that is never closed,
  /// a class that is none, a backslash at the end.
  bool is_malformed() const;

  /// Whether the pattern means this path itself, which is relative to the base, with forward
  /// slashes and none at its ends. What lies above it is not asked. Takes at most the product of
  /// both lengths.
  bool matches(std::string_view path, PathKind kind) const;

 private:
  enum class Step {
    byte,       // this very byte
    one,        // one byte of a name
    set,        // one byte of a name that is in the set
    name_part,  // any bytes of a name
    rest,       // any bytes at all
    folders,    // nothing, or whole folders with the slash behind them
    nothing,    // never anything
  };

  struct Token {
    Step step = Step::byte;
    char byte = '\0';
    std::bitset<256> set = {};
  };

  void add_stars(std::string_view pattern, std::size_t& at);
  void add_set(std::string_view pattern, std::size_t& at);
  void add(Step step, char byte = '\0') { tokens_.push_back({.step = step, .byte = byte}); }
  void enter(std::vector<bool>& states, std::size_t state) const;
  void advance(std::vector<bool>& next, std::size_t state, char c) const;

  std::string text_;
  bool is_negated_ = false;
  bool is_for_folders_ = false;
  bool is_for_names_ = false;
  std::vector<Token> tokens_;
};

/// The pattern that decides about a path, which is the last one that means it; null if none does.
/// What lies above the path is not asked.
const PathPattern* deciding_pattern(const std::vector<PathPattern>& patterns, std::string_view path,
                                    PathKind kind);

}  // namespace corslint
