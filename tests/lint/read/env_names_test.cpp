#include "lint/read/env_names.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace corslint;

namespace {

struct Row {
  std::string name;
  Field field;
  std::string group;
};

const std::vector<Row> by_name{
    {"CORS_ORIGINS", Field::origins, ""},
    {"CORS_ORIGIN", Field::origins, ""},
    {"ALLOWED_ORIGINS", Field::origins, ""},
    {"ALLOWED_ORIGIN", Field::origins, ""},
    {"CORS_ALLOWED_ORIGINS", Field::origins, ""},
    {"CORS_ALLOW_ORIGIN", Field::origins, ""},
    {"ALLOW_CORS_ORIGINS", Field::origins, ""},
    {"CORS_ORIGIN_WHITELIST", Field::origins, ""},
    {"CORS_ALLOWED_DOMAINS", Field::origins, ""},
    {"ACCESS_CONTROL_ALLOW_ORIGIN", Field::origins, ""},
    {"BACKEND_CORS_ORIGINS", Field::origins, "backend"},
    {"SECURITY_CORS_ORIGINS", Field::origins, "security"},
    {"WEBSOCKET_CORS_ORIGINS", Field::origins, "websocket"},
    {"API_CORS_ORIGIN", Field::origins, "api"},
    {"HTTP__CORS_ALLOWED_ORIGINS", Field::origins, "http"},
    {"App__CorsOrigins", Field::origins, "app"},
    {"App__Cors__AllowedOrigins", Field::origins, "app"},
    {"APP__CORSORIGINS", Field::origins, "app"},
    {"WEB_API_CORS_ALLOW_ORIGINS", Field::origins, "web_api"},
    {"IMGPROXY_ALLOW_ORIGIN", Field::origins, "imgproxy"},
    {"OLLAMA_ORIGINS", Field::origins, "ollama"},
    {"CORS_ORIGIN_REGEX", Field::origin_patterns, ""},
    {"CORS_ALLOW_ORIGIN_REGEX", Field::origin_patterns, ""},
    {"CORS_ALLOWED_ORIGIN_REGEXES", Field::origin_patterns, ""},
    {"CORS_METHODS", Field::methods, ""},
    {"CORS_ALLOW_METHODS", Field::methods, ""},
    {"CORS_HEADERS", Field::headers, ""},
    {"CORS_ALLOW_HEADERS", Field::headers, ""},
    {"CORS_EXPOSE_HEADERS", Field::exposed_headers, ""},
    {"CORS_CREDENTIALS", Field::credentials, ""},
    {"CORS_ALLOW_CREDENTIALS", Field::credentials, ""},
    {"CORS_SUPPORTS_CREDENTIALS", Field::credentials, ""},
    {"CORS_ALLOW_ALL_ORIGINS", Field::any_origin, ""},
    {"CORS_ORIGIN_ALLOW_ALL", Field::any_origin, ""},
    {"CORS_MAX_AGE", Field::max_age, ""},
    {"CORS_PREFLIGHT_MAX_AGE", Field::max_age, ""},
    {"CORS_ALLOW_PRIVATE_NETWORK", Field::private_network, ""},
    {"CORS_ENABLED", Field::enabled, ""},
    {"ENABLE_CORS", Field::enabled, ""},
    {"TYPESENSE_ENABLE_CORS", Field::enabled, "typesense"},
    {"CORS_DIALECT", Field::dialect, ""},
    {"FLASK_CORS_SUPPORTS_CREDENTIALS", Field::credentials, "flask"},
};

}  // namespace

TEST_CASE("where a product reads entries in a way of its own, only everybody is what it seems") {
  for (const auto* name :
       {"QUARKUS_HTTP_CORS_ORIGINS", "MINIO_API_CORS_ALLOW_ORIGIN", "HASURA_GRAPHQL_CORS_DOMAIN",
        "GOTIFY_SERVER_CORS_ALLOWORIGINS", "http.cors.allow-origin",
        "AIRFLOW__API__ACCESS_CONTROL_ALLOW_ORIGINS", "SERVE_PUBLIC_CORS_ALLOWED_ORIGINS",
        "CENTRIFUGO_CLIENT_ALLOWED_ORIGINS", "LANGFLOW_CORS_ORIGINS", "MERCURE_CORS_ORIGINS",
        "MLFLOW_SERVER_CORS_ALLOWED_ORIGINS", "VIKUNJA_CORS_ORIGINS",
        "CKAN__CORS__ORIGIN_WHITELIST", "GF_LIVE_ALLOWED_ORIGINS", "LIGHTDASH_CORS_ALLOWED_DOMAINS",
        "REGISTRY_HTTP_HEADERS_Access-Control-Allow-Origin", "TUSD_CORS_ALLOW_ORIGIN"}) {
    INFO(name);
    const auto role = env_role(name);
    REQUIRE(role);
    CHECK(role->evidence == EnvEvidence::everyone);
  }
  CHECK_FALSE(env_role("QUARKUS_HTTP_CORS_METHODS"));
  CHECK(env_role("SERVE_CORS_ALLOWED_ORIGINS")->evidence == EnvEvidence::name);
}

TEST_CASE("a variable's name tells its field and group") {
  for (const auto& row : by_name) {
    INFO(row.name);
    const auto role = env_role(row.name);
    REQUIRE(role);
    CHECK(role->field == row.field);
    CHECK(role->group == row.group);
    CHECK(role->evidence == EnvEvidence::name);
    CHECK(role->environment == Environment::unknown);
  }
}

TEST_CASE("variables about something else have no role") {
  for (const std::string_view name : {"",
                                      "_",
                                      "PORT",
                                      "ORIGIN",
                                      "ORIGINS",
                                      "CSRF_TRUSTED_ORIGINS",
                                      "CSRF_ALLOWED_ORIGINS",
                                      "CSRF_CORS_ORIGINS",
                                      "WEBAUTHN_ALLOWED_ORIGINS",
                                      "FRAME_ALLOWED_ORIGINS",
                                      "ALLOWED_HOSTS",
                                      "ALLOW_ALL",
                                      "MAX_AGE",
                                      "HSTS_MAX_AGE",
                                      "S3_URL",
                                      "STRIPE_WEBHOOK_URL",
                                      "API_URL",
                                      "DATABASE_URL",
                                      "APP_URL",
                                      "BASE_URL",
                                      "CORS_PROXY_URL",
                                      "CORS_URLS_REGEX",
                                      "CORSAIR_MODE",
                                      "FRONTEND_PORT",
                                      "TRUSTED_ORIGINS",
                                      "ENABLED",
                                      "CREDENTIALS",
                                      "CORS_MAX_AGE_1"}) {
    INFO(name);
    CHECK_FALSE(env_role(name));
  }
}

TEST_CASE("the address of a front end needs a comment to count") {
  for (const std::string_view name :
       {"FRONTEND_URL", "FRONTEND_HOST", "FRONT_END_URL", "FRONTEND_ORIGIN", "CLIENT_URL",
        "CLIENT_ORIGIN", "APP_ORIGIN", "WEB_URL", "FRONTEND_URL_PROD", "NEXT_CLIENT_URL"}) {
    INFO(name);
    const auto role = env_role(name);
    REQUIRE(role);
    CHECK(role->evidence == EnvEvidence::comment);
    CHECK(role->field == Field::origins);
  }
}

TEST_CASE("a name that ends in cors is decided by its value") {
  for (const std::string_view name : {"CORS", "STORE_CORS", "HTTP_SERVER_CORS"}) {
    INFO(name);
    const auto role = env_role(name);
    REQUIRE(role);
    CHECK(role->evidence == EnvEvidence::value);
  }
}

TEST_CASE("a word at either end of a name tells the environment") {
  struct Told {
    std::string name;
    Environment environment;
    std::string group;
  };
  for (const auto& row : std::vector<Told>{
           {"DEV_CORS_ORIGINS", Environment::development, ""},
           {"PROD_CORS_ORIGINS", Environment::production, ""},
           {"STAGING_ALLOWED_ORIGINS", Environment::staging, ""},
           {"CORS_ORIGINS_PRODUCTION", Environment::production, ""},
           {"PROD_API_CORS_ORIGINS", Environment::production, "api"},
           {"API_CORS_ORIGINS_DEV", Environment::development, "api"},
           {"FRONTEND_URL_PROD", Environment::production, ""},
           {"PRODUCT_CORS_ORIGINS", Environment::unknown, "product"},
       }) {
    INFO(row.name);
    const auto role = env_role(row.name);
    REQUIRE(role);
    CHECK(role->environment == row.environment);
    CHECK(role->group == row.group);
  }
}

TEST_CASE("a number at the end makes a variable one entry of a list") {
  REQUIRE(env_role("Cors__AllowedOrigins__0"));
  CHECK(env_role("Cors__AllowedOrigins__0")->is_element);
  CHECK(env_role("CORS_ORIGIN_12")->is_element);
  CHECK_FALSE(env_role("CORS_ORIGIN")->is_element);
}

TEST_CASE("a variable of one product tells its dialect") {
  CHECK(env_role("OLLAMA_ORIGINS")->dialect == "ollama");
  CHECK(env_role("FLASK_CORS_ORIGINS")->dialect == "flask-cors");
  CHECK(env_role("COLLECTOR_OTLP_HTTP_CORS_ALLOWED_ORIGINS")->dialect == "rs-cors");
  CHECK(env_role("CORS_ORIGINS")->dialect.empty());
}
