#include "lint/project/project_files.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "lint/run/reading.h"

namespace corslint {

namespace {

namespace fs = std::filesystem;

/// The text that an editor holds for a file; null where none does.
const std::string* open_text(const ProjectFolder& folder, const std::string& path) {
  if (folder.open_texts == nullptr) return nullptr;
  const auto found = folder.open_texts->find(fs::path(path).lexically_normal().string());
  return found == folder.open_texts->end() ? nullptr : found->second;
}

}  // namespace

ProjectFolder ProjectFolder::child(std::string_view name) const {
  return {path + '/' + std::string(name), shown + std::string(name) + '/', open_texts};
}

ProjectFile read_project_file(const ProjectFolder& folder, std::string_view name) {
  const auto path = folder.path + '/' + std::string(name);
  if (const auto* text = open_text(folder, path)) {
    if (text->size() > largest_project_file) return {.presence = Presence::unreadable};
    return {.presence = Presence::present,
            .source = SourceFile(folder.shown + std::string(name), *text)};
  }
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return {};
  if (error || !fs::is_regular_file(status)) return {.presence = Presence::unreadable};
  if (fs::file_size(path, error) > largest_project_file || error)
    return {.presence = Presence::unreadable};
  auto reading = read_path(path);
  if (!reading.problem.empty()) return {.presence = Presence::unreadable};
  return {.presence = Presence::present,
          .source = SourceFile(folder.shown + std::string(name), std::move(reading.text))};
}

bool has_file(const ProjectFolder& folder, std::string_view name) {
  std::error_code error;
  return fs::is_regular_file(folder.path + '/' + std::string(name), error);
}

bool has_folder(const ProjectFolder& folder, std::string_view name) {
  std::error_code error;
  return fs::is_directory(folder.path + '/' + std::string(name), error);
}

std::string place_in(const SourceFile& file, std::uint32_t offset) {
  return file.path() + ':' + std::to_string(file.position(offset).line);
}

}  // namespace corslint
