#include <algorithm>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/entry_fixes.h"
#include "rules/checks/wording.h"
#include "rules/fetch/headers.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// Whether `*` stands for every name here. With credentials browsers take it for a name, unless
/// the enforcer writes the names in its place.
bool stands_for_all(NameWildcard wildcard, bool with_credentials) {
  switch (wildcard) {
    case NameWildcard::literal:
    case NameWildcard::dropped_with_credentials:
      return !with_credentials;
    case NameWildcard::mirrored:
    case NameWildcard::mirrored_with_credentials:
      return true;
    case NameWildcard::everything:
    case NameWildcard::not_supported:
      break;
  }
  return false;
}

/// `*` is no permission for Authorization, in browsers and in what is sent to them.
bool says_nothing(const Text& entry) {
  return is_judged(entry) && entry.value != "*" && !stripped(entry.value).empty() &&
         !is_cors_non_wildcard_request_header_name(entry.value);
}

void judge(const TextList& list, NameWildcard wildcard, bool with_credentials, Findings& findings) {
  const Text* star = wildcard_in(list);
  if (star == nullptr || !stands_for_all(wildcard, with_credentials)) return;
  const auto redundant = std::find_if(list.entries.begin(), list.entries.end(), says_nothing);
  if (redundant == list.entries.end()) return;
  findings.push_back({
      .span = star->span,
      .message = "`*` stands beside names in " + in_backticks(list.key),
      .consequence = "It permits every name, so the others have no effect and only look like a "
                     "limit",
      .help = "Keep either `*` or the names",
      .labels = {{redundant->span, "permitted by `*` already"}},
  });
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const Enforcer& enforcer = context.enforcer;
  const bool with_credentials = allows_credentials(policy, enforcer);
  judge(policy.methods, enforcer.method_wildcard, with_credentials, findings);
  judge(policy.headers, enforcer.header_wildcard, with_credentials, findings);
  judge(policy.exposed_headers, enforcer.exposed_wildcard, with_credentials, findings);
}

}  // namespace

constinit const Rule rules::wildcard_among_names{
    .id = "wildcard-among-names",
    .group = Group::headers,
    .severity = Severity::info,
    .summary = "A wildcard stands beside methods or header names",
    .rationale =
        "A list with `*` and names says two things. Without credentials `*` permits everything, "
        "and whoever later removes a name believes that it is refused from then on. With "
        "credentials it is the other way round: browsers take `*` for a name, and the names are "
        "what counts. `Authorization` is the exception and belongs beside `*`, which does not "
        "stand for it.",
    .remedy = "Keep either `*` or the names.",
    .exception = "The names are kept for old browsers, which do not know `*` here.",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["*", "X-Tenant"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_headers = ["*", "Authorization"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-new-header-syntax",
    .check = check,
};

}  // namespace corslint
