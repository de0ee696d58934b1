#include <corslint/corslint.h>
#include <iostream>
#include <iterator>
#include <string>

// Lints standard input as the file that the first argument names.
int main(int argc, char** argv) {
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const auto result = corslint::library::lint(text, {.path = argc > 1 ? argv[1] : "cors.toml"});
  if (!result.problem.empty()) std::cerr << result.problem << '\n';
  for (const auto& diagnostic : result.diagnostics)
    std::cout << diagnostic.range.start.line << ':' << diagnostic.range.start.column << ": "
              << diagnostic.rule << ": " << diagnostic.message << '\n';
  return result.diagnostics.empty() && result.problem.empty() ? 0 : 1;
}
