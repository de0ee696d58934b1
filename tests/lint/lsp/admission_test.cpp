#include <catch2/catch.hpp>

#include "lint/lsp/markdown.h"
#include "tests/lint/lsp/editor.h"

namespace corslint {
namespace {

using test::Editor;
using test::Json;

/// What is shown for the place of `mark` in the text of a document.
std::string hover(const std::string& uri, const std::string& text, const std::string& mark) {
  Editor editor(test::usual_capabilities());
  editor.open(uri, text);
  const auto at =
      lsp::position_at(SourceFile("a", text), static_cast<std::uint32_t>(text.find(mark)),
                       lsp::PositionEncoding::utf16);
  const auto shown = editor.result_of(
      "textDocument/hover", {{"textDocument", {{"uri", uri}}},
                             {"position", {{"line", at.line}, {"character", at.character}}}});
  if (shown.is_null()) return "(nothing)";
  CHECK(shown["contents"]["kind"] == "markdown");
  CHECK(shown.contains("range"));
  return shown["contents"]["value"];
}

std::string in_toml(const std::string& policy, const std::string& mark) {
  return hover("file:///work/cors.toml", "[cors]\n" + policy, mark);
}

using Catch::Contains;
using Catch::StartsWith;

}  // namespace

TEST_CASE("hovering over an origin says who is admitted by it") {
  CHECK(in_toml("allow_origins = [\"https://app.acme.io\"]\n", "https") ==
        "**Who is admitted** by a generic enforcer, in `cors`:\n\nExactly `https://app.acme.io`");
  CHECK_THAT(
      in_toml("dialect = \"starlette\"\nallow_origins = [\"https://app.acme.io/\"]\n", "/\""),
      StartsWith("**Who is admitted** by Starlette") && Contains("Nobody: ") &&
          Contains("### trailing-slash"));
  CHECK_THAT(in_toml("allow_origins = [\"*\"]\n", "*"), Contains("Every origin"));
  CHECK_THAT(in_toml("dialect = \"rs-cors\"\nallow_origins = [\"https://*.acme.io\"]\n", "*"),
             Contains("- sites: acme.io") && Contains("- schemes: https") && Contains("- ports: "));
}

TEST_CASE("hovering over a pattern says who is admitted by it") {
  const auto text =
      in_toml("dialect = \"traefik\"\nallow_origin_regex = '^https://(www|app).acme.io'\n", "o'");
  CHECK_THAT(text, StartsWith("**Who is admitted** by Traefik, in `cors`:\n\n- sites: any name "
                              "below ") &&
                       Contains("for example `https://") && Contains("### unanchored-pattern"));
  CHECK_THAT(
      in_toml("dialect = \"fastify\"\nallow_origin_regex = '^https://a(?=b)(.)\\1\\.io$'\n", "a("),
      Contains("**Who is admitted**"));
}

TEST_CASE("hovering says who reads an entry, where nobody does") {
  CHECK_THAT(in_toml("dialect = \"s3\"\nallow_origin_regex = 'https://a'\n", "https"),
             Contains("has no origin patterns"));
  CHECK_THAT(hover("file:///work/.env", "CORS_ORIGINS=${HERE}\n", "HERE"),
             Contains("It holds a variable"));
}

TEST_CASE("policies that share an entry are named together") {
  const auto text = in_toml(
      "allow_origins = [\"https://app.acme.io\"]\n[cors.staging]\nmax_age = 5\n"
      "[cors.production]\nmax_age = 6\n",
      "https");
  CHECK_THAT(text, Contains("(staging)") && Contains("(production)"));
  CHECK(text.find("Exactly") == text.rfind("Exactly"));
}

TEST_CASE("hovering over anything else says nothing") {
  CHECK(in_toml("allow_origins = [\"https://app.acme.io\"]\n", "allow_origins") == "(nothing)");
  CHECK(hover("file:///work/a.md", "https://", "https") == "(nothing)");
}

TEST_CASE("an editor without Markdown gets the text as plain text") {
  Editor editor(
      Json{{"textDocument", {{"hover", {{"contentFormat", Json::array({"plaintext"})}}}}}});
  editor.open("file:///work/cors.toml", "[cors]\nallow_origins = [\"null\"]\n");
  const auto shown =
      editor.result_of("textDocument/hover", {{"textDocument", {{"uri", "file:///work/cors.toml"}}},
                                              {"position", {{"line", 1}, {"character", 19}}}});
  CHECK(shown["contents"]["kind"] == "plaintext");
}

TEST_CASE("a code span holds any text") {
  CHECK(lsp::code_span("a") == "`a`");
  CHECK(lsp::code_span("a`b") == "``a`b``");
  CHECK(lsp::code_span("`") == "`` ` ``");
  CHECK(lsp::code_span("") == "`  `");
  CHECK_THAT(lsp::code_span("a\nb"), !Contains("\n"));
}

}  // namespace corslint
