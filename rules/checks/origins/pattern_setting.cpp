#include "rules/checks/origins/pattern_setting.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "rules/checks/origins/additions.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

constexpr std::string_view blanks = " \t";

enum class PatternForm { text, list };

/// The key beside a list of origins that holds patterns.
struct PatternKey {
  std::string_view origins;
  std::string_view patterns;
  PatternForm form = PatternForm::text;
};

constexpr std::array pattern_keys{
    PatternKey{"allow_origins", "allow_origin_regex"},
    // https://doc.traefik.io/traefik/middlewares/http/headers/#accesscontrolalloworiginlistregex
    PatternKey{"accessControlAllowOriginList", "accessControlAllowOriginListRegex",
               PatternForm::list},
};

/// What goes between the new setting and the key behind it: a line end with the key's indentation
/// where the key begins its line, else a blank. None where something else than a neighbour in the
/// same table stands before the key.
std::optional<std::string> space_before(std::size_t key, std::string_view file_text) {
  const auto before = file_text.substr(0, key);
  const auto last = before.find_last_not_of(blanks);
  if (last == std::string_view::npos) return "\n" + std::string(before);
  if (before[last] == '{' || before[last] == ',') return " ";
  if (before[last] != '\n') return std::nullopt;
  const bool is_pair = last > 0 && before[last - 1] == '\r';
  return std::string(before.substr(is_pair ? last - 1 : last));
}

std::optional<std::string> value_of(std::string_view pattern, PatternForm form, Format format) {
  const auto quoting = format == Format::json ? Quoting::json : Quoting::toml_literal;
  const auto written = spelled(pattern, quoting);
  if (!written) return std::nullopt;
  const std::string quote = format == Format::json ? "\"" : "'";
  const auto text = quote + *written + quote;
  return form == PatternForm::list ? '[' + text + ']' : text;
}

/// What adds the pattern to those that the policy has, or gives it a setting for them.
std::vector<Edit> addition_of(const std::string& pattern, const Policy& policy,
                              const Context& context) {
  if (policy.origin_patterns.form == ListForm::list) {
    auto fixes = added(policy.origin_patterns, pattern, context.text);
    return fixes.empty() ? std::vector<Edit>() : std::move(fixes.front().edits);
  }
  const auto setting = pattern_setting(policy, pattern, context.text);
  return setting ? std::vector{*setting} : std::vector<Edit>();
}

}  // namespace

std::optional<Edit> pattern_setting(const Policy& policy, std::string_view pattern,
                                    std::string_view file_text) {
  const Span key = policy.origins.key_span;
  const auto* const known =
      std::ranges::find(pattern_keys, policy.origins.key, &PatternKey::origins);
  if (policy.format == Format::env || is_set(policy.origin_patterns) || key == Span{} ||
      key.end > file_text.size() || known == pattern_keys.end())
    return std::nullopt;
  const auto space = space_before(key.begin, file_text);
  const auto value = value_of(pattern, known->form, policy.format);
  if (!space || !value) return std::nullopt;
  const bool in_json = policy.format == Format::json;
  const bool own_line = space->front() != ' ';
  const std::string name(known->patterns);
  const auto setting = in_json ? '"' + name + "\": " + *value : name + " = " + *value;
  const std::string end = in_json || !own_line ? "," : "";
  return Edit{.span = {key.begin, key.begin}, .text = setting + end + *space};
}

std::vector<Fix> moved_to_patterns(const Text& entry, const Policy& policy, const Context& context,
                                   const std::string& pattern) {
  if (pattern.empty() || !entry.removal || entry.resolution != Resolution::literal) return {};
  auto edits = addition_of(pattern, policy, context);
  if (edits.empty()) return {};
  edits.push_back({*entry.removal, ""});
  return {{.title = "Move it to the patterns as " + in_backticks(pattern),
           .safety = Safety::unsafe,
           .edits = std::move(edits)}};
}

}  // namespace corslint
