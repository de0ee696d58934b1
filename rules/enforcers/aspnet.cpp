// ASP.NET Core's CorsPolicyBuilder and CorsService, and Azure Functions' local host, which is built
// on them. Read in dotnet/aspnetcore and Azure/azure-functions-core-tools (2026-08).

#include "rules/enforcers/all.h"

namespace corslint {
namespace {

constexpr Enforcer aspnet_core{
    .name = "aspnet",
    .since = "",
    .title = "ASP.NET Core",
    .summary = "appsettings.json, by convention: Cors, CorsOptions, App.CorsOrigins",
    .comparison = OriginComparison::entry_lowered,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::refuses_to_start,
    .wildcard_with_credentials_text =
        "ASP.NET Core throws an InvalidOperationException when the policy is built, so the "
        "application does not start",
    .wildcard_counts_among_others = false,
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "ASP.NET Core then admits nobody",
    .string_as_list_text = "",
    .method_wildcard = NameWildcard::mirrored,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
};

constexpr Enforcer functions_host() {
  Enforcer enforcer = aspnet_core;
  enforcer.name = "azure-functions";
  enforcer.title = "Azure Functions";
  enforcer.summary = "local.settings.json, Host.CORS and Host.CORSCredentials";
  enforcer.wildcard_with_credentials_text =
      "The Functions host throws an InvalidOperationException when it builds the policy, so `func "
      "start` fails";
  enforcer.empty_origins_text = "The Functions host then adds no CORS at all";
  return enforcer;
}

}  // namespace

constinit const Enforcer enforcer::aspnet = aspnet_core;
constinit const Enforcer enforcer::azure_functions = functions_host();

}  // namespace corslint
