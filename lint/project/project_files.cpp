#include "lint/project/project_files.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "lint/run/path_target.h"
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

/// False only if it is known that the folder holds nothing of that name, which may hold folders.
bool may_hold(const ProjectFolder& folder, std::string_view name) {
  if (folder.entries == nullptr || !folder.entries->is_whole) return true;
  const auto first = name.substr(0, name.find('/'));
  return first.empty() || std::ranges::find(folder.entries->entries, first, &FolderEntry::name) !=
                              folder.entries->entries.end();
}

PathTarget target_in(const ProjectFolder& folder, std::string_view name) {
  if (!may_hold(folder, name)) return PathTarget::nothing;
  return target_of(folder.path + '/' + std::string(name));
}

}  // namespace

FolderEntries project_entries(const std::string& path) {
  // Listing a small folder takes less time than asking for each name.
  constexpr std::size_t small = 256;
  return folder_entries(path, small);
}

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
  const auto kind = target_in(folder, name);
  if (kind == PathTarget::nothing) return {};
  std::error_code error;
  if (kind != PathTarget::file || fs::file_size(path, error) > largest_project_file || error)
    return {.presence = Presence::unreadable};
  auto reading = read_path(path);
  if (!reading.problem.empty()) return {.presence = Presence::unreadable};
  return {.presence = Presence::present,
          .source = SourceFile(folder.shown + std::string(name), std::move(reading.text))};
}

bool has_file(const ProjectFolder& folder, std::string_view name) {
  return target_in(folder, name) == PathTarget::file;
}

bool has_folder(const ProjectFolder& folder, std::string_view name) {
  return target_in(folder, name) == PathTarget::folder;
}

std::vector<std::string_view> folders_among(std::span<const std::string_view> names,
                                            const ProjectFolder& folder) {
  const auto listed = folder.entries != nullptr
                          ? folder.entries
                          : std::make_shared<const FolderEntries>(project_entries(folder.path));
  const auto is_folder = [&](std::string_view name) {
    if (!listed->is_whole) return has_folder(folder, name);
    const auto entry = std::ranges::find(listed->entries, name, &FolderEntry::name);
    if (entry == listed->entries.end()) return false;
    return entry->kind == FolderEntry::Kind::folder ||
           (entry->kind == FolderEntry::Kind::link && has_folder(folder, name));
  };
  std::vector<std::string_view> found;
  std::ranges::copy_if(names, std::back_inserter(found), is_folder);
  return found;
}

std::string place_in(const SourceFile& file, std::uint32_t offset) {
  return file.path() + ':' + std::to_string(file.position(offset).line);
}

}  // namespace corslint
