#include "lint/project/package.h"

#include <charconv>

#include "lint/read/reader.h"

namespace corslint {
namespace {

void add_dependencies(Package& package, const Value& root, std::string_view key) {
  const Member* section = find_member(root, key);
  if (section == nullptr) return;
  for (const auto& member : section->value.members)
    package.dependencies[member.key] = member.value.text.value;
}

}  // namespace

Package read_package(const ProjectFolder& folder) {
  const auto file = read_project_file(folder, "package.json");
  Package package{.presence = file.presence};
  if (file.presence != Presence::present) return package;
  const auto document = read_document(file.source, Format::json);
  if (!is_readable(document)) {
    package.presence = Presence::unreadable;
    return package;
  }
  for (const std::string_view key : {"dependencies", "devDependencies", "peerDependencies"})
    add_dependencies(package, document.root, key);
  if (const Member* scripts = find_member(document.root, "scripts")) {
    for (const auto& member : scripts->value.members)
      package.scripts.push_back(
          {member.key, member.value.text.value, place_in(file.source, member.value.span.begin)});
  }
  const Member* proxy = find_member(document.root, "proxy");
  if (proxy != nullptr && proxy->value.kind == ValueKind::string)
    package.proxy_place = place_in(file.source, proxy->value.span.begin);
  return package;
}

std::optional<int> major_version(std::string_view range) {
  const auto start = range.find_first_not_of("^~>=v ");
  if (start == std::string_view::npos) return std::nullopt;
  int number = 0;
  const char* const first = range.data() + start;
  const auto [behind, error] = std::from_chars(first, range.data() + range.size(), number);
  if (error != std::errc{}) return std::nullopt;
  return number;
}

}  // namespace corslint
