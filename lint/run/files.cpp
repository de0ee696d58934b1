#include "lint/run/files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <system_error>
#include <tuple>
#include <utility>

#include "lint/read/reader.h"
#include "lint/read/source_file.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

namespace fs = std::filesystem;

// Folders that others fill: dependencies, build results, caches, settings of tools.
constexpr std::array<std::string_view, 38> skipped_folders{
    ".angular",      ".bundle",     ".cache",        ".direnv",
    ".eggs",         ".git",        ".gradle",       ".hg",
    ".idea",         ".mypy_cache", ".next",         ".nox",
    ".nuxt",         ".output",     ".parcel-cache", ".pnpm-store",
    ".pytest_cache", ".ruff_cache", ".serverless",   ".sst",
    ".svelte-kit",   ".svn",        ".terraform",    ".tox",
    ".turbo",        ".venv",       ".vercel",       ".vs",
    ".vscode",       ".yarn",       "__pycache__",   "bower_components",
    "build",         "dist",        "node_modules",  "target",
    "vendor",        "venv",
};

constexpr std::array<std::string_view, 4> lock_files{"composer.lock", "deno.lock",
                                                     "npm-shrinkwrap.json", "package-lock.json"};

bool is_skipped_folder(const fs::path& path) {
  const auto name = path.filename().string();
  if (std::ranges::find(skipped_folders, std::string_view(name)) != skipped_folders.end())
    return true;
  std::error_code ignored;
  return fs::exists(path / "pyvenv.cfg", ignored);
}

bool is_lock_file(std::string_view name) {
  return name.ends_with(".lock") || name.ends_with("-lock.json") || name.ends_with(".lock.json") ||
         name.ends_with(".lock.toml") || std::ranges::find(lock_files, name) != lock_files.end();
}

/// Walks folders and gathers files; one object a run.
class Search {
 public:
  void add_named(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (fs::is_directory(status)) {
      walk(path);
    } else if (status.type() == fs::file_type::not_found) {
      problems_.push_back(path + ": no such file or directory");
    } else if (error) {
      problems_.push_back(path + ": cannot be read: " + error.message());
    } else {
      add({path, FileOrigin::named}, Link::no);
    }
  }

  InputFiles take() {
    InputFiles inputs;
    for (auto& [identity, found] : found_) inputs.files.push_back(std::move(found.file));
    std::ranges::sort(inputs.files, {}, &InputFile::path);
    inputs.problems = std::move(problems_);
    inputs.notices = std::move(notices_);
    return inputs;
  }

 private:
  /// Whether a file was reached through a symbolic link.
  enum class Link { no, yes };

  struct Found {
    InputFile file;
    Link link = Link::no;
  };

  /// One and the same file may be reached in several ways: what was named stays named, its own path
  /// goes before a link's, and the first path before a later one.
  void add(InputFile file, Link link) {
    std::error_code error;
    auto identity = fs::canonical(file.path, error).string();
    if (error) identity = file.path;
    const auto [place, is_new] = found_.try_emplace(std::move(identity), Found{file, link});
    if (is_new) return;
    Found& known = place->second;
    const auto rank = [](const InputFile& f, Link l) {
      return std::tuple(f.origin != FileOrigin::named, l == Link::yes, std::string_view(f.path));
    };
    if (rank(file, link) < rank(known.file, known.link)) known = {std::move(file), link};
  }

  void walk(const fs::path& root) {
    std::vector<fs::path> folders{root};
    while (!folders.empty()) {
      const auto folder = std::move(folders.back());
      folders.pop_back();
      std::error_code error;
      fs::directory_iterator entry(folder, error);
      for (; !error && entry != fs::directory_iterator(); entry.increment(error))
        visit(*entry, folders);
      if (error) problems_.push_back(folder.string() + ": cannot be read: " + error.message());
    }
  }

  void visit(const fs::directory_entry& entry, std::vector<fs::path>& folders) {
    std::error_code error;
    const bool is_link = entry.is_symlink(error);
    if (entry.is_directory(error)) {
      if (!is_link && !is_skipped_folder(entry.path())) folders.push_back(entry.path());
      return;
    }
    if (!entry.is_regular_file(error)) return;
    const auto name = entry.path().filename().string();
    if (is_lock_file(name) || !format_of(name)) return;
    // `.` as a folder must not show in what is reported.
    auto path = entry.path().string();
    if (path.starts_with("./")) path.erase(0, 2);
    if (entry.file_size(error) > largest_file && !error) {
      notices_.push_back(path + ": left out: it is larger than any policy");
      return;
    }
    add({std::move(path), FileOrigin::discovered}, is_link ? Link::yes : Link::no);
  }

  std::map<std::string, Found> found_;
  std::vector<std::string> problems_;
  std::vector<std::string> notices_;
};

}  // namespace

InputFiles find_files(const std::vector<std::string>& paths) {
  Search search;
  for (const auto& path : paths) search.add_named(path);
  return search.take();
}

bool mentions_cors(std::string_view text) {
  // Both words hold an `o`, so only the places of that letter have to be looked at.
  constexpr std::string_view after_o = "rigin";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (ascii_lowered(text[i]) != 'o') continue;
    if (equal_ignoring_case(text.substr(i + 1, after_o.size()), after_o)) return true;
    if (i > 0 && ascii_lowered(text[i - 1]) == 'c' &&
        equal_ignoring_case(text.substr(i + 1, 2), "rs"))
      return true;
  }
  return false;
}

}  // namespace corslint
