#include "tests/tools/layers.h"

#include <algorithm>
#include <array>
#include <vector>

namespace corslint {
namespace {

struct Layer {
  std::string_view prefix;
  int height;
};

// The first prefix that fits decides. A file includes from its own height and from below.
constexpr std::array layers{
    Layer{"rules/policy/", 0},    Layer{"rules/origin/", 1},
    Layer{"rules/pattern/", 1},   Layer{"rules/fetch/", 1},
    Layer{"rules/enforcers/", 1}, Layer{"rules/checks/", 3},
    Layer{"rules/", 2},           Layer{"lint/", 4},
};

struct Library {
  std::string_view prefix;
  std::vector<std::string_view> users;
};

const std::array libraries{
    Library{"toml++/", {"lint/read/"}},
    Library{"libfyaml.h", {"lint/read/"}},
    Library{"CLI/", {"lint/cli/"}},
    Library{"nlohmann/", {"lint/report/", "lint/lsp/", "lint/cli/"}},
    Library{"re2/", {"rules/"}},
    Library{"idn2.h", {"rules/"}},
    Library{"catch2/", {}},
    Library{"libpsl.h", {}},
};

constexpr std::array<std::string_view, 11> outside_world{
    "iostream", "ostream", "istream", "fstream", "filesystem", "cstdio",
    "print",    "thread",  "csignal", "sstream", "syncstream",
};

std::optional<int> height_of(std::string_view path) {
  const auto* found = std::ranges::find_if(
      layers, [&](const Layer& layer) { return path.starts_with(layer.prefix); });
  if (found == layers.end()) return std::nullopt;
  return found->height;
}

std::optional<std::string> broken_by_quoted(std::string_view file, std::string_view path) {
  const auto own = height_of(file);
  const auto other = height_of(path);
  if (!other) return "\"" + std::string(path) + "\" is not a path from the root of the sources";
  if (own && *other > *own) return "\"" + std::string(path) + "\" is of a higher layer";
  return std::nullopt;
}

std::optional<std::string> broken_by_angled(std::string_view file, std::string_view path) {
  const auto name = "<" + std::string(path) + ">";
  const auto* library = std::ranges::find_if(
      libraries, [&](const Library& candidate) { return path.starts_with(candidate.prefix); });
  if (library != libraries.end()) {
    const bool allowed = std::ranges::any_of(
        library->users, [&](std::string_view user) { return file.starts_with(user); });
    if (!allowed) return name + " is not for this folder";
    return std::nullopt;
  }
  if (!file.starts_with("rules/")) return std::nullopt;
  const bool standard = path.find_first_of("./") == std::string_view::npos;
  if (!standard) return name + " is no dependency of the rules";
  if (std::ranges::find(outside_world, path) != outside_world.end())
    return name + ": the rules know no files and no terminal";
  return std::nullopt;
}

std::string_view without_leading_blanks(std::string_view text) {
  const auto start = text.find_first_not_of(" \t");
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

std::optional<Include> include_of(std::string_view line) {
  line = without_leading_blanks(line);
  if (!line.starts_with('#')) return std::nullopt;
  line = without_leading_blanks(line.substr(1));
  if (!line.starts_with("include")) return std::nullopt;
  line = without_leading_blanks(line.substr(7));
  if (line.empty() || (line[0] != '"' && line[0] != '<')) return std::nullopt;
  const auto form = line[0] == '"' ? IncludeForm::quoted : IncludeForm::angled;
  const auto end = line.find(form == IncludeForm::quoted ? '"' : '>', 1);
  if (end == std::string_view::npos) return std::nullopt;
  return Include{form, std::string(line.substr(1, end - 1))};
}

}  // namespace

std::vector<Include> includes_of(std::string_view source) {
  std::vector<Include> found;
  while (!source.empty()) {
    const auto end = std::min(source.find('\n'), source.size());
    if (auto include = include_of(source.substr(0, end))) found.push_back(std::move(*include));
    source.remove_prefix(std::min(end + 1, source.size()));
  }
  return found;
}

std::optional<std::string> broken_layer(std::string_view file, const Include& include) {
  return include.form == IncludeForm::quoted ? broken_by_quoted(file, include.path)
                                             : broken_by_angled(file, include.path);
}

}  // namespace corslint
