// The Azure Functions host that `func start` runs. Read in Azure/azure-functions-core-tools,
// src/Azure.Functions.Cli/Actions/HostActions/Startup.cs (1050abb): it splits Host.CORS at commas,
// cuts no blanks off, drops empty parts, and builds an ASP.NET Core policy of them with every
// method and every header. A policy in Azure itself (siteConfig.cors) is enforced by App Service,
// whose source is not public.

#include "rules/enforcers/all.h"
#include "rules/enforcers/aspnet.h"
#include "rules/policy/policy.h"

namespace corslint {
namespace {

TextList wildcard() {
  TextList list;
  list.form = ListForm::list;
  list.entries.push_back({.value = "*", .span = {}, .content = {}, .removal = {}});
  return list;
}

/// What the host makes of the file: nothing but origins and credentials counts.
Policy policy_of_host(const Policy& policy) {
  Policy built;
  built.origins = policy.origins;
  built.credentials = policy.credentials;
  built.methods = wildcard();
  built.headers = wildcard();
  return built;
}

EntryMeaning origin(std::string_view entry, const Policy& policy) {
  if (entry.empty()) return {};
  return aspnet_origin(entry, policy_of_host(policy));
}

std::optional<StartFailure> failure(const Policy& policy) {
  return aspnet_failure(policy_of_host(policy));
}

Response answer_as_host(const Exchange& exchange) {
  if (exchange.policy.origins.entries.empty()) return {};
  const Policy built = policy_of_host(exchange.policy);
  return aspnet_answer({built, exchange.enforcer, exchange.request, exchange.matchers});
}

}  // namespace

constinit const Enforcer enforcer::azure_functions{
    .name = "azure-functions",
    .since = "",
    .title = "Azure Functions",
    .summary = "local.settings.json, Host.CORS and Host.CORSCredentials",
    .comparison = OriginComparison::entry_lowered,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::refuses_to_start,
    .wildcard_with_credentials_text =
        "The Functions host throws an InvalidOperationException when it builds the policy, so "
        "`func "
        "start` fails",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "The Functions host then adds no CORS at all",
    .string_as_list_text = "",
    .method_wildcard = NameWildcard::mirrored,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::not_supported,
    .name_check = NameCheck::left_to_browser,
    .adds_safelisted_headers = true,
    .entry_meaning = origin,
    .start_failure = failure,
    .answer = answer_as_host,
    .evidence =
        "read in Azure/azure-functions-core-tools, HostActions/Startup.cs, and in "
        "dotnet/aspnetcore",
};

}  // namespace corslint
