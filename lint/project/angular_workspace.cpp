#include "lint/project/angular_workspace.h"

#include <initializer_list>
#include <vector>

#include "lint/read/reader.h"

namespace corslint {
namespace {

/// The value at the end of a path of keys; null where a key is missing.
const Value* value_at(const Value* value, std::initializer_list<std::string_view> keys) {
  for (const auto key : keys) {
    if (value == nullptr) return nullptr;
    const Member* member = find_member(*value, key);
    value = member == nullptr ? nullptr : &member->value;
  }
  return value;
}

const Value* serve_target(const Value& project) {
  const Value* serve = value_at(&project, {"architect", "serve"});
  return serve != nullptr ? serve : value_at(&project, {"targets", "serve"});
}

std::string text_at(const Value& root, std::string_view key) {
  const Value* value = value_at(&root, {key});
  return value == nullptr ? std::string() : value->text.value;
}

/// The target that `ng serve` takes without the name of a project; null where that is not clear.
const Value* served(const Value& root) {
  const Value* projects = value_at(&root, {"projects"});
  if (projects == nullptr) return nullptr;
  const auto chosen = text_at(root, "defaultProject");
  std::vector<const Value*> targets;
  for (const auto& project : projects->members) {
    const Value* target = serve_target(project.value);
    if (target == nullptr) continue;
    if (project.key == chosen) return target;
    targets.push_back(target);
  }
  return targets.size() == 1 ? targets.front() : nullptr;
}

ServerConfiguration nothing_known() {
  return {.port = {.certainty = Certainty::unknown},
          .host = {},
          .https = {},
          .proxy = {.certainty = Certainty::unknown}};
}

void read_options(const SourceFile& file, const Value* options, ServerConfiguration& result) {
  if (options == nullptr) return;
  const auto place = [&](const Value& value) { return place_in(file, value.span.begin); };
  if (const Value* port = value_at(options, {"port"}))
    result.port = configured_port(port->text.value, place(*port));
  if (const Value* host = value_at(options, {"host"}))
    result.host = {Certainty::known, host->text.value, place(*host)};
  if (const Value* ssl = value_at(options, {"ssl"}))
    result.https = {Certainty::known, ssl->boolean, place(*ssl)};
  if (const Value* proxy = value_at(options, {"proxyConfig"}))
    result.proxy = {Certainty::known, true, place(*proxy)};
}

}  // namespace

ServerConfiguration angular_configuration(const ProjectFolder& folder) {
  const auto file = read_project_file(folder, "angular.json");
  if (file.presence == Presence::absent) return {};
  if (file.presence == Presence::unreadable) return nothing_known();
  const auto document = read_document(file.source, Format::json);
  const Value* target = is_readable(document) ? served(document.root) : nullptr;
  if (target == nullptr) return nothing_known();
  ServerConfiguration result;
  read_options(file.source, value_at(target, {"options"}), result);
  auto used = text_at(*target, "defaultConfiguration");
  if (used.empty()) used = "development";
  read_options(file.source, value_at(target, {"configurations", used}), result);
  return result;
}

}  // namespace corslint
