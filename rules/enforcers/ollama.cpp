// Ollama's `OLLAMA_ORIGINS`: gin-contrib/cors 1.7.2 with Ollama's own settings, which add to every
// list the loopback hosts on any port and the schemes of desktop applications. Read in its source
// (server/routes.go, envconfig/config.go, main branch). The list is split at commas and nothing
// more, so an entry behind `, ` begins with a blank, and the server panics. Methods, headers and
// max-age are fixed, and credentials are never allowed. Its check of the Host is not part of this.

#include "rules/enforcers/all.h"
#include "rules/enforcers/gin_answer.h"

namespace corslint {
namespace {

constexpr auto always_admitted = {
    "http://localhost", "https://localhost", "http://localhost:*", "https://localhost:*",
    "http://127.0.0.1", "https://127.0.0.1", "http://127.0.0.1:*", "https://127.0.0.1:*",
    "http://0.0.0.0",   "https://0.0.0.0",   "http://0.0.0.0:*",   "https://0.0.0.0:*",
    "app://*",          "file://*",          "tauri://*",          "vscode-webview://*",
    "vscode-file://*"};

constexpr auto permitted_headers = {"Authorization",
                                    "Content-Type",
                                    "User-Agent",
                                    "Accept",
                                    "X-Requested-With",
                                    "OpenAI-Beta",
                                    "x-stainless-arch",
                                    "x-stainless-async",
                                    "x-stainless-custom-poll-interval",
                                    "x-stainless-helper-method",
                                    "x-stainless-lang",
                                    "x-stainless-os",
                                    "x-stainless-package-version",
                                    "x-stainless-poll-helper",
                                    "x-stainless-retry-count",
                                    "x-stainless-runtime",
                                    "x-stainless-runtime-version",
                                    "x-stainless-timeout"};

constexpr auto extension_schemes = {"chrome-extension://", "safari-extension://",
                                    "moz-extension://", "ms-browser-extension://"};

/// An empty variable is as good as none.
bool is_empty_variable(const std::vector<std::string>& origins) {
  return origins.size() == 1 && origins.front().empty();
}

/// The settings with the list of the policy alone.
GinSettings settings_of(const Policy& policy) {
  auto settings = gin_settings({}, GinVersion::since_1_7);
  settings.wildcards = GinWildcards::on;
  settings.headers.assign(permitted_headers.begin(), permitted_headers.end());
  settings.schemes.insert(settings.schemes.end(), extension_schemes.begin(),
                          extension_schemes.end());
  for (const auto& entry : policy.origins.entries) settings.origins.push_back(entry.value);
  if (is_empty_variable(settings.origins)) settings.origins.clear();
  return settings;
}

GinSettings whole_settings_of(const Policy& policy) {
  auto settings = settings_of(policy);
  settings.origins.insert(settings.origins.end(), always_admitted.begin(), always_admitted.end());
  return settings;
}

Response answer_of_ollama(const Exchange& exchange) {
  return gin_answer(exchange, whole_settings_of(exchange.policy));
}

std::optional<StartFailure> start_failure_of_ollama(const Policy& policy) {
  const auto settings = settings_of(policy);
  return settings.origins.empty() ? std::nullopt : gin_start_failure(policy, settings);
}

EntryMeaning meaning_in_ollama(std::string_view entry, const Policy& /*policy*/) {
  return gin_entry_meaning(entry, GinVersion::since_1_7, GinWildcards::on);
}

}  // namespace

constinit const Enforcer enforcer::ollama{
    .name = "ollama",
    .since = "",
    .title = "Ollama",
    .summary = "the environment variable OLLAMA_ORIGINS",
    .comparison = OriginComparison::entry_lowered,
    .glob = GlobSupport::any_run,
    .wildcard_with_credentials = WildcardWithCredentials::credentials_dropped,
    .wildcard_with_credentials_text = "Ollama never allows credentials",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text =
        "Ollama then admits loopback hosts and desktop applications alone, as "
        "it always does",
    .string_as_list_text = "",
    .method_wildcard = NameWildcard::everything,
    .header_wildcard = NameWildcard::not_supported,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .has_credentials = false,
    .trims_entries = true,
    .adds_safelisted_headers = true,
    .entry_meaning = meaning_in_ollama,
    .start_failure = start_failure_of_ollama,
    .answer = answer_of_ollama,
    .comparison_text = "lowers the entry and then compares the two byte for byte",
    .evidence =
        "read in the sources of Ollama and gin-contrib/cors 1.7.2; the middleware run on "
        "1.4.0",
};

}  // namespace corslint
