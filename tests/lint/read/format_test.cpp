#include <catch2/catch.hpp>

#include "lint/read/foreign_language.h"
#include "lint/read/reader.h"

namespace corslint {
namespace {

TEST_CASE("a file's name tells its format") {
  struct Row {
    const char* path;
    std::optional<Format> format;
  };
  const std::vector<Row> rows{
      {"cors.toml", Format::toml},
      {"config/pg_tileserv.toml.example", Format::toml},
      {"standalone.example.toml", Format::toml},
      {"CORS.TOML", Format::toml},
      {"appsettings.Development.json", Format::json},
      {"settings.jsonc", Format::json},
      {"local.settings.json.dist", Format::json},
      {".env", Format::env},
      {".env.production", Format::env},
      {".env.production.local", Format::env},
      {".env.production.template", Format::env},
      {".env.autonomous", Format::env},
      {"backend\\.env.example", Format::env},
      {"0001-DEV__company-app__backend-.env.production", Format::env},
      {"prod.env", Format::env},
      {"env.example", Format::env},
      {"env.sample", Format::env},
      {"env.production", Format::env},
      {"env.prod.example", Format::env},
      {".env.toml", Format::toml},
      {"env", std::nullopt},
      {"env.ts", std::nullopt},
      {".env.d.ts", std::nullopt},
      {"next.env.d.ts", std::nullopt},
      {".env.local.ts", std::nullopt},
      {".env.sh", std::nullopt},
      {".environment", std::nullopt},
      {".envrc", std::nullopt},
      {"site.webmanifest", std::nullopt},
      {"a.json5", std::nullopt},
      {"cors.yaml", std::nullopt},
      {".env/readme", std::nullopt},
      {"example", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& row : rows) {
    INFO(row.path);
    CHECK(format_of(row.path) == row.format);
  }
}

TEST_CASE("the language of a file that is not read is told by its ending") {
  CHECK(foreign_language_of("deploy/docker-compose.yml") == "YAML");
  CHECK(foreign_language_of("values.YAML") == "YAML");
  CHECK(foreign_language_of("main.py") == "Python");
  CHECK(foreign_language_of("env.d.ts") == "TypeScript");
  for (const auto* path : {"cors.toml", "cors", "yml", "happy", ".env.happy", "", "cors.yml.txt"}) {
    INFO(path);
    CHECK(foreign_language_of(path).empty());
  }
}

TEST_CASE("a text without a telling name is judged by its first line that says something") {
  struct Row {
    const char* text;
    Format format;
  };
  const std::vector<Row> rows{
      {"{\"a\": 1}", Format::json},
      {"\xEF\xBB\xBF\n  {", Format::json},
      {"// a comment\n{}", Format::json},
      {"/* a */ {}", Format::json},
      {"[\"https://a.io\"]", Format::json},
      {"[\n  1\n]", Format::json},
      {"[{\"a\": 1}]", Format::json},
      {"[true]", Format::json},
      {"[]", Format::json},
      {"\"a\"", Format::json},
      {"[cors]\nx = 1", Format::toml},
      {"# cors\n[[policy]]", Format::toml},
      {"[http.cors]", Format::toml},
      {"allow_origins = []", Format::toml},
      {"allow_origins=[]", Format::toml},
      {"max_age=600", Format::toml},
      {"\"a b\" = 1", Format::toml},
      {"CORS_ORIGINS=https://a.io", Format::env},
      {"CORS_ORIGINS=\"a,b\"", Format::env},
      {"# c\r\n\r\nexport A=1", Format::env},
      {"name=", Format::env},
      {"name=word", Format::env},
      {"", Format::toml},
      {"# only a comment", Format::toml},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(guessed_format(row.text) == row.format);
  }
}

TEST_CASE("a path tells the environment by its name, then by its folders") {
  struct Row {
    const char* path;
    Environment environment;
  };
  const std::vector<Row> rows{
      {".env.production", Environment::production},
      {".env.production.example", Environment::production},
      {".env.production.template", Environment::production},
      {".env.prod.example", Environment::production},
      {".env.production.local", Environment::production},
      {".env.development.local", Environment::development},
      {".env.local", Environment::unknown},
      {".env.test", Environment::test},
      {"prod.env", Environment::production},
      {"config.prod.toml", Environment::production},
      {"config/production.toml", Environment::production},
      {"Conf.production.toml", Environment::production},
      {"config-production.toml", Environment::production},
      {"zainlashari1234__universal-ai-dev-assistant__backend-config-development.toml",
       Environment::development},
      {"staging_cors.json", Environment::staging},
      {"appsettings.Development.json", Environment::development},
      {"appsettings.Production.json", Environment::production},
      {"local.settings.json", Environment::development},
      {"deploy/prod/cors.toml", Environment::production},
      {"deploy\\staging\\cors.toml", Environment::staging},
      {"prod/config.dev.toml", Environment::development},
      {"prod/eu/cors.toml", Environment::production},
      {"bjpl__corporate_intel__config-production-.env.production.template",
       Environment::production},
      {".env", Environment::unknown},
      {".env.example", Environment::unknown},
      {".env.autonomous", Environment::unknown},
      {"env.example", Environment::unknown},
      {"AA-maker-dev__Planner__backend-.env.example", Environment::unknown},
      {"0001-DEV__company-app__backend-.env", Environment::unknown},
      {"universal-ai-dev-assistant__config-default.toml", Environment::unknown},
      {"/usr/local/etc/cors.toml", Environment::unknown},
      {"/home/dev/app/cors.toml", Environment::unknown},
      {"/home/dev/prod/cors.toml", Environment::production},
      {"products/cors.toml", Environment::unknown},
      {"cors.toml", Environment::unknown},
      {"", Environment::unknown},
  };
  for (const auto& row : rows) {
    INFO(row.path);
    CHECK(environment_of(row.path) == row.environment);
  }
}

}  // namespace
}  // namespace corslint
