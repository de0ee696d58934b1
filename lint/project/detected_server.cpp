#include "lint/project/detected_server.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "lint/project/angular_workspace.h"
#include "lint/project/dev_scripts.h"
#include "lint/read/reader.h"
#include "rules/origin/origin.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

// The order in which Vite, Next and Create React App look while developing.
constexpr std::array<std::string_view, 4> env_files{".env", ".env.development", ".env.local",
                                                    ".env.development.local"};

constexpr std::array<std::string_view, 8> server_packages{
    "express", "fastify", "koa", "hono", "cors", "@nestjs/core", "@hapi/hapi", "restify"};

constexpr std::array<std::string_view, 10> server_files{
    "pyproject.toml", "requirements.txt", "manage.py",  "go.mod",  "Gemfile",
    "composer.json",  "pom.xml",          "Cargo.toml", "main.py", "build.gradle"};

constexpr std::array<std::string_view, 5> full_stack_packages{
    "@sveltejs/kit", "@remix-run/dev", "@react-router/dev", "@tanstack/react-start",
    "@solidjs/start"};

/// The variables of the folder's env files, the later file before the earlier.
PlacedVariables env_file_variables(const ProjectFolder& folder) {
  PlacedVariables variables;
  for (const auto name : env_files) {
    const auto file = read_project_file(folder, name);
    if (file.presence != Presence::present) continue;
    const auto document = read_document(file.source, Format::env);
    for (const auto& member : document.root.members) {
      const auto& text = member.value.text;
      const bool is_known = text.resolution != Resolution::unresolved;
      variables[member.key] = {is_known ? Certainty::known : Certainty::unknown, text.value,
                               place_in(file.source, member.key_span.begin)};
    }
  }
  return variables;
}

const Configured<std::string>* find(const PlacedVariables& variables, std::string_view name) {
  const auto found = variables.find(name);
  return found == variables.end() ? nullptr : &found->second;
}

/// What the environment says, to a server that listens to it.
ServerConfiguration environment_configuration(const DevServer& server,
                                              const ScriptEnvironment& environment) {
  ServerConfiguration result;
  if (server.port_variable == PortVariable::none) return result;
  const auto lookup = [&](std::string_view name) {
    const auto* value = find(environment.process, name);
    const bool reads_files = server.port_variable == PortVariable::env_file;
    return value == nullptr && reads_files ? find(environment.env_files, name) : value;
  };
  if (const auto* port = lookup("PORT")) {
    result.port = port->value.empty() ? Configured<std::int64_t>{}
                                      : configured_port(port->value, port->place);
  }
  if (server.package != "react-scripts") return result;
  if (const auto* host = lookup("HOST")) result.host = *host;
  if (const auto* https = lookup("HTTPS"))
    result.https = {Certainty::known, equal_ignoring_case(https->value, "true"), https->place};
  return result;
}

template <typename T>
Configured<T> first_set(std::initializer_list<Configured<T>> settings) {
  for (const auto& setting : settings)
    if (setting.certainty != Certainty::absent) return setting;
  return {};
}

ServerConfiguration merged(const ServerConfiguration& command,
                           const ServerConfiguration& environment,
                           const ServerConfiguration& file) {
  return {.port = first_set({command.port, environment.port, file.port}),
          .host = first_set({command.host, environment.host, file.host}),
          .https = first_set({command.https, environment.https, file.https}),
          .proxy = first_set({command.proxy, file.proxy})};
}

/// Places that forward requests without the server's configuration file saying so.
std::string proxy_beside(const ProjectFolder& folder, const Package& package,
                         const DevServer& server) {
  if (server.package == "react-scripts") {
    if (!package.proxy_place.empty()) return package.proxy_place;
    for (const std::string_view name : {"src/setupProxy.js", "src/setupProxy.ts"})
      if (has_file(folder, name)) return folder.shown + std::string(name);
  }
  if (server.package == "parcel") {
    for (const std::string_view name : {".proxyrc", ".proxyrc.json", ".proxyrc.js"})
      if (has_file(folder, name)) return folder.shown + std::string(name);
  }
  return {};
}

std::string in_backticks(const std::string& text) {
  return '`' + text + '`';
}

struct Port {
  std::int64_t number = 0;
  std::string reason;
};

Port own_port(const DevServer& server, const Package& package) {
  const auto version = package.dependencies.find(server.package);
  const bool is_older = server.since > 0 && version != package.dependencies.end() &&
                        major_version(version->second).value_or(server.since) < server.since;
  const auto number = is_older ? server.older_port : server.port;
  return {number, "Port " + std::to_string(number) + " is " + std::string(server.title) +
                      "'s own, and nothing sets another"};
}

/// The host as an origin has it; all addresses of a machine show the page at `localhost` too.
std::string page_host(const std::string& host) {
  const auto lowered = ascii_lowered(host);
  if (lowered.empty() || lowered == "0.0.0.0" || lowered == "::" || lowered == "true")
    return "localhost";
  return lowered.find(':') == std::string::npos ? lowered : '[' + lowered + ']';
}

bool has_unknown(const ServerConfiguration& configuration) {
  return configuration.port.certainty == Certainty::unknown ||
         configuration.host.certainty == Certainty::unknown ||
         configuration.https.certainty == Certainty::unknown ||
         configuration.proxy.certainty == Certainty::unknown;
}

std::string origin_at(const ServerConfiguration& configuration, std::int64_t port) {
  constexpr std::int64_t http_port = 80;
  constexpr std::int64_t https_port = 443;
  const bool is_https = configuration.https.value;
  auto origin = (is_https ? "https://" : "http://") + page_host(configuration.host.value);
  if (port != (is_https ? https_port : http_port)) origin += ':' + std::to_string(port);
  return origin;
}

bool serves_its_own_api(const ProjectFolder& folder, const Package& package,
                        const DevServer& server) {
  const bool is_full_stack =
      server.is_full_stack ||
      std::any_of(full_stack_packages.begin(), full_stack_packages.end(),
                  [&](std::string_view name) { return package.depends_on(name); });
  if (!is_full_stack) return false;
  const bool has_server =
      std::any_of(server_packages.begin(), server_packages.end(),
                  [&](std::string_view name) { return package.depends_on(name); }) ||
      std::any_of(server_files.begin(), server_files.end(),
                  [&](std::string_view name) { return has_file(folder, name); });
  return !has_server;
}

}  // namespace

DetectedServer detected_server(const ProjectFolder& folder) {
  const auto package = read_package(folder);
  if (package.presence != Presence::present) return {};
  const auto invocation = dev_invocation(package);
  if (!invocation) return {};
  const DevServer& server = *invocation->server;
  DetectedServer detected{.kind = FrontEnd::unclear,
                          .is_own_api = serves_its_own_api(folder, package, server)};
  if (!invocation->is_clear) return detected;

  const ScriptEnvironment environment{.process = invocation->variables,
                                      .env_files = env_file_variables(folder)};
  const auto file = server.package == "@angular/cli"
                        ? angular_configuration(folder)
                        : file_configuration(folder, server, invocation->file, environment);
  const auto configuration =
      merged(invocation->options, environment_configuration(server, environment), file);
  if (has_unknown(configuration)) return detected;

  const auto& set = configuration.port;
  const Port port =
      set.certainty == Certainty::known
          ? Port{set.value, in_backticks(set.place) + " sets port " + std::to_string(set.value)}
          : own_port(server, package);
  auto origin = origin_at(configuration, port.number);
  const auto parsed = Origin::parse(origin);
  if (!parsed.is_canonical() || parsed.origin->is_opaque()) return detected;
  auto proxy =
      configuration.proxy.value ? configuration.proxy.place : proxy_beside(folder, package, server);
  detected.kind = FrontEnd::found;
  detected.origin = {.origin = std::move(origin),
                     .server = std::string(server.title),
                     .folder = folder.shown,
                     .reason = port.reason,
                     .proxy = std::move(proxy)};
  return detected;
}

}  // namespace corslint
