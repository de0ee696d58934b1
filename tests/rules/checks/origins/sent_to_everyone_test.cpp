#include "rules/checks/origins/sent_to_everyone.h"

#include <catch2/catch.hpp>
#include <string>

#include "lint/run/linter.h"

namespace corslint::tests {
namespace {

/// The consequence and the help of the first finding about this TOML file.
std::string said_of(const std::string& text) {
  const auto report = lint_file(SourceFile("cors.toml", text), Format::toml, {});
  if (report.diagnostics.empty()) return {};
  const Finding& finding = report.diagnostics.front().finding;
  return finding.consequence + ". " + finding.help;
}

std::string policy_with(const std::string& dialect, const std::string& origin) {
  return "[cors]\ndialect = \"" + dialect + "\"\norigin = '" + origin + "'\n";
}

}  // namespace

TEST_CASE("where a text is sent to every page, no message says that the program compares it") {
  using Catch::Contains;
  for (const auto* dialect : {"static-headers", "express", "fastify", "koa"}) {
    INFO(dialect);
    for (const auto* origin :
         {"https://app.acme.io, https://admin.acme.io", "https://*.acme.io", R"(/acme\.io$/)"}) {
      INFO(origin);
      const auto said = said_of(policy_with(dialect, origin));
      CHECK_THAT(said, Contains(" to every page"));
      CHECK_THAT(said, !Contains("compares"));
    }
  }
}

TEST_CASE("where a list is compared, the messages say so") {
  const auto said = said_of(
      "[cors]\ndialect = \"express\"\norigin = ['https://*.acme.io', 'https://app.acme.io']\n");
  CHECK_THAT(said, Catch::Contains("Express compares the entry as it stands"));
}

TEST_CASE("several origins are to be written as entries where one of several is answered with") {
  using Catch::Contains;
  const std::string joined = "https://app.acme.io, https://admin.acme.io";
  CHECK_THAT(said_of(policy_with("express", joined)), Contains("an entry of its own"));
  // That S3 refuses the policy for something else changes nothing about that.
  CHECK_THAT(said_of("[cors]\ndialect = \"s3\"\nallow_origins = ['" + joined +
                     "']\nallow_methods = ['OPTIONS']\n"),
             Contains("an entry of its own"));
  CHECK_THAT(said_of(policy_with("static-headers", joined)), Contains("Keep one origin"));
  CHECK_THAT(said_of(policy_with("koa", joined)), Contains("Keep one origin"));
}

}  // namespace corslint::tests
