#include "lint/project/javascript_module.h"

#include <algorithm>
#include <array>
#include <optional>

// Functions that configure are called with the mode or the command and return one object; what they
// return counts only where nothing returns before it, on any condition.

namespace corslint {
namespace {

constexpr int deepest_wrapping = 16;

// https://vite.dev/config/#config-intellisense, and those of Nuxt and Rsbuild.
constexpr std::array<std::string_view, 3> identity_functions{"defineConfig", "defineNuxtConfig",
                                                             "defineViteConfig"};

class ModuleReader {
 public:
  explicit ModuleReader(const ScriptValues& values) : values_(values), tokens_(values.tokens()) {}

  ScriptValue exported() const {
    const auto start = start_of_export();
    return start ? configuration(*start, 0) : unknown();
  }

 private:
  static ScriptValue unknown() { return value_of_kind(ScriptValueKind::unknown); }

  bool is(std::size_t at, std::string_view word) const {
    return at < tokens_.size() && tokens_[at].is(word);
  }

  std::optional<std::size_t> start_of_export() const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      std::size_t start = 0;
      if (is(i, "export") && is(i + 1, "default")) start = i + 2;
      if (is(i, "module") && is(i + 1, ".") && is(i + 2, "exports") && is(i + 3, "="))
        start = i + 4;
      if (start == 0) continue;
      if (found) return std::nullopt;
      found = start;
    }
    return found;
  }

  ScriptValue configuration(std::size_t at, int depth) const {
    if (at >= tokens_.size() || depth > deepest_wrapping) return unknown();
    if (is(at, "async")) return configuration(at + 1, depth + 1);
    if (is(at, "function")) return function(at, depth);
    if (const auto arrow = arrow_behind(at)) return body(*arrow + 1, depth);
    if (is(at, "(")) return configuration(at + 1, depth + 1);
    if (tokens_[at].kind == ScriptTokenKind::name) {
      if (is(at + 1, "(")) return call(at, depth);
      const auto constant = values_.constant(tokens_[at].written);
      const bool is_alone = values_.end_of_expression(at) == at + 1;
      return is_alone ? configuration(constant, depth + 1) : unknown();
    }
    return values_.value_at(at);
  }

  ScriptValue call(std::size_t at, int depth) const {
    const bool is_identity = std::find(identity_functions.begin(), identity_functions.end(),
                                       tokens_[at].written) != identity_functions.end();
    if (!is_identity) return unknown();
    // One argument, be it with a trailing comma.
    auto end = end_of_argument(at + 2);
    if (is(end, ",")) ++end;
    return is(end, ")") ? configuration(at + 2, depth + 1) : unknown();
  }

  std::size_t end_of_argument(std::size_t at) const { return values_.end_of_expression(at); }

  /// The arrow of a function that starts here: `name =>` or `(...) =>`, with a type of its result.
  std::optional<std::size_t> arrow_behind(std::size_t at) const {
    auto behind = at + 1;
    if (is(at, "(")) {
      behind = values_.behind_brackets(at);
      if (is(behind, ":"))
        while (behind < tokens_.size() && !is(behind, "=>") && !is(behind, ";")) ++behind;
    }
    return is(behind, "=>") ? std::optional(behind) : std::nullopt;
  }

  ScriptValue function(std::size_t at, int depth) const {
    while (at < tokens_.size() && !is(at, "(")) ++at;
    at = values_.behind_brackets(at);
    while (at < tokens_.size() && !is(at, "{") && !is(at, ";")) ++at;
    return body(at, depth);
  }

  ScriptValue body(std::size_t at, int depth) const {
    if (!is(at, "{")) return configuration(at, depth + 1);
    const auto end = values_.behind_brackets(at);
    for (auto i = at + 1; i < end; ++i) {
      if (!is(i, "return")) continue;
      const bool is_direct = is_at_depth_of(at, i) && !is_conditional(i);
      return is_direct ? configuration(i + 1, depth + 1) : unknown();
    }
    return unknown();
  }

  /// Whether no bracket within the block that opens at `block` encloses `at`.
  bool is_at_depth_of(std::size_t block, std::size_t at) const {
    auto i = block + 1;
    while (i < at) {
      const bool opens = is(i, "(") || is(i, "[") || is(i, "{");
      i = opens ? values_.behind_brackets(i) : i + 1;
    }
    return i == at;
  }

  /// Whether `if (...)`, `else` or a loop stands directly before.
  bool is_conditional(std::size_t at) const {
    if (is(at - 1, "else") || is(at - 1, "do") || is(at - 1, ":")) return true;
    if (!is(at - 1, ")")) return false;
    for (auto i = at - 1; i > 0; --i) {
      if (!is(i, "(") || values_.behind_brackets(i) != at) continue;
      return is(i - 1, "if") || is(i - 1, "for") || is(i - 1, "while");
    }
    return true;
  }

  const ScriptValues& values_;
  std::span<const ScriptToken> tokens_;
};

}  // namespace

ScriptValue exported_configuration(const ScriptValues& values) {
  return ModuleReader(values).exported();
}

bool mentions(const ScriptValues& values, std::string_view word) {
  const auto tokens = values.tokens();
  return std::any_of(tokens.begin(), tokens.end(), [&](const ScriptToken& token) {
    const bool is_text = token.kind == ScriptTokenKind::text;
    return is_text ? token.value() == word : token.is(word);
  });
}

}  // namespace corslint
