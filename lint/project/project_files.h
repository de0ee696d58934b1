#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/read/source_file.h"
#include "lint/run/folder_entries.h"

namespace corslint {

/// The most bytes of a file beside a policy that are read.
inline constexpr std::size_t largest_project_file = std::size_t{1} << 20U;

/// Texts that an editor holds, by the absolute paths of the files that they stand for. They count
/// instead of what those files hold.
using OpenTexts = std::map<std::string, const std::string*, std::less<>>;

/// A folder beside a policy: its path, and how reports write it (with a slash at the end, empty for
/// the topmost one). `open_texts` may be null, and so may `entries`, what the folder holds; where
/// that is whole, the system is not asked for what is not in it.
struct ProjectFolder {
  std::string path;
  std::string shown = {};
  const OpenTexts* open_texts = nullptr;
  std::shared_ptr<const FolderEntries> entries = {};

  ProjectFolder child(std::string_view name) const;
};

enum class Presence { absent, unreadable, present };

/// A file beside a policy, under the path that reports show. One that is too large, no regular file
/// or not permitted is unreadable.
struct ProjectFile {
  Presence presence = Presence::absent;
  SourceFile source{{}, {}};
};

/// What the folder at `path` holds; not whole where that is a lot.
FolderEntries project_entries(const std::string& path);

/// Reads a file of the folder; `name` may hold folders.
ProjectFile read_project_file(const ProjectFolder& folder, std::string_view name);

/// Whether the folder holds a regular file of that name.
bool has_file(const ProjectFolder& folder, std::string_view name);

/// Whether the folder holds a folder of that name; it holds itself as the empty name.
bool has_folder(const ProjectFolder& folder, std::string_view name);

/// Those of the names, in their order, that the folder holds folders of.
std::vector<std::string_view> folders_among(std::span<const std::string_view> names,
                                            const ProjectFolder& folder);

/// The place as messages name it: "frontend/vite.config.ts:5".
std::string place_in(const SourceFile& file, std::uint32_t offset);

}  // namespace corslint
