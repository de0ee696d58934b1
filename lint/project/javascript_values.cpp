#include "lint/project/javascript_values.h"

#include <algorithm>
#include <array>
#include <charconv>

// An expression is a literal if it is one token, or one pair of braces, and ends behind that; a
// type (`as const`, `satisfies UserConfig`) may follow. Everything else is unknown and skipped by
// its brackets.

namespace corslint {
namespace {

constexpr int deepest_value = 48;

constexpr std::array<std::string_view, 15> statement_words{
    "async", "class",  "const",  "export", "for",   "function", "if", "import",
    "let",   "module", "return", "switch", "throw", "type",     "var"};

bool starts_statement(const ScriptToken& token) {
  return token.after_line_break && token.kind == ScriptTokenKind::name &&
         std::find(statement_words.begin(), statement_words.end(), token.written) !=
             statement_words.end();
}

bool opens(const ScriptToken& token) {
  return token.is("(") || token.is("[") || token.is("{");
}

bool closes(const ScriptToken& token) {
  return token.is(")") || token.is("]") || token.is("}");
}

bool is_pair(const ScriptToken& opening, const ScriptToken& closing) {
  return (opening.is("(") && closing.is(")")) || (opening.is("[") && closing.is("]")) ||
         (opening.is("{") && closing.is("}"));
}

bool says_type(const ScriptToken& token) {
  return token.is("as") || token.is("satisfies");
}

ScriptValue unknown_value() {
  return value_of_kind(ScriptValueKind::unknown);
}

ScriptValue number_value(std::string_view written) {
  std::string digits(written);
  std::erase(digits, '_');
  auto value = value_of_kind(ScriptValueKind::number);
  const char* const end = digits.data() + digits.size();
  const auto [behind, error] = std::from_chars(digits.data(), end, value.number);
  return error == std::errc{} && behind == end ? value : unknown_value();
}

ScriptValue text_value(std::string_view text) {
  auto value = value_of_kind(ScriptValueKind::text);
  value.text = text;
  return value;
}

ScriptValue word_value(std::string_view word) {
  if (word == "null" || word == "undefined") return value_of_kind(ScriptValueKind::null);
  if (word != "true" && word != "false") return unknown_value();
  auto value = value_of_kind(ScriptValueKind::boolean);
  value.boolean = word == "true";
  return value;
}

}  // namespace

ScriptValue value_of_kind(ScriptValueKind kind) {
  ScriptValue value;
  value.kind = kind;
  return value;
}

ScriptValue member_of(const ScriptValue& object, std::string_view key) {
  if (object.kind == ScriptValueKind::absent) return {};
  if (object.kind != ScriptValueKind::object) return unknown_value();
  const auto found = std::find_if(object.members.rbegin(), object.members.rend(),
                                  [&](const ScriptMember& member) { return member.key == key; });
  if (found != object.members.rend()) return found->value;
  return object.is_open ? unknown_value() : ScriptValue{};
}

ScriptValues::ScriptValues(std::span<const ScriptToken> tokens)
    : tokens_(tokens), closings_(tokens.size(), tokens.size()) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (opens(tokens_[i])) open.push_back(i);
    if (!closes(tokens_[i])) continue;
    if (open.empty() || !is_pair(tokens_[open.back()], tokens_[i])) return;
    closings_[open.back()] = i + 1;
    open.pop_back();
  }
  is_balanced_ = open.empty();
  note_constants();
}

void ScriptValues::note_constants() {
  const auto none = tokens_.size();
  for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
    if (tokens_[i].kind != ScriptTokenKind::name) continue;
    const bool is_constant = i > 0 && tokens_[i - 1].is("const");
    auto equals = i + 1;
    if (is_constant && tokens_[equals].is(":"))
      while (equals < none && !tokens_[equals].is("=") && !tokens_[equals].is(";")) ++equals;
    if (equals >= none || !tokens_[equals].is("=")) continue;
    // `x.name = 1` gives no value to the name itself.
    if (i > 0 && (tokens_[i - 1].is(".") || tokens_[i - 1].is("?."))) continue;
    const auto [place, is_new] =
        constants_.try_emplace(tokens_[i].written, is_constant ? equals + 1 : none);
    if (!is_new) place->second = none;
  }
}

std::size_t ScriptValues::constant(std::string_view name) const {
  const auto found = constants_.find(name);
  return found == constants_.end() ? tokens_.size() : found->second;
}

std::size_t ScriptValues::behind_brackets(std::size_t at) const {
  return at < tokens_.size() ? closings_[at] : tokens_.size();
}

bool ScriptValues::ends_at(std::size_t at) const {
  if (at >= tokens_.size()) return true;
  const auto& token = tokens_[at];
  return token.is(",") || token.is(";") || closes(token) || starts_statement(token);
}

std::size_t ScriptValues::end_of_expression(std::size_t at) const {
  auto end = at;
  while (end < tokens_.size() && (end == at ? !closes(tokens_[end]) : !ends_at(end)))
    end = opens(tokens_[end]) ? closings_[end] : end + 1;
  return end;
}

ScriptValue ScriptValues::value_at(std::size_t at) const {
  return read(at, 0);
}

std::size_t ScriptValues::primary_end(std::size_t at) const {
  return opens(tokens_[at]) ? closings_[at] : at + 1;
}

ScriptValue ScriptValues::read(std::size_t at, int depth) const {
  if (!is_balanced_ || at >= tokens_.size() || depth > deepest_value) return unknown_value();
  const auto end = end_of_expression(at);
  const auto behind = primary_end(at);
  const bool is_literal = behind == end || (behind < end && says_type(tokens_[behind]));
  ScriptValue value = is_literal ? primary(at, depth) : unknown_value();
  // What a name or brackets stand for keeps the place where it is written.
  if (!value.tokens.empty()) return value;
  value.offset = tokens_[at].offset;
  value.tokens = tokens_.subspan(at, end - at);
  return value;
}

ScriptValue ScriptValues::primary(std::size_t at, int depth) const {
  const auto& token = tokens_[at];
  switch (token.kind) {
    case ScriptTokenKind::number:
      return number_value(token.written);
    case ScriptTokenKind::text:
      return text_value(token.value());
    case ScriptTokenKind::name: {
      const auto initial = constant(token.written);
      return initial < tokens_.size() ? read(initial, depth + 1) : word_value(token.written);
    }
    case ScriptTokenKind::punctuation:
      break;
    case ScriptTokenKind::opaque_text:
    case ScriptTokenKind::pattern:
      return unknown_value();
  }
  if (token.is("{")) return object(at, depth);
  if (token.is("[")) return value_of_kind(ScriptValueKind::list);
  if (token.is("(")) return read(at + 1, depth + 1);
  return unknown_value();
}

ScriptValue ScriptValues::object(std::size_t at, int depth) const {
  auto result = value_of_kind(ScriptValueKind::object);
  const auto end = closings_[at];
  for (++at; at + 1 < end;) {
    if (tokens_[at].is(",")) {
      ++at;
    } else {
      at = std::max(read_member(result, at, depth), at + 1);
    }
  }
  return result;
}

std::size_t ScriptValues::read_member(ScriptValue& result, std::size_t at, int depth) const {
  const auto end = end_of_expression(at);
  const auto& first = tokens_[at];
  const bool has_key = first.kind == ScriptTokenKind::name || first.kind == ScriptTokenKind::text ||
                       first.kind == ScriptTokenKind::number;
  const std::string key(first.kind == ScriptTokenKind::text ? first.value() : first.written);
  if (has_key && at + 1 < end && tokens_[at + 1].is(":")) {
    result.members.push_back({key, read(at + 2, depth + 1)});
  } else if (first.kind == ScriptTokenKind::name && at + 1 == end) {
    result.members.push_back({key, read(at, depth + 1)});
  } else if (has_key && at + 1 < end && tokens_[at + 1].is("(")) {
    result.members.push_back({key, unknown_value()});
  } else {
    // A spread or a computed key may set anything, also what stands before it.
    for (auto& member : result.members) member.value = unknown_value();
    result.is_open = true;
  }
  return end;
}

}  // namespace corslint
