#include "rules/checks/origins/shared_hosts.h"

#include <algorithm>
#include <array>
#include <span>

namespace corslint {
namespace {

// Known here because public suffix lists lack them, some in every edition, some in older ones.
constexpr std::array<std::string_view, 12> shared_hosts{"surge.sh",
                                                        "glitch.me",
                                                        "wordpress.com",
                                                        "atlassian.net",
                                                        "zendesk.com",
                                                        "sharepoint.com",
                                                        "auth0.com",
                                                        "stackblitz.io",
                                                        "webcontainer.io",
                                                        "myshopify.com",
                                                        "googleusercontent.com",
                                                        "slack.com"};

constexpr std::array<std::string_view, 18> sandbox_hosts{
    "codepen.io",     "cdpn.io",    "codepen.dev",   "jsfiddle.net",   "jshell.net",
    "jsbin.com",      "plnkr.co",   "plunker.co",    "repl.it",        "repl.co",
    "replit.dev",     "replit.app", "stackblitz.io", "stackblitz.com", "webcontainer.io",
    "codesandbox.io", "csb.app",    "translate.goog"};

constexpr std::array<std::string_view, 13> tunnel_hosts{
    "ngrok.io",      "ngrok.app",      "ngrok-free.app",    "ngrok-free.dev", "ngrok.dev",
    "loca.lt",       "localtunnel.me", "trycloudflare.com", "serveo.net",     "lhr.life",
    "localhost.run", "devtunnels.ms",  "pinggy.io"};

bool is_at_or_under(std::string_view host, std::string_view domain) {
  if (!host.ends_with(domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

bool is_under_any(std::string_view host, std::span<const std::string_view> domains) {
  return std::any_of(domains.begin(), domains.end(),
                     [&](std::string_view domain) { return is_at_or_under(host, domain); });
}

}  // namespace

bool is_shared_host(std::string_view domain) {
  return std::find(shared_hosts.begin(), shared_hosts.end(), domain) != shared_hosts.end();
}

bool is_sandbox_host(std::string_view host) {
  return is_under_any(host, sandbox_hosts);
}

bool is_tunnel_host(std::string_view host) {
  return is_under_any(host, tunnel_hosts);
}

}  // namespace corslint
