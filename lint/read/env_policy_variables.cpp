#include "lint/read/env_policy_variables.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "lint/read/env_definitions.h"
#include "lint/read/env_names.h"
#include "lint/read/example_file.h"
#include "rules/enforcers/enforcer.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

bool is_name_byte(char c) {
  const char lowered = ascii_lowered(c);
  return (lowered >= 'a' && lowered <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// Whether a line of a comment is a variable that has been commented out.
bool is_assignment(std::string_view line) {
  const auto* const end = std::find_if_not(line.begin(), line.end(), is_name_byte);
  return end != line.begin() && end != line.end() && *end == '=';
}

/// Whether a comment speaks of CORS: as a word of its own, so that `corslint:` is none.
bool says_cors(std::string_view comment) {
  constexpr std::string_view word = "cors";
  for (std::size_t begin = 0; begin < comment.size();) {
    const auto end = std::min(comment.find('\n', begin), comment.size());
    const auto line = ascii_lowered(comment.substr(begin, end - begin));
    begin = end + 1;
    if (is_assignment(line)) continue;
    for (auto at = line.find(word); at != std::string::npos; at = line.find(word, at + 1)) {
      const auto behind = at + word.size();
      const bool starts = at == 0 || !is_name_byte(line[at - 1]);
      const bool ends = behind == line.size() || !is_name_byte(line[behind]);
      if (starts && ends) return true;
    }
  }
  return false;
}

/// Whether nothing but one line end separates two variables, the second one without a comment.
bool are_neighbours(std::string_view text, const Member& first, const Member& second) {
  if (second.key_span.begin < first.value.span.end) return false;
  const auto between =
      text.substr(first.value.span.end, second.key_span.begin - first.value.span.end);
  const auto ends = std::count(between.begin(), between.end(), '\n');
  return ends == 1 || (ends == 0 && std::count(between.begin(), between.end(), '\r') == 1);
}

/// The whole value is a pattern in Symfony's NelmioCorsBundle, whose variable this is.
bool is_nelmio_pattern(const Member& member) {
  return member.key == "CORS_ALLOW_ORIGIN" && member.value.text.value.starts_with('^');
}

/// Open WebUI puts semicolons into the variable of that name.
bool may_be_open_webui_list(const Member& member) {
  return member.key == "CORS_ALLOW_ORIGIN" &&
         member.value.text.value.find(';') != std::string::npos;
}

bool is_of_open_webui(const std::vector<Member>& members) {
  return std::ranges::any_of(members, [](const Member& member) {
    return member.key.starts_with("WEBUI_") || member.key.starts_with("OPEN_WEBUI_");
  });
}

/// Whether an entry begins with a slash: Medusa, whose variables are named so, takes `/.../` for a
/// pattern.
bool has_pattern_between_slashes(std::string_view value) {
  return value.starts_with('/') || value.find(",/") != std::string_view::npos;
}

/// Laravel's `env()` makes of the word `null` what is not set, and its files are full of it.
bool is_full_of_null(const std::vector<Member>& members) {
  return std::ranges::any_of(members, [](const Member& member) {
    return member.value.text.value == "null" && !env_role(member.key);
  });
}

class Collector {
 public:
  Collector(const SourceFile& file, const Document& document, const ReadOptions& options)
      : file_(file),
        document_(document),
        members_(document.root.members),
        options_(options),
        is_example_(is_example_file(file.path())) {}

  std::vector<EnvPolicyVariable> collect() {
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const Member& member = members_[i];
      const bool is_blank = is_example_ && member.value.text.value.empty();
      auto role = is_blank ? std::nullopt : role_by_name(member);
      if (role && member.value.text.value == "null" && null_is_unset()) continue;
      if (!role || is_overridden(i)) continue;
      if (is_confirmed(i, *role)) add(member, *role);
    }
    return std::move(variables_);
  }

 private:
  /// Most variables have no role, and most files so need no index.
  bool is_overridden(std::size_t index) {
    if (!definitions_) definitions_.emplace(members_);
    return definitions_->is_overridden(members_[index].key, index);
  }

  /// What the whole file tells is asked for once.
  bool null_is_unset() {
    if (!null_is_unset_) null_is_unset_ = is_full_of_null(members_);
    return *null_is_unset_;
  }

  bool is_open_webui() {
    if (!is_open_webui_) is_open_webui_ = is_of_open_webui(members_);
    return *is_open_webui_;
  }

  std::optional<EnvRole> role_by_name(const Member& member) {
    auto role = env_role(member.key);
    const auto named = options_.env_names.find(member.key);
    if (named != options_.env_names.end()) {
      const auto field = field_named(named->second);
      if (!field) return std::nullopt;
      if (!role) role.emplace();
      role->field = *field;
      role->evidence = EnvEvidence::name;
      return role;
    }
    if (!role || role->field != Field::origins) return role;
    if (is_nelmio_pattern(member)) role->field = Field::origin_patterns;
    if (may_be_open_webui_list(member) && is_open_webui()) role->evidence = EnvEvidence::everyone;
    return role;
  }

  /// Whether what the name leaves open speaks for CORS; settles the field where the value decides.
  bool is_confirmed(std::size_t index, EnvRole& role) {
    const Member& member = members_[index];
    const std::string_view value = member.value.text.value;
    if (role.evidence == EnvEvidence::name) return true;
    if (role.evidence == EnvEvidence::everyone) return value == "*";
    if (role.evidence == EnvEvidence::value) {
      if (env_boolean(value)) role.field = Field::enabled;
      return role.field == Field::enabled || value == "*" ||
             (value.find("://") != std::string_view::npos && !has_pattern_between_slashes(value));
    }
    const auto comment = document_.comments.find(member.key_span.begin);
    const bool has_comment = comment != document_.comments.end();
    const bool continues = last_by_comment_ != nullptr && index > 0 && !has_comment &&
                           last_by_comment_ == &members_[index - 1] &&
                           are_neighbours(file_.text(), *last_by_comment_, member);
    if (!continues && !(has_comment && says_cors(comment->second))) return false;
    last_by_comment_ = &member;
    return true;
  }

  void add(const Member& member, const EnvRole& role) {
    if (role.is_element) return add_element(member, role);
    std::string dialect(role.dialect);
    if (find_enforcer(dialect) == nullptr) dialect.clear();
    variables_.push_back({.setting = {role.field, member.key, {&member}},
                          .group = role.group,
                          .environment = role.environment,
                          .dialect = std::move(dialect)});
  }

  /// Joins the elements of one list, whose names differ in the number only.
  void add_element(const Member& member, const EnvRole& role) {
    auto name = member.key;
    while (!name.empty() && (name.back() == '_' || (name.back() >= '0' && name.back() <= '9')))
      name.pop_back();
    const bool continues = !variables_.empty() && variables_.back().setting.name == name;
    if (!continues)
      variables_.push_back({.setting = {role.field, name, {}},
                            .group = role.group,
                            .environment = role.environment});
    variables_.back().setting.members.push_back(&member);
  }

  const SourceFile& file_;
  const Document& document_;
  const std::vector<Member>& members_;
  const ReadOptions& options_;
  std::optional<EnvDefinitions> definitions_;
  std::optional<bool> null_is_unset_;
  std::optional<bool> is_open_webui_;
  bool is_example_;
  const Member* last_by_comment_ = nullptr;
  std::vector<EnvPolicyVariable> variables_;
};

}  // namespace

std::vector<EnvPolicyVariable> env_policy_variables(const SourceFile& file,
                                                    const Document& document,
                                                    const ReadOptions& options) {
  return Collector(file, document, options).collect();
}

}  // namespace corslint
