#include "lint/project/env_family.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lint/run/folder_entries.h"

namespace corslint {
namespace {

constexpr std::string_view stem = ".env";
constexpr std::string_view local = ".local";
constexpr std::string_view example = ".example";

/// The files that are loaded before `name`, the nearest one first.
std::vector<std::string> bases_of(std::string_view name) {
  const auto without = [](std::string_view text, std::string_view ending) {
    return std::string(text.substr(0, text.size() - ending.size()));
  };
  if (name == stem) return {};
  if (name.ends_with(example)) {
    if (name == std::string(stem) + std::string(example)) return {};
    return {std::string(stem) + std::string(example)};
  }
  const std::string base(stem);
  if (name == base + std::string(local)) return {base};
  std::vector<std::string> bases;
  if (name.ends_with(local)) bases.push_back(without(name, local));
  // Tests are to give the same result on every machine.
  const bool is_test = name.starts_with(".env.test");
  if (!is_test) bases.push_back(base + std::string(local));
  bases.push_back(base);
  return bases;
}

}  // namespace

std::vector<std::string> env_family_names(const ProjectFolder& folder) {
  const bool is_known = folder.entries != nullptr && folder.entries->is_whole;
  const auto listed = is_known ? folder.entries
                               : std::make_shared<const FolderEntries>(folder_entries(folder.path));
  std::vector<std::string> names;
  for (const auto& entry : listed->entries)
    if (entry.name.starts_with(stem) && format_of(entry.name) == Format::env)
      names.push_back(entry.name);
  std::sort(names.begin(), names.end());
  if (names.size() > largest_family) names.resize(largest_family);
  return names;
}

std::optional<EnvFamilyMember> env_family_member(const ProjectFolder& folder, std::string_view name,
                                                 const ReadOptions& options) {
  const auto file = read_project_file(folder, name);
  if (file.presence != Presence::present) return std::nullopt;
  const auto document = read_document(file.source, Format::env);
  EnvFamilyMember member{.name = std::string(name)};
  for (const auto& variable : document.root.members)
    if (variable.value.text.resolution != Resolution::unresolved)
      member.variables[variable.key] = variable.value.text.value;
  for (auto& policy : read_policies(file.source, document, options))
    member.policies.push_back({file.source.path(), std::move(policy)});
  return member;
}

std::map<std::string, std::string, std::less<>> base_variables(
    const std::vector<std::string>& family, std::string_view name, const EnvFamilyReader& read) {
  std::map<std::string, std::string, std::less<>> variables;
  if (!name.starts_with(stem)) return variables;
  for (const auto& base : bases_of(name)) {
    if (!std::binary_search(family.begin(), family.end(), base)) continue;
    // What a nearer file sets stays.
    if (const auto member = read(base))
      variables.insert(member->variables.begin(), member->variables.end());
  }
  return variables;
}

std::vector<FamilyPolicy> earlier_policies(const std::vector<std::string>& family,
                                           std::string_view name, const EnvFamilyReader& read) {
  std::vector<FamilyPolicy> policies;
  for (const auto& other : family) {
    if (other >= name) break;
    if (const auto member = read(other))
      policies.insert(policies.end(), member->policies.begin(), member->policies.end());
  }
  return policies;
}

}  // namespace corslint
