#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/project/project_files.h"
#include "lint/read/reader.h"
#include "rules/surroundings.h"

namespace corslint {

/// The most env files of one folder that are taken for a family.
inline constexpr std::size_t largest_family = 32;

/// One env file of a folder: its name, its variables as far as their values are known, and its
/// policies.
struct EnvFamilyMember {
  std::string name;
  std::map<std::string, std::string, std::less<>> variables = {};
  std::vector<FamilyPolicy> policies = {};
};

/// The names of the env files of a folder that begin with `.env`, sorted.
std::vector<std::string> env_family_names(const ProjectFolder& folder);

/// Reads one file of the family; nothing where it cannot be read.
std::optional<EnvFamilyMember> env_family_member(const ProjectFolder& folder, std::string_view name,
                                                 const ReadOptions& options);

/// Reads the member of that name, or finds it where it has been read; null where it cannot be read.
using EnvFamilyReader = std::function<std::shared_ptr<const EnvFamilyMember>(const std::string&)>;

/// The variables that tools load together with the file `name` and that its references find where
/// the file has none of that name: for `.env.production` those of `.env.local` and `.env`, for
/// `.env.production.local` those of `.env.production` too, for an example file those of
/// `.env.example`. https://vite.dev/guide/env-and-mode.html#env-files
std::map<std::string, std::string, std::less<>> base_variables(
    const std::vector<std::string>& family, std::string_view name, const EnvFamilyReader& read);

/// The policies of the files whose names sort before `name`, so that each pair of files is compared
/// once.
std::vector<FamilyPolicy> earlier_policies(const std::vector<std::string>& family,
                                           std::string_view name, const EnvFamilyReader& read);

}  // namespace corslint
