#pragma once

#include <vector>

#include "rules/checks/origins/entry.h"

namespace corslint {

/// Whether the entry is the origin of an app's web view under a scheme of its own, as Capacitor,
/// Ionic and Tauri have it: `capacitor://localhost`, or `localhost` under the scheme that an app
/// chose. https://capacitorjs.com/docs/config
bool names_app_scheme(const Entry& entry);

/// Whether web views of apps are at this origin on Android and Windows: `tauri.localhost`, and
/// `localhost` without a port, where development servers are not. The scheme is not asked.
bool may_be_web_view(const Origin& origin);

}  // namespace corslint
