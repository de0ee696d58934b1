#include <algorithm>
#include <array>

#include "rules/catalog.h"
#include "rules/checks/origins/entry.h"
#include "rules/checks/origins/schemes.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

struct Sender {
  std::string_view scheme;
  std::string_view who;
};

constexpr std::array senders{
    Sender{"chrome-extension",
           "Only the extension with this identifier sends it, on every machine that has it"},
    Sender{"capacitor", "Every Capacitor app on iOS sends it, not only yours"},
    Sender{"ionic", "Every Ionic app with the old web view sends it, not only yours"},
    Sender{"tauri", "Every Tauri app on macOS, Linux and iOS sends it, not only yours"},
    Sender{"app", "Every Cordova and Electron app that chose this scheme sends it"},
    Sender{"vscode-webview",
           "Views of VS Code extensions send it, each with a changing identifier"},
};

std::string who_sends(std::string_view scheme) {
  const auto* const found = std::find_if(senders.begin(), senders.end(), [&](const Sender& sender) {
    return sender.scheme == scheme;
  });
  return found == senders.end() ? "Only apps that registered this scheme send it, and any app may"
                                : std::string(found->who);
}

bool is_socket(std::string_view scheme) {
  return scheme == "ws" || scheme == "wss";
}

void check(const Policy& /*policy*/, const Context& context, Findings& findings) {
  for (const Entry& entry : context.entries.origins) {
    const Origin* const origin = entry.origin();
    if (!origin || is_web(*origin) || is_socket(origin->scheme) || is_scheme_typo(entry) ||
        !browser_with_installation_origins(origin->scheme).empty())
      continue;
    findings.push_back({
        .span = entry.text->content,
        .message = in_backticks(entry.value()) + " is not an origin of the web",
        .consequence = who_sends(origin->scheme),
        .help = "Keep it only if that app has to read from here, and do not take it for proof of "
                "who asks",
    });
  }
}

}  // namespace

constinit const Rule rules::non_web_scheme{
    .id = "non-web-scheme",
    .group = Group::origins,
    .severity = Severity::info,
    .summary = "An origin belongs to an app or extension and not to a website",
    .rationale =
        "Web views and extensions send origins of their own. Who can send them differs: "
        "`chrome-extension://` names one extension everywhere, and `capacitor://localhost` or "
        "`tauri://localhost` every app made with that "
        "framework. Such an entry is often right. It is worth knowing that it does not identify "
        "your app alone.",
    .remedy = "Keep the entry if the app needs it; use tokens, not the origin, to tell apps apart.",
    .exception = "Your app needs it.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io", "capacitor://localhost"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
)",
    .reference = "https://capacitorjs.com/docs/config",
    .check = check,
};

}  // namespace corslint
