#pragma once

#include <map>
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

/// The env files of a folder whose names begin with `.env`, sorted by name.
using EnvFamily = std::vector<EnvFamilyMember>;

/// Reads the family of a folder. What cannot be read is left out.
EnvFamily env_family(const ProjectFolder& folder, const ReadOptions& options);

/// The variables that tools load together with the file `name` and that its references find where
/// the file has none of that name: for `.env.production` those of `.env.local` and `.env`, for
/// `.env.production.local` those of `.env.production` too, for an example file those of
/// `.env.example`. https://vite.dev/guide/env-and-mode.html#env-files
std::map<std::string, std::string, std::less<>> base_variables(const EnvFamily& family,
                                                               std::string_view name);

/// The policies of the files whose names sort before `name`, so that each pair of files is compared
/// once.
std::vector<FamilyPolicy> earlier_policies(const EnvFamily& family, std::string_view name);

}  // namespace corslint
