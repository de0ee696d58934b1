#include "lint/read/example_file.h"

#include <catch2/catch.hpp>

using namespace corslint;

TEST_CASE("a file's name tells that it is an example") {
  for (const auto* path : {".env.example", "a/.env.production.example", "cors.toml.dist",
                           ".env.example.production", "config.sample.json", ".ENV.TEMPLATE"}) {
    INFO(path);
    CHECK(is_example_file(path));
  }
  for (const auto* path :
       {".env", "examples/.env", "a.example/cors.toml", ".env.samples", "dist"}) {
    INFO(path);
    CHECK_FALSE(is_example_file(path));
  }
}
