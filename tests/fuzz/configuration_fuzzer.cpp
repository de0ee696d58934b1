// Configurations: whatever the bytes are, each problem has its place, and what was read decides
// about a path.
#include <cstddef>
#include <cstdint>
#include <string>

#include "lint/run/configuration/reading.h"
#include "tests/fuzz/invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corslint;
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const auto form : {ConfigurationForm::whole_file, ConfigurationForm::pyproject}) {
    const bool is_whole = form == ConfigurationForm::whole_file;
    const SourceFile file(is_whole ? "corslint.toml" : "pyproject.toml", text);
    const auto reading = read_configuration(file, form, "/work", "0.1.0");
    if (!reading) continue;
    for (const FileProblem& problem : reading->problems) {
      fuzz::require(problem.span.begin <= problem.span.end && problem.span.end <= size,
                    "a problem has its place in the text");
      fuzz::require(!problem.message.empty(), "a problem has a message");
    }
  }
  return 0;
}
