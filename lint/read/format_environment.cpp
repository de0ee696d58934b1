// The file's name is asked before its folders, each dotted part of the name from the end, and in a
// part only its first and last word: `config-production.toml` tells its environment, but
// `universal-dev-assistant-config.toml` is only named after a product. In the name of an env file
// only what follows `.env.` counts, or the last word before `.env`; `local` there says that the
// file is one machine's own, whatever the environment.
#include <algorithm>
#include <array>
#include <string>

#include "lint/read/reader.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// Takes what stands behind the last separator off the text, and the separator with it.
std::string_view take_last(std::string_view& text, std::string_view separators) {
  const auto separates = [&](char c) { return std::ranges::count(separators, c) != 0; };
  std::size_t begin = text.size();
  while (begin > 0 && !separates(text[begin - 1])) --begin;
  const auto last = text.substr(begin);
  text = text.substr(0, begin > 0 ? begin - 1 : 0);
  return last;
}

std::optional<Environment> environment_of_words(std::string_view part) {
  constexpr std::string_view separators = "-_";
  const auto first = part.substr(0, part.find_first_of(separators));
  if (const auto told = environment_named(take_last(part, separators))) return told;
  return environment_named(first);
}

std::optional<Environment> environment_of_parts(std::string_view name) {
  while (true) {
    const bool is_first = name.find('.') == std::string_view::npos;
    if (const auto found = environment_of_words(take_last(name, "."))) return found;
    if (is_first) return std::nullopt;
  }
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
  auto before = name.substr(0, env);
  return environment_named(take_last(before, ".-_"));
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
  constexpr std::string_view separators = "/\\";
  if (const auto told = environment_of_name(take_last(path, separators))) return *told;
  while (!path.empty()) {
    const auto folder = take_last(path, separators);
    auto above = path;
    // The folder of a user is named after the user.
    if (holds_home_folders(take_last(above, separators))) break;
    if (const auto told = environment_of_folder(folder)) return *told;
  }
  return Environment::unknown;
}

}  // namespace corslint
