#include "lint/report/configuration.h"

#include <algorithm>
#include <string_view>

#include "lint/report/json_values.h"
#include "lint/run/configuration/fields.h"
#include "lint/run/configuration/settings.h"

namespace corslint {
namespace {

/// A text as a TOML basic string, which is written as JSON's is.
std::string toml_string(std::string_view text) {
  auto written = dumped(Json(text), -1);
  written.pop_back();
  return written;
}

/// Prints a configuration from the places of its keys, so that values stand as they were written.
class Printer {
 public:
  Printer(const LoadedConfiguration& loaded, const std::string& path)
      : loaded_(loaded), path_(path) {}

  std::string print() {
    text_ = loaded_.file ? "# " + loaded_.file->path() + '\n' : "# no configuration file\n";
    for (const auto& section : configuration_sections()) {
      if (section.form == SectionForm::top) print_top(section);
      if (section.form == SectionForm::names) print_names(section);
    }
    print_entries("policy", loaded_.configuration.policies);
    print_entries("ignore", loaded_.configuration.ignores);
    return std::move(text_);
  }

 private:
  std::string origin_of(Span span) const {
    return "  # " + loaded_.file->path() + ':' +
           std::to_string(loaded_.file->position(span.begin).line) + '\n';
  }

  void print_set(const SetKey& set) {
    const auto source = loaded_.file->text();
    const auto slice = [&](Span span) { return source.substr(span.begin, span.end - span.begin); };
    text_.append(slice(set.key_span)).append(" = ").append(slice(set.value_span));
    text_ += origin_of(set.key_span);
  }

  void print_top(const ConfigurationSection& section) {
    const auto& keys = loaded_.configuration.set_keys;
    for (const auto& field : section.fields) {
      const auto set = std::ranges::find_if(keys, [&](const SetKey& candidate) {
        return candidate.section.empty() && candidate.key == field.key;
      });
      if (set != keys.end()) {
        print_set(*set);
      } else if (!field.standard.empty()) {
        text_ += std::string(field.key) + " = " + std::string(field.standard) + "  # default\n";
      }
    }
  }

  void print_names(const ConfigurationSection& section) {
    bool is_first = true;
    for (const auto& set : loaded_.configuration.set_keys) {
      if (set.section != section.name) continue;
      if (is_first) text_ += "\n[" + std::string(section.name) + "]\n";
      is_first = false;
      print_set(set);
    }
  }

  template <typename Entry>
  void print_entries(std::string_view section, const std::vector<Entry>& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (!path_.empty() && !means(entries[i].path.text, path_)) continue;
      const auto begin = entries[i].span.begin;
      const auto end = i + 1 < entries.size() ? entries[i + 1].span.begin : UINT32_MAX;
      text_ += "\n[[" + std::string(section) + "]]" + origin_of(entries[i].span);
      for (const auto& set : loaded_.configuration.set_keys) {
        if (set.section == section && set.key_span.begin >= begin && set.key_span.begin < end)
          print_set(set);
      }
    }
  }

  const LoadedConfiguration& loaded_;
  const std::string& path_;
  std::string text_;
};

std::string template_field(const ConfigurationField& field) {
  const auto value = field.standard.empty() ? field.example : field.standard;
  return "# " + std::string(field.key) + " = " + std::string(value) + '\n';
}

std::string found_text(const std::vector<FileReport>& files) {
  std::string text;
  for (const auto& file : files) {
    for (const auto& policy : file.policies)
      text += "#   " + file.file.path() + ": policy `" + policy.name + "`, dialect " +
              policy.dialect + ", environment " +
              std::string(environment_name(policy.environment)) + '\n';
  }
  if (text.empty()) return "# No CORS policy was found here when this was written.\n";
  return "# Found here when this was written (`corslint -v` lists it anew):\n" + text;
}

/// One entry to fill in for each file with a policy whose enforcer is not known.
std::string open_questions(const std::vector<FileReport>& files) {
  std::string text;
  for (const auto& file : files) {
    if (std::ranges::find(file.policies, "generic", &PolicySummary::dialect) == file.policies.end())
      continue;
    text += "\n# [[policy]]\n# path = " + toml_string(file.file.path()) +
            "\n# dialect = \"starlette\"\n";
  }
  if (text.empty()) return text;
  return "\n# Nothing says which program enforces these, so they were judged as a generic one's. "
         "Name it\n# here: `starlette` is FastAPI's, and `corslint dialects` lists the others.\n" +
         text.substr(1);
}

}  // namespace

std::string configuration_text(const LoadedConfiguration& loaded, const std::string& path) {
  return Printer(loaded, path).print();
}

std::string configuration_template(const std::vector<FileReport>& files) {
  std::string text =
      "# What corslint does in this folder and below. `corslint config show` prints what holds.\n"
      "# Editors complete it with `corslint schema config > corslint.schema.json` and this as the "
      "first\n# line:  #:schema ./corslint.schema.json\n#\n" +
      found_text(files);
  for (const auto& section : configuration_sections()) {
    if (section.form != SectionForm::top) text += "\n# " + std::string(section.summary) + ".\n";
    if (section.form == SectionForm::names)
      text += "# [" + std::string(section.name) + "]\n# " + std::string(section.example) + '\n';
    if (section.form == SectionForm::list) text += "# [[" + std::string(section.name) + "]]\n";
    for (const auto& field : section.fields) {
      if (field.key == "$schema") continue;
      if (section.form == SectionForm::top) text += '\n';
      text += "# " + std::string(field.summary) + ".\n" + template_field(field);
    }
    if (section.name == "policy") text += open_questions(files);
  }
  return text;
}

}  // namespace corslint
