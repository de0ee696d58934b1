#include "lint/project/server_configuration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "lint/project/environment_expression.h"
#include "lint/project/javascript_module.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 6> endings{".js", ".mjs", ".ts", ".cjs", ".mts", ".cts"};

constexpr std::int64_t highest_port = 65535;

ServerConfiguration nothing_known() {
  return {.port = {.certainty = Certainty::unknown},
          .host = {.certainty = Certainty::unknown},
          .https = {.certainty = Certainty::unknown},
          .proxy = {.certainty = Certainty::unknown}};
}

ProjectFile configuration_file(const ProjectFolder& folder, const DevServer& server,
                               std::string_view named) {
  if (!named.empty()) {
    if (named.starts_with("./")) named.remove_prefix(2);
    const bool leaves = named.starts_with('/') || named.find("..") != std::string_view::npos;
    auto file = leaves ? ProjectFile{} : read_project_file(folder, named);
    if (file.presence == Presence::absent) file.presence = Presence::unreadable;
    return file;
  }
  for (const auto ending : endings) {
    auto file = read_project_file(folder, std::string(server.file) + std::string(ending));
    if (file.presence != Presence::absent) return file;
  }
  return {};
}

/// Reads the settings of one script.
class SettingsReader {
 public:
  SettingsReader(const SourceFile& file, const ScriptValues& values,
                 const ScriptEnvironment& environment)
      : file_(file), values_(values), environment_(environment) {}

  ServerConfiguration read(const ScriptValue& section) const {
    ServerConfiguration result;
    result.port = port(member_of(section, "port"));
    result.host = host(member_of(section, "host"));
    result.https = https(section);
    result.proxy = proxy(member_of(section, "proxy"));
    return result;
  }

 private:
  std::string place_of(const ScriptValue& value) const { return place_in(file_, value.offset); }

  Configured<std::int64_t> port(const ScriptValue& value) const {
    switch (value.kind) {
      case ScriptValueKind::absent:
      case ScriptValueKind::null:
        return {};
      case ScriptValueKind::number:
        return configured_port(std::to_string(value.number), place_of(value));
      case ScriptValueKind::text:
        return configured_port(value.text, place_of(value));
      default:
        break;
    }
    const auto expression = environment_expression(value.tokens);
    if (!expression) return {.certainty = Certainty::unknown};
    return port_of_variable(*expression, place_of(value));
  }

  Configured<std::int64_t> port_of_variable(const EnvironmentExpression& expression,
                                            std::string place) const {
    const bool loads_files = mentions(values_, "loadEnv") || mentions(values_, "dotenv") ||
                             mentions(values_, "dotenv/config");
    const auto in_process = environment_.process.find(expression.variable);
    if (expression.source == VariableSource::process && in_process != environment_.process.end())
      return configured_port(in_process->second.value, in_process->second.place);
    const auto in_files = environment_.env_files.find(expression.variable);
    if (in_files != environment_.env_files.end()) {
      // Nothing puts the files' variables into the process unless the script asks for it.
      if (!loads_files) return {.certainty = Certainty::unknown};
      return configured_port(in_files->second.value, in_files->second.place);
    }
    if (!expression.otherwise) return {.certainty = Certainty::unknown};
    return configured_port(std::to_string(*expression.otherwise), std::move(place));
  }

  Configured<std::string> host(const ScriptValue& value) const {
    switch (value.kind) {
      case ScriptValueKind::absent:
      case ScriptValueKind::null:
        return {};
      case ScriptValueKind::boolean:
        return {Certainty::known, value.boolean ? "" : "localhost", place_of(value)};
      case ScriptValueKind::text:
        return {Certainty::known, value.text, place_of(value)};
      default:
        return {.certainty = Certainty::unknown};
    }
  }

  /// A plugin that makes a certificate switches to https by itself.
  Configured<bool> https(const ScriptValue& section) const {
    for (const std::string_view plugin : {"@vitejs/plugin-basic-ssl", "vite-plugin-mkcert"})
      if (mentions(values_, plugin)) return {.certainty = Certainty::unknown};
    auto value = member_of(section, "https");
    // webpack-dev-server 4 and Vue CLI 5: `server: 'https'` or `server: {type: 'https'}`.
    if (value.kind == ScriptValueKind::absent) {
      value = member_of(section, "server");
      if (value.kind == ScriptValueKind::object) value = member_of(value, "type");
    }
    switch (value.kind) {
      case ScriptValueKind::absent:
      case ScriptValueKind::null:
        return {};
      case ScriptValueKind::boolean:
        return {Certainty::known, value.boolean, place_of(value)};
      case ScriptValueKind::object:
        return {Certainty::known, true, place_of(value)};
      case ScriptValueKind::text:
        return {Certainty::known, value.text == "https", place_of(value)};
      default:
        return {.certainty = Certainty::unknown};
    }
  }

  /// Any entry counts: which path leads to the API is written nowhere.
  Configured<bool> proxy(const ScriptValue& value) const {
    switch (value.kind) {
      case ScriptValueKind::absent:
      case ScriptValueKind::null:
        return {};
      case ScriptValueKind::boolean:
        return {Certainty::known, value.boolean, place_of(value)};
      case ScriptValueKind::object:
        if (value.is_open) return {.certainty = Certainty::unknown};
        return {Certainty::known, !value.members.empty(), place_of(value)};
      case ScriptValueKind::text:
        return {Certainty::known, true, place_of(value)};
      case ScriptValueKind::list: {
        const bool is_empty = value.tokens.size() == 2;
        return {Certainty::known, !is_empty, place_of(value)};
      }
      default:
        return {.certainty = Certainty::unknown};
    }
  }

  const SourceFile& file_;
  const ScriptValues& values_;
  const ScriptEnvironment& environment_;
};

/// Words that say that the file forwards requests somewhere, in places of its own.
bool may_forward(const ScriptValues& values) {
  constexpr std::array<std::string_view, 4> words{"rewrites", "devProxy", "proxy",
                                                  "developMiddleware"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return mentions(values, word); });
}

}  // namespace

Configured<std::int64_t> configured_port(std::string_view text, std::string place) {
  std::int64_t port = 0;
  const char* const end = text.data() + text.size();
  const auto [behind, error] = std::from_chars(text.data(), end, port);
  const bool is_port = error == std::errc{} && behind == end && port >= 1 && port <= highest_port;
  if (!is_port) return {.certainty = Certainty::unknown};
  return {Certainty::known, port, std::move(place)};
}

ServerConfiguration file_configuration(const ProjectFolder& folder, const DevServer& server,
                                       std::string_view named,
                                       const ScriptEnvironment& environment) {
  if (server.file.empty()) return {};
  const auto file = configuration_file(folder, server, named);
  if (file.presence == Presence::absent) return {};
  if (file.presence == Presence::unreadable) return nothing_known();
  const auto tokens = script_tokens(file.source.text());
  if (!tokens) return nothing_known();
  const ScriptValues values(*tokens);
  ServerConfiguration result;
  if (!server.section.empty()) {
    const auto section = member_of(exported_configuration(values), server.section);
    result = SettingsReader(file.source, values, environment).read(section);
  }
  if (server.is_full_stack && may_forward(values)) result.proxy = {.certainty = Certainty::unknown};
  return result;
}

}  // namespace corslint
