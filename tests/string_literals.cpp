#include "tests/string_literals.h"

#include <algorithm>

namespace corslint::test {
namespace {

constexpr std::string_view blanks = " \t\n";

class Scanner {
 public:
  explicit Scanner(std::string_view source) : rest_(source) {}

  std::vector<std::string> literals() {
    bool is_adjacent = false;
    while (!rest_.empty()) {
      if (skip_comment() || skip_raw_literal() || skip_character()) {
        is_adjacent = false;
      } else if (rest_.front() == '"') {
        auto text = literal();
        if (is_adjacent) {
          found_.back() += text;
        } else {
          found_.push_back(std::move(text));
        }
        is_adjacent = true;
      } else {
        is_adjacent = is_adjacent && blanks.find(rest_.front()) != std::string_view::npos;
        rest_.remove_prefix(1);
      }
    }
    return std::move(found_);
  }

 private:
  void skip_to_behind(std::string_view end) {
    const auto at = rest_.find(end);
    rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
  }

  bool skip_comment() {
    if (!rest_.starts_with("//")) return false;
    skip_to_behind("\n");
    return true;
  }

  bool skip_raw_literal() {
    if (!rest_.starts_with("R\"(")) return false;
    skip_to_behind(")\"");
    return true;
  }

  bool skip_character() {
    if (rest_.front() != '\'') return false;
    rest_.remove_prefix(rest_.starts_with("'\\") ? 2 : 1);
    if (!rest_.empty()) rest_.remove_prefix(1);
    skip_to_behind("'");
    return true;
  }

  std::string literal() {
    std::string text;
    rest_.remove_prefix(1);
    while (!rest_.empty() && rest_.front() != '"') {
      const bool is_escape = rest_.front() == '\\' && rest_.size() > 1;
      if (is_escape) rest_.remove_prefix(1);
      const char c = rest_.front();
      text += is_escape && c == 'n' ? '\n' : is_escape && c == 't' ? '\t' : c;
      rest_.remove_prefix(1);
    }
    rest_.remove_prefix(std::min<std::size_t>(1, rest_.size()));
    return text;
  }

  std::string_view rest_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> string_literals(std::string_view source) {
  return Scanner(source).literals();
}

}  // namespace corslint::test
