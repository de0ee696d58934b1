#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/project/javascript_tokens.h"

namespace corslint {

struct ScriptMember;

/// What an expression of a script is known to be without running it. `absent` is what an object
/// does not hold; `unknown` is everything that is not written as a literal.
enum class ScriptValueKind { absent, unknown, null, boolean, number, text, list, object };

/// The value of an expression as far as it is written out. `is_open` says of an object that it may
/// hold more than its members (a spread, a computed key). `tokens` is the expression itself.
struct ScriptValue {
  ScriptValueKind kind = ScriptValueKind::absent;
  std::uint32_t offset = 0;
  bool boolean = false;
  std::int64_t number = 0;
  std::string text = {};
  bool is_open = false;
  std::span<const ScriptToken> tokens = {};
  std::vector<ScriptMember> members;

  bool is_unknown() const { return kind == ScriptValueKind::unknown; }
};

struct ScriptMember {
  std::string key;
  ScriptValue value;
};

/// A value of which nothing but the kind is set.
ScriptValue value_of_kind(ScriptValueKind kind);

/// What the object holds under `key`: of several the last one, `unknown` where something that is
/// not written out may set it. Anything but an object gives `unknown`.
ScriptValue member_of(const ScriptValue& object, std::string_view key);

/// Reads literal values out of a script's tokens, which must outlive it; where their brackets do
/// not match, everything is unknown. A name stands for the value of its one `const`, if nothing
/// else in the script is given a value under that name.
class ScriptValues {
 public:
  explicit ScriptValues(std::span<const ScriptToken> tokens);

  /// The expression that starts at a token.
  ScriptValue value_at(std::size_t at) const;

  /// The token behind the expression that starts at `at`: a comma, semicolon, closing bracket, the
  /// start of the next statement, or the end.
  std::size_t end_of_expression(std::size_t at) const;

  /// The token at which the value of a `const` starts; the number of tokens where there is none,
  /// or more than one.
  std::size_t constant(std::string_view name) const;

  /// The token behind the bracket that closes the one at `at`; the number of tokens if none does.
  std::size_t behind_brackets(std::size_t at) const;

  std::span<const ScriptToken> tokens() const { return tokens_; }

 private:
  ScriptValue read(std::size_t at, int depth) const;
  ScriptValue primary(std::size_t at, int depth) const;
  ScriptValue object(std::size_t at, int depth) const;
  std::size_t read_member(ScriptValue& result, std::size_t at, int depth) const;
  std::size_t primary_end(std::size_t at) const;
  bool ends_at(std::size_t at) const;
  void note_constants();

  std::span<const ScriptToken> tokens_;
  std::vector<std::size_t> closings_;  // for each token, the one behind its closing bracket
  std::unordered_map<std::string_view, std::size_t> constants_;
  bool is_balanced_ = false;
};

}  // namespace corslint
