#include "lint/lsp/configuration_documents.h"

#include <filesystem>

#include "lint/read/source_file.h"
#include "lint/report/version.h"
#include "lint/run/configuration/lookup.h"
#include "lint/run/configuration/reading.h"

namespace corslint::lsp {

std::vector<FileProblem> configuration_problems(const OpenDocument& document) {
  const std::filesystem::path path(document.path);
  const auto name = path.filename().string();
  const bool is_pyproject = name == "pyproject.toml";
  if (!is_pyproject && !is_configuration_name(name)) return {};
  const auto form = is_pyproject ? ConfigurationForm::pyproject : ConfigurationForm::whole_file;
  auto reading = read_configuration(SourceFile(document.path, document.text), form,
                                    path.parent_path().string(), version());
  return reading ? std::move(reading->problems) : std::vector<FileProblem>();
}

}  // namespace corslint::lsp
