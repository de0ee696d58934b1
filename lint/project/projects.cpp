#include "lint/project/projects.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "lint/run/reported_path.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

bool lies_in(std::string_view path, std::string_view folder) {
  return path == folder || folder == "/" ||
         (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

std::vector<std::string> list_variables(const std::vector<FamilyPolicy>& policies) {
  std::vector<std::string> names;
  for (const auto& [path, policy] : policies)
    for (const TextList* list :
         {&policy.origins, &policy.methods, &policy.headers, &policy.exposed_headers})
      if (is_set(*list)) names.push_back(list->key);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

Projects::Projects(const std::vector<std::string>& given, ReadOptions options,
                   const OpenTexts* open_texts)
    : options_(std::move(options)), open_texts_(open_texts) {
  std::error_code error;
  directory_ = fs::current_path(error).string();
  for (const auto& path : given)
    if (fs::is_directory(path, error)) given_.push_back(absolute_path(path, directory_));
}

std::string Projects::boundary_of(const std::string& folder) const {
  if (const auto root = repository_root(folder); !root.empty()) return root.string();
  std::string outermost;
  for (const auto& path : given_)
    if (lies_in(folder, path) && (outermost.empty() || path.size() < outermost.size()))
      outermost = path;
  if (!outermost.empty()) return outermost;
  return lies_in(folder, directory_) ? directory_ : folder;
}

std::vector<ProjectFolder> Projects::folders_around(const std::string& folder) {
  const auto boundary = boundary_of(folder);
  const auto below = boundary == "/" ? 1 : boundary.size() + 1;
  std::vector<ProjectFolder> folders;
  std::string path = folder;
  for (int level = 0; level < most_levels; ++level) {
    auto shown = path.size() > below ? path.substr(below) + '/' : std::string();
    folders.push_back({path, std::move(shown), open_texts_, entries_of(path)});
    if (path == boundary || path == "/") break;
    path.resize(std::max<std::size_t>(path.find_last_of('/'), 1));
  }
  return folders;
}

template <typename T, typename Make>
std::shared_ptr<const T> Projects::cached(Cache<T>& cache, const std::string& folder,
                                          const Make& make) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = cache.find(folder);
    if (found != cache.end()) return found->second;
  }
  // Two threads may make the same; whoever comes first is kept, and both are equal.
  auto made = std::make_shared<const T>(make());
  const std::lock_guard lock(mutex_);
  return cache.try_emplace(folder, std::move(made)).first->second;
}

std::shared_ptr<const FolderEntries> Projects::entries_of(const std::string& folder) {
  return cached(entries_, folder, [&] { return project_entries(folder); });
}

Neighbourhood Projects::around(const std::string& path, Format format) {
  const auto file = absolute_path(path, directory_);
  const auto slash = file.find_last_of('/');
  const auto folder = slash == 0 ? "/" : file.substr(0, slash);
  const auto folders = cached(folders_, folder, [&] { return folders_around(folder); });
  const auto server_of = [&](const ProjectFolder& candidate) {
    return *cached(servers_, candidate.path, [&] { return detected_server(candidate); });
  };
  const auto front_ends_of = [&](const ProjectFolder& level) {
    return *cached(front_ends_, level.path, [&] { return front_ends_in(level, server_of); });
  };
  Neighbourhood result;
  result.surroundings.dev_origins =
      *cached(origins_, folder, [&] { return front_ends_around(*folders, front_ends_of); });
  if (format != Format::env) return result;

  add_family(result, folders->front(), file.substr(slash + 1));
  return result;
}

void Projects::add_family(Neighbourhood& neighbourhood, const ProjectFolder& folder,
                          const std::string& name) {
  const auto family = cached(family_names_, folder.path, [&] { return env_family_names(folder); });
  const EnvFamilyReader read = [&](const std::string& member) {
    const auto found = cached(family_members_, folder.path + '/' + member,
                              [&] { return env_family_member(folder, member, options_); });
    return std::shared_ptr<const EnvFamilyMember>(found, *found ? &**found : nullptr);
  };
  neighbourhood.base_variables = base_variables(*family, name, read);
  if (!name.starts_with(".env")) return;
  neighbourhood.surroundings.family = earlier_policies(*family, name, read);
  if (!std::binary_search(family->begin(), family->end(), name)) return;
  const auto modules = cached(modules_, folder.path, [&] { return reading_modules(folder); });
  if (modules->python.empty() && modules->scripts.empty()) return;
  if (const auto member = read(name))
    neighbourhood.surroundings.readers = readers_of(*modules, list_variables(member->policies));
}

}  // namespace corslint
