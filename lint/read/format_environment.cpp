// The file's name is asked before its folders, each dotted part of the name from the end, and in a
// part only its first and last word: `config-production.toml` tells its environment, but
// `universal-dev-assistant-config.toml` is only named after a product. In the name of an env file
// only what follows `.env.` counts, or the last word before `.env`; `local` there says that the
// file is one machine's own, whatever the environment.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "lint/read/reader.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find_first_of(separators);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<Environment> environment_of_words(const std::vector<std::string_view>& words) {
  if (const auto last = environment_named(words.back())) return last;
  return environment_named(words.front());
}

std::optional<Environment> environment_of_parts(std::string_view name) {
  auto parts = split(name, ".");
  std::reverse(parts.begin(), parts.end());
  for (const auto part : parts)
    if (const auto found = environment_of_words(split(part, "-_"))) return found;
  return std::nullopt;
}

std::optional<Environment> environment_of_name(std::string_view name) {
  const auto env = ascii_lowered(name).find(".env");
  const bool is_env_file =
      env != std::string_view::npos && (env + 4 == name.size() || name[env + 4] == '.');
  if (!is_env_file) return environment_of_parts(name);
  auto after = name.substr(env + 4);
  constexpr std::string_view one_machine = ".local";
  if (ascii_lowered(after).ends_with(one_machine)) after.remove_suffix(one_machine.size());
  if (const auto told = environment_of_parts(after)) return told;
  return environment_named(split(name.substr(0, env), ".-_").back());
}

/// Folders are named after more things than files are: `local`, `live` and `ci` tell nothing.
std::optional<Environment> environment_of_folder(std::string_view name) {
  static constexpr std::array<std::string_view, 9> telling{
      "dev", "development", "test", "testing", "stage", "staging", "prd", "prod", "production"};
  if (std::find(telling.begin(), telling.end(), ascii_lowered(name)) == telling.end())
    return std::nullopt;
  return environment_named(name);
}

bool holds_home_folders(std::string_view name) {
  return name == "home" || name == "Users";
}

}  // namespace

Environment environment_of(std::string_view path) {
  const auto parts = split(path, "/\\");
  if (const auto told = environment_of_name(parts.back())) return *told;
  for (std::size_t i = parts.size() - 1; i > 0; --i) {
    // The folder of a user is named after the user.
    if (i >= 2 && holds_home_folders(parts[i - 2])) break;
    if (const auto told = environment_of_folder(parts[i - 1])) return *told;
  }
  return Environment::unknown;
}

}  // namespace corslint
