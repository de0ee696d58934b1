#include "lint/read/foreign_language.h"

#include <algorithm>
#include <array>

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

struct Ending {
  std::string_view ending;
  std::string_view language;
};

constexpr auto endings = std::to_array<Ending>({
    {"age", "encrypted"},
    {"cjs", "JavaScript"},
    {"cs", "C#"},
    {"d.ts", "TypeScript"},
    {"enc", "encrypted"},
    {"go", "Go"},
    {"gpg", "encrypted"},
    {"html", "HTML"},
    {"java", "Java"},
    {"js", "JavaScript"},
    {"jsx", "JavaScript"},
    {"kt", "Kotlin"},
    {"lua", "Lua"},
    {"md", "Markdown"},
    {"mjs", "JavaScript"},
    {"mts", "TypeScript"},
    {"php", "PHP"},
    {"ps1", "PowerShell"},
    {"py", "Python"},
    {"rb", "Ruby"},
    {"rs", "Rust"},
    {"rst", "reStructuredText"},
    {"sh", "a shell script"},
    {"tf", "Terraform"},
    {"ts", "TypeScript"},
    {"tsx", "TypeScript"},
    {"xml", "XML"},
    {"yaml", "YAML"},
    {"yml", "YAML"},
});

bool has_ending(std::string_view path, std::string_view ending) {
  return path.size() > ending.size() && path[path.size() - ending.size() - 1] == '.' &&
         equal_ignoring_case(path.substr(path.size() - ending.size()), ending);
}

}  // namespace

std::string_view foreign_language_of(std::string_view path) {
  const auto* const found = std::ranges::find_if(
      endings, [&](const Ending& entry) { return has_ending(path, entry.ending); });
  return found == endings.end() ? std::string_view() : found->language;
}

}  // namespace corslint
