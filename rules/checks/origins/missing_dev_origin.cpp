// An origin that was asked for has to be admitted as it is. What was found in the project is
// required less strictly: a policy is for one of the front ends around it, so one that it admits is
// enough, under either name of the machine. Adding what was asked for needs no second look; adding
// what was found does.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "rules/catalog.h"
#include "rules/checks/origins/additions.h"
#include "rules/checks/origins/admits.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/loopback_alias.h"
#include "rules/checks/wording.h"
#include "rules/enforcers/exchange.h"
#include "rules/surroundings.h"

namespace corslint {
namespace {

using DevOrigins = std::vector<const DevOrigin*>;

/// The origin as a page under the other usual name of its machine has it; nothing for other hosts.
std::optional<std::string> alias_of(const std::string& origin) {
  const auto parsed = Origin::parse(origin).origin;
  const auto alias = parsed ? loopback_alias(*parsed) : std::nullopt;
  return alias ? std::optional(alias->serialize()) : std::nullopt;
}

/// Adds the origin, and over http its alias as well: people open both, and either alone would be
/// the next finding.
std::vector<Fix> additions_to(const Policy& policy, const Context& context,
                              const std::string& origin, Safety safety) {
  std::vector<std::string> origins{origin};
  const auto alias = alias_of(origin);
  const bool is_wanted = policy.environment == Environment::development && alias &&
                         alias->starts_with("http:") &&
                         admission_of(policy, context, *alias) == Admission::refused;
  if (is_wanted) origins.push_back(*alias);
  return added(policy.origins, origins, context.text, safety);
}

void report_asked(const Policy& policy, const Context& context, Findings& findings) {
  for (const auto& asked : context.surroundings.dev_origins) {
    if (!asked.server.empty()) continue;
    if (admission_of(policy, context, asked.origin) != Admission::refused) continue;
    const bool listed = is_set(policy.origins);
    findings.push_back({
        .span = listed ? policy.origins.span : policy.span,
        .message = "The development policy does not admit " + in_backticks(asked.origin),
        .consequence = "The development server's page is there, and the browser refuses every "
                       "answer to it",
        .help = "Add " + in_backticks(asked.origin),
        .witness = asked.origin,
        .fixes = additions_to(policy, context, asked.origin, Safety::safe),
    });
  }
}

bool may_be_admitted(const Policy& policy, const Context& context, const DevOrigin& dev) {
  const auto is_refused = [&](const std::string& origin) {
    return admission_of(policy, context, origin) == Admission::refused;
  };
  const auto alias = alias_of(dev.origin);
  return !is_refused(dev.origin) || (alias && !is_refused(*alias));
}

/// The servers of the project, none of which the policy admits; empty where it admits one.
DevOrigins refused_servers(const Policy& policy, const Context& context) {
  DevOrigins refused;
  for (const auto& dev : context.surroundings.dev_origins) {
    if (dev.server.empty()) continue;
    if (may_be_admitted(policy, context, dev)) return {};
    refused.push_back(&dev);
  }
  return refused;
}

/// Whether the enforcer answers requests from other origins with an error: then a development
/// server that forwards them does not help, because it leaves the page's Origin in them.
bool refuses_forwarded_requests(const Policy& policy, const Context& context,
                                const std::string& origin) {
  const Enforcer& enforcer = context.enforcer;
  if (enforcer.answer == nullptr || start_failure(policy, enforcer)) return false;
  const ServerRequest request{.method = "POST", .headers = {{"Origin", origin}}};
  constexpr int first_error = 400;
  const auto response = answer({policy, enforcer, request, context.matchers});
  return response.status >= first_error;
}

std::string pages_of(const DevOrigin& dev) {
  return dev.folder.empty() ? "the page" : in_backticks(dev.folder);
}

/// The help: the one origin, or the choice.
std::string additions_for(const DevOrigins& servers) {
  if (servers.size() == 1) return "Add " + in_backticks(servers.front()->origin);
  std::string help = "Add the one that this policy is for:";
  for (std::size_t i = 0; i < servers.size(); ++i) {
    if (i > 0) help += i + 1 == servers.size() ? " or" : ",";
    help += ' ' + in_backticks(servers[i]->origin) + " of " + pages_of(*servers[i]);
  }
  return help;
}

Finding finding_about(const Policy& policy, const DevOrigins& servers) {
  const DevOrigin& dev = *servers.front();
  return {
      .span = is_set(policy.origins) ? policy.origins.span : policy.span,
      .message = "The development policy does not admit " + in_backticks(dev.origin) + ", where " +
                 dev.server + " serves " + pages_of(dev),
      .consequence = dev.reason + ", and browsers refuse that page every answer",
      .help = additions_for(servers),
      .witness = dev.origin,
  };
}

/// A server that forwards the requests makes one origin of page and API.
Finding finding_about_proxy(const Policy& policy, const DevOrigin& dev) {
  return {
      .span = is_set(policy.origins) ? policy.origins.span : policy.span,
      .message = "The development policy does not admit " + in_backticks(dev.origin) +
                 ", and need not for the requests that " + dev.server + " forwards",
      .consequence = in_backticks(dev.proxy) +
                     " has them forwarded, so they reach the API without going across origins",
      .help = "Add " + in_backticks(dev.origin) + " only if its page also calls the API directly",
      .severity = Severity::info,
  };
}

void judge_development(const Policy& policy, const Context& context, Findings& findings) {
  auto servers = refused_servers(policy, context);
  if (servers.empty()) return;
  const DevOrigin& first = *servers.front();
  if (!refuses_forwarded_requests(policy, context, first.origin)) {
    std::erase_if(servers, [](const DevOrigin* dev) { return !dev->proxy.empty(); });
    if (servers.empty()) return findings.push_back(finding_about_proxy(policy, first));
  }
  auto finding = finding_about(policy, servers);
  if (servers.size() == 1)
    finding.fixes = additions_to(policy, context, servers.front()->origin, Safety::unsafe);
  findings.push_back(std::move(finding));
}

bool is_http_loopback(const Entry& entry) {
  const Origin* const origin = entry.origin();
  return origin && is_loopback(*origin) && entry.parsed.is_canonical();
}

/// A policy of unknown environment that admits pages from the own machine is meant for development,
/// at least in part: then the port that is in use should be among them.
void judge_unknown(const Policy& policy, const Context& context, Findings& findings) {
  const auto& entries = context.entries.origins;
  const auto local = std::find_if(entries.begin(), entries.end(), is_http_loopback);
  if (local == entries.end()) return;
  const auto servers = refused_servers(policy, context);
  const bool is_forwarded = std::any_of(servers.begin(), servers.end(),
                                        [](const DevOrigin* dev) { return !dev->proxy.empty(); });
  if (servers.empty() || is_forwarded) return;
  const DevOrigin& dev = *servers.front();
  const bool is_local_only = std::all_of(entries.begin(), entries.end(), is_http_loopback);
  Finding finding{
      .span = local->text->span,
      .message = in_backticks(local->value()) + " is admitted, but " + dev.server + " serves " +
                 pages_of(dev) + " at " + in_backticks(dev.origin),
      .consequence = dev.reason + ", and browsers refuse that page every answer",
      .help = additions_for(servers),
      .witness = dev.origin,
      .severity = is_local_only ? Severity::warning : Severity::info,
  };
  if (servers.size() == 1)
    finding.fixes = additions_to(policy, context, dev.origin, Safety::unsafe);
  findings.push_back(std::move(finding));
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const bool has_origins = is_set(policy.origins) || is_set(policy.origin_patterns);
  if (policy.environment == Environment::development) {
    report_asked(policy, context, findings);
    if (has_origins) judge_development(policy, context, findings);
  } else if (policy.environment == Environment::unknown) {
    judge_unknown(policy, context, findings);
  }
}

}  // namespace

constinit const Rule rules::missing_dev_origin{
    .id = "missing-dev-origin",
    .group = Group::origins,
    .severity = Severity::error,
    .summary = "A development policy refuses the development server",
    .rationale =
        "The front end's development server is an origin of its own: scheme, host and port count, "
        "and `http://localhost:5173` is not `http://localhost:3000`. When the port moves with a "
        "new tool or because the old one was taken, the policy does not move along. The browser "
        "then refuses every answer, its console talks about CORS, and the morning goes into "
        "looking for a mistake on the server. Required is what `--dev-origin` names, and one of "
        "the origins of the project around the file: `package.json` tells the server, and its "
        "scripts, `vite.config`, `angular.json` and `.env` the port, as far as they say it without "
        "being run. A policy of unknown environment is judged only where it admits another port "
        "of the same machine, as a warning or info.",
    .remedy = "Add the origin at which the development server shows the page.",
    .exception =
        "The development server forwards requests to the API itself, so no request goes "
        "across origins.",
    .example_file = "cors.development.toml",
    .bad = R"([cors]
allow_origins = ["http://localhost:8080", "http://127.0.0.1:8080"]
)",
    .good = R"([cors]
allow_origins = ["http://localhost:5173", "http://127.0.0.1:5173"]
)",
    .reference = "https://vite.dev/config/server-options.html#server-port",
    .check = check,
};

}  // namespace corslint
