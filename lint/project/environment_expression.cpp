#include "lint/project/environment_expression.h"

#include <charconv>

namespace corslint {
namespace {

class Expression {
 public:
  explicit Expression(std::span<const ScriptToken> tokens) : tokens_(tokens) {}

  std::optional<EnvironmentExpression> read() {
    if (!read_converted()) return std::nullopt;
    if (!read_otherwise() || at_ != tokens_.size()) return std::nullopt;
    return result_;
  }

 private:
  bool take(std::string_view word) {
    if (at_ >= tokens_.size() || !tokens_[at_].is(word)) return false;
    ++at_;
    return true;
  }

  /// The variable, maybe within `Number(...)`, `parseInt(...)` or behind `+`.
  bool read_converted() {
    if (take("+")) return read_variable();
    const bool is_parse = take("parseInt");
    if (!is_parse && !take("Number")) return read_variable();
    if (!take("(") || !read_variable() || !read_otherwise()) return false;
    if (is_parse && take(",")) {
      if (at_ >= tokens_.size() || tokens_[at_].written != "10") return false;
      ++at_;
    }
    return take(")");
  }

  bool read_variable() {
    if (take("process")) {
      if (!take(".") || !take("env")) return false;
    } else if (take("env")) {
      result_.source = VariableSource::loaded;
    } else {
      return false;
    }
    if (!take(".") || at_ >= tokens_.size()) return false;
    const auto& name = tokens_[at_++];
    if (name.kind != ScriptTokenKind::name) return false;
    result_.variable = name.written;
    take("!");  // TypeScript's assertion that it is set
    return true;
  }

  bool read_otherwise() {
    if (!take("||") && !take("??")) return true;
    if (at_ >= tokens_.size()) return false;
    const auto& token = tokens_[at_++];
    const bool is_text = token.kind == ScriptTokenKind::text;
    if (!is_text && token.kind != ScriptTokenKind::number) return false;
    const auto digits = is_text ? token.value() : token.written;
    std::int64_t number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [behind, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || behind != end) return false;
    result_.otherwise = number;
    return true;
  }

  std::span<const ScriptToken> tokens_;
  std::size_t at_ = 0;
  EnvironmentExpression result_;
};

}  // namespace

std::optional<EnvironmentExpression> environment_expression(std::span<const ScriptToken> tokens) {
  return Expression(tokens).read();
}

}  // namespace corslint
