// .NET's appsettings.json has no CORS section of its own; by convention applications read `Cors`,
// `CorsOptions`, `AllowedOrigins` or ABP's `App.CorsOrigins`, one string with commas. The keys are
// the native ones; what the file tells is who enforces them. What ABP's templates make of their
// string stands in every application that is made from them: they part it at commas, cut the slash
// at the end of each part off, and switch on that `*` stands for subdomains.

#include <array>

#include "lint/read/shapes/shape.h"
#include "rules/policy/ascii.h"

namespace corslint {

std::string_view dialect_of_document(const SourceFile& file, const Document& document) {
  if (document.format != Format::json) return {};
  const std::string_view path = file.path();
  const auto slash = path.find_last_of('/');
  const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  // `AllowedHosts` and `ConnectionStrings` are .NET's own names for what every such file holds.
  static constexpr std::array<std::string_view, 2> own_keys{"AllowedHosts", "ConnectionStrings"};
  const bool named = ascii_lowered(name).find("appsettings") != std::string::npos;
  return named || has_any_key(document.root, own_keys) ? "aspnet" : std::string_view();
}

void apply_abp_conventions(Policy& policy) {
  if (policy.dialect != "aspnet" || policy.origins.key != "CorsOrigins" || policy.name != "App")
    return;
  for (Text& entry : policy.origins.entries) {
    if (!entry.value.ends_with('/') || !is_verbatim(entry)) continue;
    entry.value.pop_back();
    --entry.content.end;
  }
  if (!policy.origin_globs.value) policy.origin_globs.value = true;
}

}  // namespace corslint
