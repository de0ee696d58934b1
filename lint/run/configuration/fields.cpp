#include "lint/run/configuration/fields.h"

#include <algorithm>
#include <array>

#include "lint/run/selection.h"

namespace corslint {
namespace {

std::vector<std::string> texts(const CheckedTexts& values) {
  std::vector<std::string> result;
  for (const auto& value : values) result.push_back(value.text);
  return result;
}

const LocatedText& only(const CheckedTexts& values) {
  return values.front();
}

std::optional<Severity> severity_of(std::string_view level) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    if (level == severity_name(severity)) return severity;
  }
  return std::nullopt;
}

constexpr auto top_fields = std::to_array<ConfigurationField>({
    {.key = "required-version",
     .type = &version_requirement_type,
     .summary = "The versions of corslint that may read this file; any other one stops",
     .example = "\">=0.1\"",
     .store = [](Configuration&, const CheckedTexts&) {}},
    {.key = "fail-level",
     .type = &fail_level_type,
     .summary = "Exit with 1 from this severity on: error, warning, info or never",
     .standard = "\"warning\"",
     .example = "\"error\"",
     .store = [](Configuration& c,
                 const CheckedTexts& v) { c.fail_level = severity_of(only(v).text); }},
    {.key = "select",
     .type = &rule_or_group_list_type,
     .summary =
         "Only these rules run; names of rules and groups, ALL; `[rules]` turns single ones off",
     .standard = "[\"ALL\"]",
     .example = R"(["origins", "credentials"])",
     .store = [](Configuration& c, const CheckedTexts& v) { c.select = texts(v); }},
    {.key = "dev-origins",
     .type = &origin_list_type,
     .summary =
         "Front ends that every development policy has to admit, beside those found in the project",
     .standard = "[]",
     .example = "[\"http://localhost:5173\"]",
     .store = [](Configuration& c, const CheckedTexts& v) { c.dev_origins = texts(v); }},
    {.key = "exclude",
     .type = &glob_list_type,
     .summary =
         "Globs, as in .gitignore, of what a search of folders leaves out, in place of the usual "
         "folders such as `node_modules` and `dist`",
     .example = "[\"third_party/\"]",
     .store = [](Configuration& c, const CheckedTexts& v) { c.exclude = texts(v); }},
    {.key = "extend-exclude",
     .type = &glob_list_type,
     .summary = "Globs, as in .gitignore, of what a search of folders leaves out besides",
     .standard = "[]",
     .example = R"(["fixtures/", "*.generated.json"])",
     .store = [](Configuration& c, const CheckedTexts& v) { c.extend_exclude = texts(v); }},
    {.key = "baseline",
     .type = &file_type,
     .summary =
         "A file of known findings, which are not reported; `--write-baseline FILE` writes it",
     .example = "\"corslint-baseline.json\"",
     .store = [](Configuration& c, const CheckedTexts& v) { c.baseline = only(v); }},
    {.key = "$schema",
     .type = &any_text_type,
     .summary = "The JSON Schema of this file, for editors; not read",
     .example = "\"./config.schema.json\"",
     .store = [](Configuration&, const CheckedTexts&) {}},
});

constexpr auto policy_fields = std::to_array<ConfigurationField>({
    {.key = "path",
     .type = &glob_type,
     .is_required = true,
     .summary = "The files, as a path or glob as in .gitignore",
     .example = "\"services/*/cors.toml\"",
     .store = [](Configuration& c, const CheckedTexts& v) { c.policies.back().path = only(v); }},
    {.key = "name",
     .type = &any_text_type,
     .summary =
         "The policy's name, as `-v` and `--format json` show it; without it, every policy of "
         "these files",
     .example = "\"cors\"",
     .store = [](Configuration& c,
                 const CheckedTexts& v) { c.policies.back().name = only(v).text; }},
    {.key = "dialect",
     .type = &dialect_type,
     .summary = "The program that enforces it (`corslint dialects`), with `@VERSION` if need be",
     .example = "\"starlette\"",
     .store = [](Configuration& c,
                 const CheckedTexts& v) { c.policies.back().dialect = only(v).text; }},
    {.key = "environment",
     .type = &environment_type,
     .summary = "Where it is deployed: development, test, staging or production",
     .example = "\"production\"",
     .store =
         [](Configuration& c, const CheckedTexts& v) {
           c.policies.back().environment =
               environment_named(only(v).text).value_or(Environment::unknown);
         }},
});

constexpr auto ignore_fields = std::to_array<ConfigurationField>({
    {.key = "path",
     .type = &glob_type,
     .is_required = true,
     .summary = "The files, as a path or glob as in .gitignore",
     .example = "\"deploy/s3-cors.json\"",
     .store = [](Configuration& c, const CheckedTexts& v) { c.ignores.back().path = only(v); }},
    {.key = "rules",
     .type = &rule_list_type,
     .is_required = true,
     .summary = "The rules whose findings are silenced there",
     .example = "[\"wildcard-origin\"]",
     .store = [](Configuration& c, const CheckedTexts& v) { c.ignores.back().rules = v; }},
    {.key = "pointer",
     .type = &pointer_type,
     .summary = "Only findings at this place of the file and within it, as a JSON Pointer",
     .example = "\"/CORSRules/0\"",
     .store = [](Configuration& c, const CheckedTexts& v) { c.ignores.back().pointer = only(v); }},
    {.key = "reason",
     .type = &any_text_type,
     .summary = "Why that is right; shown with what was silenced",
     .example = "\"public assets\"",
     .store = [](Configuration& c,
                 const CheckedTexts& v) { c.ignores.back().reason = only(v).text; }},
    {.key = "expires",
     .type = &date_type,
     .summary = "From this day on (UTC) the entry silences nothing and is reported",
     .example = "2099-12-31",
     .store =
         [](Configuration& c, const CheckedTexts& v) {
           c.ignores.back().expires = date_of(only(v).text);
           c.ignores.back().expires_span = only(v).span;
         }},
});

void store_severity(Configuration& configuration, const LocatedText& name,
                    const LocatedText& value) {
  // The order of the keys in the file does not count: of several names for one rule, the one for
  // the fewest rules holds.
  const auto rules = rules_named(name.text);
  for (const Rule* rule : rules) {
    const auto closer = std::ranges::find_if(configuration.set_keys, [&](const SetKey& set) {
      if (set.section != "rules" || set.key == name.text) return false;
      const auto others = rules_named(set.key);
      return others.size() < rules.size() && std::ranges::find(others, rule) != others.end();
    });
    if (closer == configuration.set_keys.end())
      configuration.severities[std::string(rule->id)] = severity_of(value.text);
  }
}

const auto sections = std::to_array<ConfigurationSection>({
    {.form = SectionForm::top, .summary = "The top of the file", .fields = top_fields},
    {.form = SectionForm::names,
     .name = "rules",
     .summary = "The severity of a rule or group: error, warning, info or off",
     .name_type = &rule_or_group_type,
     .value_type = &level_type,
     .example = "missing-vary = \"off\"",
     .store = store_severity},
    {.form = SectionForm::names,
     .name = "env",
     .summary = "Which variables of env files carry what of a policy, beyond the usual names",
     .name_type = &variable_name_type,
     .value_type = &policy_field_type,
     .example = "WEB_HOSTS = \"allow_origins\"",
     .store = [](Configuration& c, const LocatedText& name,
                 const LocatedText& value) { c.env_names[name.text] = value.text; }},
    {.form = SectionForm::list,
     .name = "policy",
     .summary = "What is known of policies that do not say it themselves; of several entries for "
                "one, the last "
                "one counts",
     .fields = policy_fields,
     .begin =
         [](Configuration& c, Span header) {
           c.policies.emplace_back();
           c.policies.back().span = header;
         }},
    {.form = SectionForm::list,
     .name = "ignore",
     .summary = "Findings that are not reported, where a file has no comments or the reason stands "
                "elsewhere",
     .fields = ignore_fields,
     .begin =
         [](Configuration& c, Span header) {
           c.ignores.emplace_back();
           c.ignores.back().span = header;
         }},
});

}  // namespace

std::span<const ConfigurationSection> configuration_sections() {
  return sections;
}

const ConfigurationSection* find_section(std::string_view name) {
  const auto* const found = std::ranges::find(sections, name, &ConfigurationSection::name);
  return found == sections.end() ? nullptr : &*found;
}

const ConfigurationField* find_field(const ConfigurationSection& section, std::string_view key) {
  const auto found = std::ranges::find(section.fields, key, &ConfigurationField::key);
  return found == section.fields.end() ? nullptr : &*found;
}

}  // namespace corslint
