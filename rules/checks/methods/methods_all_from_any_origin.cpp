#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "rules/catalog.h"
#include "rules/checks/any_origin.h"
#include "rules/checks/wording.h"

namespace corslint {
namespace {

/// The usual methods that change something and need permission; POST needs none.
constexpr std::array<std::string_view, 3> write_methods{"DELETE", "PATCH", "PUT"};

bool writes(std::string_view method) {
  return std::find(write_methods.begin(), write_methods.end(), method) != write_methods.end();
}

bool permits_writing(const Text& entry, const Enforcer& enforcer) {
  return writes(entry.value) ||
         (entry.value == "*" && enforcer.method_wildcard != NameWildcard::not_supported);
}

void check(const Policy& policy, const Context& context, Findings& findings) {
  const auto& enforcer = context.enforcer;
  if (allows_credentials(policy, enforcer)) return;
  const auto open = any_origin(policy, enforcer);
  if (!open) return;
  std::vector<std::string_view> methods;
  const Text* first = nullptr;
  for (const auto& entry : policy.methods.entries) {
    if (!permits_writing(entry, enforcer)) continue;
    if (first == nullptr) first = &entry;
    methods.emplace_back(entry.value);
  }
  if (first == nullptr) return;
  findings.push_back({
      .span = first->span,
      .message = first->value == "*" ? "Every origin may send any method"
                                     : "Every origin may send " + listed_in_backticks(methods),
      .consequence = "Any website can make its visitors' browsers change data here wherever a "
                     "signed URL, a leaked key or the visitor's network is all that it takes",
      .help = "List the origins that write, or keep to `GET` and `HEAD` for every origin",
      .labels = {{open->span, "every origin is admitted here"}},
  });
}

}  // namespace

constinit const Rule rules::methods_all_from_any_origin{
    .id = "methods-all-from-any-origin",
    .group = Group::methods,
    .severity = Severity::warning,
    .weakness = {SecuritySeverity::medium, 942},
    .summary = "Any origin may use methods that change data",
    .rationale =
        "Reading from anywhere is what public data is for; writing from anywhere rarely is. CORS "
        "does not authorise anything: S3 and Cloud Storage still want a signature or a public "
        "bucket, an API its token. But the browser's refusal is a second lock, and here it is "
        "open: a signed upload URL that leaks, a bucket that was made writable by mistake or a "
        "service that trusts its network can be used by every page that anyone opens.",
    .remedy = "List the origins whose pages write; leave `GET` and `HEAD` for every other.",
    .exception =
        "Fine for a public API whose every write carries a token that the script itself has to "
        "know.",
    .bad = R"([cors]
dialect = "s3"
allow_origins = ["*"]
allow_methods = ["GET", "PUT", "DELETE"]
)",
    .good = R"([cors]
dialect = "s3"
allow_origins = ["https://app.acme.io"]
allow_methods = ["GET", "PUT", "DELETE"]
)",
    .reference = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html",
    .check = check,
};

}  // namespace corslint
