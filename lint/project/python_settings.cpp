#include "lint/project/python_settings.h"

#include <algorithm>
#include <array>
#include <string>

#include "lint/project/project_files.h"
#include "rules/policy/ascii.h"

// The module is read line by line, without its comments: a field's declaration names its type on
// the line on which it names the field, and stands in the first column of a class's body. Whatever
// lets a class decode for itself makes all of its fields unknown.
// https://docs.pydantic.dev/latest/concepts/pydantic_settings/#parsing-environment-variable-values

namespace corslint {
namespace {

/// What changes how pydantic-settings decodes, or where it takes values from.
constexpr std::array<std::string_view, 9> own_decoding{
    "NoDecode",         "enable_decoding",   "ForceDecode",         "parse_env_var",
    "json_loads",       "customise_sources", "prepare_field_value", "decode_complex_value",
    "EnvSettingsSource"};

constexpr std::array<std::string_view, 9> list_types{
    "list[", "List[", "set[", "Set[", "tuple[", "Tuple[", "Sequence[", "frozenset[", "FrozenSet["};

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

template <typename Parts>
bool holds_any(std::string_view text, const Parts& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return holds(text, part); });
}

std::string_view without_comment(std::string_view line) {
  return line.substr(0, line.find('#'));
}

/// The literal behind `env_prefix=`; empty without one.
std::string_view env_prefix(std::string_view text) {
  const auto at = text.find("env_prefix");
  if (at == std::string_view::npos) return {};
  const auto open = text.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const auto close = text.find(text[open], open + 1);
  return close == std::string_view::npos ? std::string_view()
                                         : text.substr(open + 1, close - open - 1);
}

/// A declaration `name: type = value` within a class.
struct Field {
  std::string_view name;
  std::string_view type;
};

std::optional<Field> field_in(std::string_view line) {
  const auto begin = line.find_first_not_of(" \t");
  const auto colon = line.find(':');
  if (begin == 0 || begin == std::string_view::npos || colon == std::string_view::npos)
    return std::nullopt;
  const auto name = stripped(line.substr(begin, colon - begin));
  const bool is_name = std::all_of(name.begin(), name.end(), [](char c) {
    const char lowered = ascii_lowered(c);
    return (lowered >= 'a' && lowered <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!is_name || name.empty()) return std::nullopt;
  const auto rest = line.substr(colon + 1);
  return Field{name, stripped(rest.substr(0, rest.find('=')))};
}

/// Follows the lines of a module and tells which of them are fields of a settings class.
class ClassBody {
 public:
  /// Whether the line stands directly in the body of a class that derives from BaseSettings.
  bool holds_line(std::string_view line) {
    const auto indent = line.find_first_not_of(" \t\r");
    if (indent == std::string_view::npos) return false;
    if (indent == 0) {
      is_settings_ = line.starts_with("class ") && holds(line, "BaseSettings");
      indent_ = unknown;
      return false;
    }
    if (indent_ == unknown) indent_ = indent;
    return is_settings_ && indent == indent_;
  }

 private:
  static constexpr auto unknown = std::string_view::npos;

  bool is_settings_ = false;
  std::size_t indent_ = unknown;  ///< of its fields
};

/// Whether pydantic decodes such a type from JSON and takes nothing else for it.
bool is_plain_list(std::string_view type) {
  const bool starts = std::any_of(list_types.begin(), list_types.end(), [&](std::string_view name) {
    return type.starts_with(name) || type.starts_with("typing." + std::string(name));
  });
  return starts && type.ends_with(']') && !holds(type, "|") && !holds(type, "Union");
}

std::optional<ListReader> settings_field(std::string_view text, std::string_view line,
                                         std::string_view variable) {
  const auto field = field_in(line);
  if (!field) return std::nullopt;
  const auto name = std::string(env_prefix(text)) + std::string(field->name);
  if (!equal_ignoring_case(name, variable)) return std::nullopt;
  if (is_plain_list(field->type)) return ListReader::json_only;
  if (field->type.starts_with("Annotated[") && holds(text, "BeforeValidator(parse_cors)"))
    return ListReader::fastapi_template;
  return std::nullopt;
}

std::optional<ListReader> call_in(std::string_view line, std::string_view variable) {
  for (const std::string_view quote : {"\"", "'"}) {
    const auto quoted = std::string(quote) + std::string(variable) + std::string(quote);
    if (holds(line, "env.list(" + quoted)) return ListReader::untrimmed_commas;
    if (holds(line, "config(" + quoted) && holds(line, "Csv()")) return ListReader::trimmed_commas;
  }
  return std::nullopt;
}

}  // namespace

std::optional<VariableReader> python_reader(const SourceFile& module, std::string_view variable) {
  const auto text = module.text();
  const bool decodes_itself = holds_any(text, own_decoding);
  const bool has_environ = holds(text, "import environ") || holds(text, "from environ");
  const bool has_decouple = holds(text, "from decouple");
  ClassBody body;
  for (std::uint32_t number = 1; number <= module.line_count(); ++number) {
    const auto line = without_comment(module.line(number));
    std::optional<ListReader> reader;
    if (body.holds_line(line) && !decodes_itself) reader = settings_field(text, line, variable);
    if (!reader) reader = call_in(line, variable);
    if (reader == ListReader::untrimmed_commas && !has_environ) reader.reset();
    if (reader == ListReader::trimmed_commas && !has_decouple) reader.reset();
    if (!reader) continue;
    return VariableReader{.variable = std::string(variable),
                          .reader = *reader,
                          .place = place_in(module, module.line_span(number).begin)};
  }
  return std::nullopt;
}

}  // namespace corslint
