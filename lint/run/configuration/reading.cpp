#include "lint/run/configuration/reading.h"

#include <algorithm>
#include <string>

#include "lint/read/kind_name.h"
#include "lint/read/reader.h"
#include "lint/run/configuration/fields.h"
#include "lint/run/configuration/version_requirement.h"
#include "rules/checks/wording.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

class Reader {
 public:
  Reader(ConfigurationReading& reading, std::string_view version)
      : reading_(reading), version_(version) {}

  void read(const Value& root) {
    const auto& top = configuration_sections().front();
    for (const auto& member : root.members) {
      const auto* section = find_section(member.key);
      if (section != nullptr) {
        read_section(*section, member);
      } else if (const auto* field = find_field(top, member.key)) {
        read_field(top, *field, member);
      } else {
        report_unknown_top(member);
      }
    }
  }

  void report(FileProblem problem) { reading_.problems.push_back(std::move(problem)); }

 private:
  void report_unknown(const Member& member, std::string_view where,
                      const std::vector<std::string_view>& names) {
    const auto nearest = nearest_of(member.key, names);
    report({.span = member.key_span,
            .message = "There is no key " + in_backticks(member.key) + ' ' + std::string(where),
            .help = nearest.empty() ? "The keys there are " + listed_in_backticks(names)
                                    : "Did you mean " + in_backticks(nearest) + '?'});
  }

  void report_unknown_top(const Member& member) {
    std::vector<std::string_view> names;
    for (const auto& section : configuration_sections()) {
      if (section.form != SectionForm::top) names.push_back(section.name);
      for (const auto& field : section.fields) {
        if (section.form == SectionForm::top) names.push_back(field.key);
      }
    }
    for (const auto& section : configuration_sections()) {
      const bool is_inner =
          section.form == SectionForm::list && find_field(section, member.key) != nullptr;
      if (!is_inner || !nearest_of(member.key, names).empty()) continue;
      return report(
          {.span = member.key_span,
           .message = "There is no key " + in_backticks(member.key) + " at the top of the file",
           .help = "It belongs into a `[[" + std::string(section.name) + "]]`"});
    }
    report_unknown(member, "in a configuration of corslint", names);
  }

  void report_type(const Member& member, std::string_view wanted, std::string_view example,
                   const Value& value) {
    report({.span = value.span,
            .message = in_backticks(member.key) + " holds " + std::string(kind_name(value.kind)) +
                       "; it takes " + std::string(wanted),
            .help = example.empty() ? std::string() : "Write it as " + std::string(example)});
  }

  void read_section(const ConfigurationSection& section, const Member& member) {
    if (section.form == SectionForm::names) {
      read_names(section, member);
    } else if (section.form == SectionForm::list) {
      read_list(section, member);
    }
  }

  void note_set(const ConfigurationSection& section, const Member& member) {
    reading_.configuration.set_keys.push_back({.section = std::string(section.name),
                                               .key = member.key,
                                               .key_span = member.key_span,
                                               .value_span = member.value.span});
  }

  void read_names(const ConfigurationSection& section, const Member& table) {
    const auto form = "`[" + std::string(section.name) + "]` with lines such as `" +
                      std::string(section.example) + '`';
    if (table.value.kind != ValueKind::table)
      return report_type(table, "a table", form, table.value);
    for (const auto& member : table.value.members) {
      const auto name_problem = problem_with(*section.name_type, member.key);
      if (!name_problem.message.empty()) {
        report(
            {.span = member.key_span, .message = name_problem.message, .help = name_problem.help});
      }
      const auto value = checked_text(*section.value_type, member, member.value, section.example);
      if (!value || !name_problem.message.empty()) continue;
      note_set(section, member);
      section.store(reading_.configuration, {member.key, member.key_span}, *value);
    }
  }

  void read_list(const ConfigurationSection& section, const Member& list) {
    const auto form = "`[[" + std::string(section.name) + "]]`, a table for each entry";
    if (list.value.kind != ValueKind::list) {
      return report_type(list, "a list of tables", form, list.value);
    }
    for (const auto& item : list.value.items) {
      if (item.kind != ValueKind::table) {
        if (section.name == "ignore" && item.kind == ValueKind::string) {
          report({.span = item.span,
                  .message = "`ignore` holds a string; it takes a list of tables",
                  .help = "To turn a rule off everywhere, write `" + item.text.value +
                          " = \"off\"` below `[rules]`"});
        } else {
          report_type(list, "a list of tables", form, item);
        }
        continue;
      }
      read_entry(section, item);
    }
  }

  void read_entry(const ConfigurationSection& section, const Value& table) {
    section.begin(reading_.configuration, table.span);
    for (const auto& member : table.members) {
      const auto* field = find_field(section, member.key);
      if (field != nullptr) {
        read_field(section, *field, member);
        continue;
      }
      std::vector<std::string_view> names;
      for (const auto& known : section.fields) names.push_back(known.key);
      report_unknown(member, "in `[[" + std::string(section.name) + "]]`", names);
    }
    for (const auto& field : section.fields) {
      if (!field.is_required || find_member(table, field.key) != nullptr) continue;
      report({.span = table.span,
              .message =
                  "This `[[" + std::string(section.name) + "]]` has no " + in_backticks(field.key),
              .help = "Add `" + std::string(field.key) + " = " + std::string(field.example) + '`'});
    }
  }

  void read_field(const ConfigurationSection& section, const ConfigurationField& field,
                  const Member& member) {
    const auto example = std::string(field.key) + " = " + std::string(field.example);
    const auto checked = field.type->is_list ? checked_list(*field.type, member, example)
                                             : checked_single(*field.type, member, example);
    if (!checked) return;
    if (field.key == "required-version" && !is_satisfied(checked->front())) return;
    note_set(section, member);
    field.store(reading_.configuration, *checked);
  }

  bool is_satisfied(const LocatedText& requirement) {
    if (satisfies(version_, requirement.text).value_or(false)) return true;
    report({.span = requirement.span,
            .message = "This is corslint " + std::string(version_) +
                       ", and the configuration asks for " + in_backticks(requirement.text),
            .help = "Install a version that fits, or change `required-version`"});
    return false;
  }

  std::optional<LocatedText> checked_text(const ValueType& type, const Member& member,
                                          const Value& value, std::string_view example) {
    const bool is_date = type.may_be_date && value.kind == ValueKind::other;
    if (value.kind != ValueKind::string && !is_date) {
      report_type(member, type.is_list ? "texts only" : type.noun, '`' + std::string(example) + '`',
                  value);
      return std::nullopt;
    }
    auto problem = problem_with(type, value.text.value);
    if (!problem.message.empty()) {
      report({.span = value.span,
              .message = std::move(problem.message),
              .help = std::move(problem.help)});
      return std::nullopt;
    }
    return LocatedText{value.text.value, value.span};
  }

  std::optional<CheckedTexts> checked_single(const ValueType& type, const Member& member,
                                             std::string_view example) {
    auto text = checked_text(type, member, member.value, example);
    if (!text) return std::nullopt;
    return CheckedTexts{std::move(*text)};
  }

  std::optional<CheckedTexts> checked_list(const ValueType& type, const Member& member,
                                           std::string_view example) {
    if (member.value.kind != ValueKind::list) {
      report_type(member, type.noun, '`' + std::string(example) + '`', member.value);
      return std::nullopt;
    }
    if (member.value.items.empty() && !type.may_be_empty) {
      report({.span = member.value.span,
              .message = in_backticks(member.key) + " is empty, so this entry does nothing",
              .help = "Write it as `" + std::string(example) + '`'});
      return std::nullopt;
    }
    CheckedTexts texts;
    for (const auto& item : member.value.items) {
      if (auto text = checked_text(type, member, item, example)) texts.push_back(std::move(*text));
    }
    return texts.size() == member.value.items.size() ? std::optional(std::move(texts))
                                                     : std::nullopt;
  }

  ConfigurationReading& reading_;
  std::string_view version_;
};

FileProblem problem_of(const Irregularity& irregularity) {
  if (irregularity.kind == IrregularityKind::duplicate_key)
    return {.span = irregularity.span,
            .message = in_backticks(irregularity.subject) + " stands twice",
            .help = "Remove one of them"};
  return {.span = irregularity.span,
          .message = "The file is not TOML here: " + irregularity.detail,
          .help = "Correct this place and run again"};
}

const Value* own_table(const Document& document) {
  const Member* tool = find_member(document.root, "tool");
  const Member* own = tool == nullptr ? nullptr : find_member(tool->value, "corslint");
  return own == nullptr ? nullptr : &own->value;
}

}  // namespace

std::optional<ConfigurationReading> read_configuration(const SourceFile& file,
                                                       ConfigurationForm form,
                                                       std::string_view folder,
                                                       std::string_view version) {
  if (form == ConfigurationForm::pyproject &&
      file.text().find("corslint") == std::string_view::npos)
    return std::nullopt;
  const Document document = read_document(file, Format::toml);
  const Value* root = &document.root;
  if (form == ConfigurationForm::pyproject) {
    root = own_table(document);
    const bool is_ours = is_readable(document)
                             ? root != nullptr
                             : file.text().find("[tool.corslint") != std::string_view::npos;
    if (!is_ours) return std::nullopt;
  }
  ConfigurationReading reading;
  reading.configuration.folder = folder;
  for (const auto& irregularity : document.irregularities)
    reading.problems.push_back(problem_of(irregularity));
  Reader reader(reading, version);
  if (is_readable(document)) {
    if (root->kind == ValueKind::table) {
      reader.read(*root);
    } else {
      reader.report({.span = root->span, .message = "`tool.corslint` is not a table"});
    }
  }
  std::ranges::stable_sort(reading.problems, {},
                           [](const FileProblem& problem) { return problem.span.begin; });
  return reading;
}

}  // namespace corslint
