#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lint/read/reader.h"

namespace corslint {
namespace {

std::string joined(const TextList& list) {
  std::string result;
  for (const auto& entry : list.entries) result += (result.empty() ? "" : " ") + entry.value;
  return '[' + result + ']';
}

std::string described(const Policy& policy) {
  std::string text = policy.name;
  if (!policy.dialect.empty()) text += '@' + policy.dialect;
  if (policy.environment != Environment::unknown)
    text += '/' + std::string(environment_name(policy.environment));
  if (is_set(policy.origins)) text += " origins" + joined(policy.origins);
  if (is_set(policy.origin_patterns)) text += " patterns" + joined(policy.origin_patterns);
  if (is_set(policy.methods)) text += " methods" + joined(policy.methods);
  if (is_set(policy.headers)) text += " headers" + joined(policy.headers);
  if (is_set(policy.exposed_headers)) text += " expose" + joined(policy.exposed_headers);
  if (policy.any_origin.value) text += *policy.any_origin.value ? " any" : " not-any";
  if (policy.credentials.value)
    text += *policy.credentials.value ? " credentials" : " no-credentials";
  if (policy.enabled.value) text += *policy.enabled.value ? " enabled" : " disabled";
  if (policy.vary.value) text += *policy.vary.value ? " vary" : " no-vary";
  if (policy.max_age.value) text += " age " + std::to_string(*policy.max_age.value);
  for (const auto& irregularity : policy.irregularities)
    text += " !" + irregularity.subject +
            (irregularity.suggestion.empty() ? "" : ">" + irregularity.suggestion);
  return text;
}

std::vector<std::string> policies_of(const std::string& path, const std::string& text) {
  const SourceFile file(path, text);
  const auto format = format_of(path);
  REQUIRE(format.has_value());
  std::vector<std::string> result;
  for (const auto& policy : read_policies(file, read_document(file, *format), {}))
    result.push_back(described(policy));
  return result;
}

struct Row {
  std::string phrase;
  std::string path;
  std::string text;
  std::vector<std::string> policies;
};

void check(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    INFO(row.phrase);
    CHECK(policies_of(row.path, row.text) == row.policies);
  }
}

}  // namespace

TEST_CASE("the native form is found wherever it stands") {
  check({
      {"a cors table",
       "a.toml",
       "[cors]\nallow_origins = [\"https://a.io\"]\n",
       {"cors origins[https://a.io]"}},
      {"a cors table at any depth and in any case",
       "a.toml",
       "[server.http.CORS]\norigins = [\"https://a.io\"]\ncredentials = true\n",
       {"server.http.CORS origins[https://a.io] credentials"}},
      {"camel case and other spellings in JSON",
       "a.json",
       R"({"corsOptions": {"AllowedOrigins": ["https://a.io"], "allow-methods": ["GET"], "exposedHeaders": []}})",
       {"corsOptions origins[https://a.io] methods[GET] expose[]"}},
      {"keys at the root, two of them",
       "a.toml",
       "origins = [\"https://a.io\"]\ncredentials = true\n",
       {"a origins[https://a.io] credentials"}},
      {"one key at the root of a file named after CORS",
       "cors.toml",
       "origins = [\"https://a.io\"]\n",
       {"cors origins[https://a.io]"}},
      {"named policies in a cors table",
       "a.toml",
       "[cors.public]\norigins = [\"*\"]\n[cors.admin]\norigins = [\"https://a.io\"]\n",
       {"cors.public origins[*]", "cors.admin origins[https://a.io]"}},
      {"keys that say cors beside an application's settings",
       "a.toml",
       "[security]\nenabled = false\nmethods = [\"x\"]\ncors_origins = [\"*\"]\ncors_methods = "
       "[\"GET\"]\n",
       {"security origins[*] methods[GET]"}},
      {"a switch beside them",
       "a.toml",
       "[http]\nenable_cors = false\ncors_allowed_origins = [\"*\"]\n",
       {"http origins[*] disabled"}},
      {"allowed_origins alone says enough",
       "a.toml",
       "[security]\nallowed_origins = [\"https://a.io\"]\n",
       {"security origins[https://a.io]"}},
      {"an array of tables",
       "a.toml",
       "[[route]]\ncors_origins = [\"https://a.io\"]\n[[route]]\ncors_origins = "
       "[\"https://b.io\"]\n",
       {"route[0] origins[https://a.io]", "route[1] origins[https://b.io]"}},
      {"tool tables",
       "pyproject.toml",
       "[tool.x.cors]\norigins = [\"https://a.io\"]\n",
       {"tool.x.cors origins[https://a.io]"}},
  });
}

TEST_CASE("a file with nothing about CORS has no policy") {
  check({
      {"an empty file", "a.toml", "", {}},
      {"settings of something else",
       "a.toml",
       "[server]\nport = 80\nmethods = [\"GET\"]\nenabled = true\n",
       {}},
      {"a git remote", "a.toml", "[remote]\norigin = \"git@example.org:a.git\"\n", {}},
      {"an origin alone at the root", "a.toml", "origin = \"git\"\n", {}},
      {"a schema that describes such a key",
       "a.json",
       R"({"properties": {"allowed_origins": {"type": "array"}}})",
       {}},
      {"headers of a request",
       "a.json",
       R"({"method": "GET", "headers": {"Origin": "https://a.io"}})",
       {}},
      {"a switch without origins", "a.toml", "[http]\nenable_cors = true\n", {}},
      {"a text that mentions it", "a.json", R"({"description": "cors origins"})", {}},
  });
}

TEST_CASE("an overlay is a policy that inherits what it does not set") {
  check({
      {"within the table",
       "a.toml",
       "[cors]\norigins = [\"https://a.io\"]\ncredentials = true\n[cors.dev]\norigins = "
       "[\"http://localhost:5173\"]\n",
       {"cors origins[https://a.io] credentials",
        "cors/development origins[http://localhost:5173] credentials"}},
      {"the environment outside",
       "a.toml",
       "[default.cors]\norigins = [\"https://a.io\"]\n[production.cors]\ncredentials = true\n",
       {"cors origins[https://a.io]", "cors/production origins[https://a.io] credentials"}},
      {"under env, before the default",
       "a.toml",
       "[env.production.cors]\nmax_age = 5\n[cors]\norigins = [\"https://a.io\"]\n",
       {"cors/production origins[https://a.io] age 5", "cors origins[https://a.io]"}},
      {"overlays alone",
       "a.toml",
       "[cors.production]\norigins = [\"https://a.io\"]\n",
       {"cors/production origins[https://a.io]"}},
      {"the key says it",
       "a.toml",
       "[cors]\nenvironment = \"prod\"\norigins = []\n",
       {"cors/production origins[]"}},
      {"the file's name says it",
       "config/production.toml",
       "[cors]\norigins = []\n",
       {"cors/production origins[]"}},
      {"the key outweighs the file's name",
       "production.toml",
       "[cors]\nenvironment = \"staging\"\norigins = []\n",
       {"cors/staging origins[]"}},
  });
}

TEST_CASE("the shapes of products are read by their own keys") {
  check({
      {"Traefik, keys in any case",
       "dynamic.toml",
       "[http.middlewares.api.Headers]\naccesscontrolalloworiginlist = "
       "[\"https://a.io\"]\naddVaryHeader = true\n",
       {"api@traefik origins[https://a.io] vary"}},
      {"Traefik reads booleans and numbers from strings",
       "dynamic.toml",
       "[http.middlewares.api.headers]\naccessControlAllowCredentials = "
       "\"true\"\naccessControlMaxAge = \"60\"\n",
       {"api@traefik credentials age 60"}},
      {"a key that Traefik removed",
       "dynamic.json",
       R"({"http": {"middlewares": {"a": {"headers": {"accessControlAllowOrigin": "*"}}}}})",
       {"a@traefik !accessControlAllowOrigin>accessControlAllowOriginList"}},
      {"a headers middleware without CORS",
       "dynamic.toml",
       "[http.middlewares.a.headers]\nframeDeny = true\n",
       {}},
      {"S3 rules",
       "s3.json",
       R"({"CORSRules": [{"ID": "x", "AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 3}]})",
       {"x@s3 origins[*] methods[GET] age 3"}},
      {"the bare array of S3's console",
       "a.json",
       R"([{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}, {"AllowedOrigins": ["https://a.io"]}])",
       {"[0]@s3 origins[*] methods[GET]", "[1]@s3 origins[https://a.io]"}},
      {"a mistyped key of S3",
       "a.json",
       R"({"CORSRules": [{"allowedOrigins": ["*"], "AllowedMethods": ["GET"]}]})",
       {"CORSRules[0]@s3 methods[GET] !allowedOrigins>AllowedOrigins"}},
      {"Cloud Storage",
       "cors.json",
       R"([{"origin": ["https://a.io"], "method": ["GET"], "responseHeader": ["ETag"], "maxAgeSeconds": 60}])",
       {"[0]@gcs origins[https://a.io] methods[GET] headers[ETag] age 60"}},
      {"KrakenD",
       "krakend.json",
       R"({"extra_config": {"security/cors": {"allow_origins": ["https://a.io"], "max_age": "12h", "debug": true}}})",
       {"extra_config.security/cors@krakend origins[https://a.io] age 43200"}},
      {"KrakenD under a name that nobody reads",
       "krakend.json",
       R"({"extra_config": {"github.com/x/cors": {"allow_origins": ["*"]}}})",
       {"extra_config.github.com/x/cors@krakend origins[*] !github.com/x/cors>security/cors"}},
      {"Azure Functions keeps blanks, and its file is for development",
       "local.settings.json",
       R"({"Host": {"CORS": "https://a.io, https://b.io", "CORSCredentials": true}})",
       {"Host@azure-functions/development origins[https://a.io  https://b.io] credentials"}},
      {"appsettings, ABP's comma string",
       "appsettings.json",
       R"({"App": {"CorsOrigins": "https://a.io,https://b.io"}, "AllowedHosts": "*"})",
       {"App@aspnet origins[https://a.io https://b.io]"}},
      {"appsettings, a switch for all",
       "appsettings.Development.json",
       R"({"CorsOptions": {"AllowAll": true}})",
       {"CorsOptions@aspnet/development any"}},
      {"an ARM template's expression is no text",
       "main.json",
       R"({"$schema": "https://schema.management.azure.com/deploymentTemplate.json#", "corsPolicy": {"allowedOrigins": "[variables('x')]", "allowCredentials": true}})",
       {"corsPolicy origins[[variables('x')]] credentials"}},
  });
}

TEST_CASE(
    "a value of the wrong type is noted, and still taken where it is evident what was meant") {
  check({
      {"texts for a boolean and a number",
       "a.toml",
       "[cors]\norigins = []\ncredentials = \"true\"\nmax_age = \"600\"\n",
       {"cors origins[] credentials age 600 !credentials>true !max_age>600"}},
      {"a duration where seconds are read",
       "a.toml",
       "[cors]\norigins = []\nmax_age = \"10m\"\n",
       {"cors origins[] !max_age>600"}},
      {"a number among origins",
       "a.toml",
       "[cors]\norigins = [\"https://a.io\", 5]\n",
       {"cors origins[https://a.io] !origins"}},
      {"a mistyped key",
       "a.toml",
       "[cors]\nallow_orgins = []\nmethods = []\n",
       {"cors methods[] !allow_orgins>allow_origins"}},
      {"a key of the application's own",
       "a.toml",
       "[cors]\norigins = []\nlog_rejections = true\n",
       {"cors origins[]"}},
      {"a dialect that does not exist",
       "a.toml",
       "[cors]\norigins = []\ndialect = \"starlete\"\n",
       {"cors origins[] !starlete>starlette"}},
      {"an environment that does not exist",
       "a.toml",
       "[cors]\norigins = []\nenvironment = \"producton\"\n",
       {"cors origins[] !producton>production"}},
  });
}

}  // namespace corslint
