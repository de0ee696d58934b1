#include "lint/lsp/uris.h"

#include <catch2/catch.hpp>

namespace corslint::lsp {

TEST_CASE("a file URI becomes the path that it names") {
  CHECK(path_of_uri("file:///a/b.toml") == "/a/b.toml");
  CHECK(path_of_uri("FILE://localhost/a") == "/a");
  CHECK(path_of_uri("file:/a") == "/a");
  CHECK(path_of_uri("file:///a%20b/%C3%A4%23.toml") == "/a b/\u00E4#.toml");
  CHECK(path_of_uri("file:///a/./b/../c?x#y") == "/a/c");
  CHECK(path_of_uri("file:///100%/a%zz") == "/100%/a%zz");
}

TEST_CASE("what is no file of this machine has no path") {
  for (const auto* uri : {"", "untitled:Untitled-1", "file://server/a", "file:a", "file://", "/a",
                          "file:///a%00b", "vscode-notebook-cell:/a"}) {
    INFO(uri);
    CHECK(path_of_uri(uri).empty());
  }
}

TEST_CASE("a document without a path is called by the end of its URI") {
  CHECK(name_of_uri("untitled:Untitled-1") == "Untitled-1");
  CHECK(name_of_uri("git:/a/b/.env.production?ref") == ".env.production");
  CHECK(name_of_uri("x:a%20b.toml") == "a b.toml");
  CHECK(name_of_uri("").empty());
}

}  // namespace corslint::lsp
