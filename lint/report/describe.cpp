#include "lint/report/describe.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "rules/catalog.h"
#include "rules/enforcers/enforcer.h"

namespace corslint {
namespace {

using Json = nlohmann::ordered_json;

std::string paragraph(std::string_view text) {
  constexpr std::size_t widest = 80;
  std::string result;
  std::size_t column = 0;
  while (!text.empty()) {
    const auto blank = std::min(text.find_first_of(" \n"), text.size());
    const auto word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (word.empty()) continue;
    const bool fits = column == 0 || column + 1 + word.size() <= widest;
    if (column > 0) result += fits ? ' ' : '\n';
    column = (fits && column > 0 ? column + 1 : 0) + word.size();
    result += word;
  }
  return result + '\n';
}

/// An indented code block, which is one in Markdown and in plain text alike.
std::string code_block(std::string_view code) {
  std::string result;
  while (!code.empty()) {
    const auto end = std::min(code.find('\n'), code.size());
    const auto line = code.substr(0, end);
    if (!line.empty()) result += "    " + std::string(line);
    result += '\n';
    code.remove_prefix(std::min(end + 1, code.size()));
  }
  while (result.ends_with("\n\n")) result.pop_back();
  return result;
}

std::string sentence(std::string_view text) {
  const bool ends = text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
  return std::string(text) + (ends ? "" : ".");
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width > text.size() ? width - text.size() : 0, ' ');
}

std::string table_cell(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

Json rule_object(const Rule& rule) {
  return {{"id", rule.id},
          {"group", group_name(rule.group)},
          {"severity", severity_name(rule.severity)},
          {"summary", rule.summary},
          {"rationale", rule.rationale},
          {"remedy", rule.remedy},
          {"exception", rule.exception},
          {"example_file", rule.example_file},
          {"bad", rule.bad},
          {"good", rule.good},
          {"reference", rule.reference}};
}

std::string joined_versions(std::string_view name) {
  std::string versions;
  for (const Enforcer* enforcer : enforcers()) {
    if (enforcer->name != name || enforcer->since.empty()) continue;
    versions += (versions.empty() ? "" : ", ") + std::string(enforcer->since);
  }
  return versions;
}

/// The newest version of each enforcer.
std::vector<const Enforcer*> newest_enforcers() {
  std::vector<const Enforcer*> newest;
  for (const Enforcer* enforcer : enforcers()) {
    if (newest.empty() || newest.back()->name != enforcer->name) newest.push_back(enforcer);
  }
  return newest;
}

}  // namespace

std::string rule_page(const Rule& rule, std::string_view heading) {
  const auto file = std::string(rule.example_file);
  auto page = std::string(heading) + ' ' + std::string(rule.id) + "\n\n";
  page += "Severity: " + std::string(severity_name(rule.severity)) +
          ", group: " + std::string(group_name(rule.group)) + "\n\n";
  page += paragraph(sentence(rule.summary)) + '\n';
  page += paragraph(rule.rationale) + '\n';
  page += "Bad (`" + file + "`):\n\n" + code_block(rule.bad) + '\n';
  page += "Good (`" + file + "`):\n\n" + code_block(rule.good) + '\n';
  page += paragraph("What to do: " + sentence(rule.remedy)) + '\n';
  if (!rule.exception.empty())
    page += paragraph("When to ignore it: " + sentence(rule.exception)) + '\n';
  return page + "Reference: <" + std::string(rule.reference) + ">\n";
}

std::string catalogue_text() {
  std::size_t width = 0;
  for (const Rule* rule : catalog()) width = std::max(width, rule->id.size());
  std::string text;
  std::optional<Group> group;
  for (const Rule* rule : catalog()) {
    if (rule->group != group) {
      if (group) text += '\n';
      group = rule->group;
      text += std::string(group_name(rule->group)) + '\n';
    }
    text += "  " + padded(rule->id, width) + "  " + padded(severity_name(rule->severity), 7) +
            "  " + std::string(rule->summary) + '\n';
  }
  return text;
}

std::string catalogue_json() {
  auto rules = Json::array();
  for (const Rule* rule : catalog()) rules.push_back(rule_object(*rule));
  return rules.dump(2) + '\n';
}

std::string catalogue_markdown() {
  std::string table;
  std::string pages;
  std::optional<Group> group;
  for (const Rule* rule : catalog()) {
    if (rule->group != group) {
      group = rule->group;
      const auto name = std::string(group_name(rule->group));
      table += "\n## Group `" + name +
               "`\n\n| rule | severity | what was found |\n| --- | --- | --- |\n";
    }
    const auto id = std::string(rule->id);
    table.append("| [`").append(id).append("`](#").append(id).append(") | ");
    table.append(severity_name(rule->severity)).append(" | ");
    table.append(table_cell(rule->summary)).append(" |\n");
    pages += '\n' + rule_page(*rule, "##");
  }
  return "# Rules\n\nGenerated by `corslint rules --format markdown`. `corslint explain RULE` "
         "prints "
         "one page.\n" +
         table + pages;
}

std::string dialects_text() {
  const auto newest = newest_enforcers();
  std::size_t width = 0;
  for (const Enforcer* enforcer : newest) width = std::max(width, enforcer->name.size());
  std::string text;
  for (const Enforcer* enforcer : newest) {
    text += padded(enforcer->name, width) + "  " + std::string(enforcer->title) + ": " +
            std::string(enforcer->summary) + '\n';
    const auto versions = joined_versions(enforcer->name);
    if (!versions.empty())
      text += std::string(width + 2, ' ') + "behaves differently since " + versions + '\n';
  }
  return text;
}

std::string dialects_json() {
  auto dialects = Json::array();
  for (const Enforcer* enforcer : newest_enforcers()) {
    auto versions = Json::array();
    for (const Enforcer* version : enforcers()) {
      if (version->name == enforcer->name && !version->since.empty())
        versions.push_back(version->since);
    }
    dialects.push_back({{"name", enforcer->name},
                        {"title", enforcer->title},
                        {"summary", enforcer->summary},
                        {"versions", std::move(versions)}});
  }
  return dialects.dump(2) + '\n';
}

}  // namespace corslint
