#include "rules/catalog.h"
#include "rules/checks/duplicate_names.h"

namespace corslint {
namespace {

std::string as_written(std::string_view method) {
  return std::string(method);
}

void check(const Policy& policy, const Context& /*context*/, Findings& findings) {
  report_duplicate_names(policy.methods, as_written, findings);
}

}  // namespace

constinit const Rule rules::duplicate_method{
    .id = "duplicate-method",
    .group = Group::methods,
    .severity = Severity::warning,
    .summary = "A method is listed twice",
    .rationale =
        "The second entry changes nothing. It is usually what is left of a merge, or it stands "
        "where another method was meant, which is then missing.",
    .remedy = "Keep one of the two.",
    .exception = "",
    .bad = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT", "DELETE", "PUT"]
)",
    .good = R"([cors]
allow_origins = ["https://app.acme.io"]
allow_methods = ["PUT", "DELETE"]
)",
    .reference = "https://fetch.spec.whatwg.org/#http-access-control-allow-methods",
    .check = check,
};

}  // namespace corslint
