#include "rules/checks/origins/app_shells.h"

#include "rules/checks/origins/schemes.h"
#include "rules/origin/scheme_splitter.h"

namespace corslint {

bool names_app_scheme(const Entry& entry) {
  const Origin* const origin = entry.origin();
  return origin != nullptr && !is_special_scheme(origin->scheme) && !is_scheme_typo(entry) &&
         name_without_final_dot(origin->host) == "localhost";
}

bool may_be_web_view(const Origin& origin) {
  const auto name = name_without_final_dot(origin.host);
  return name == "tauri.localhost" || (name == "localhost" && !origin.port);
}

}  // namespace corslint
