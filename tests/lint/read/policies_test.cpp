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
      {"Tyk hands its table to rs/cors",
       "api.json",
       R"({"api_id": "1", "CORS": {"allowed_origins": ["https://*.a.io"], "options_passthrough": false}})",
       {"CORS@rs-cors origins[https://*.a.io]"}},
      {"CometBFT hands its keys to rs/cors",
       "config.toml",
       "[rpc]\ncors_allowed_origins = [\"https://a.io\"]\n",
       {"rpc@rs-cors origins[https://a.io]"}},
      {"OpenTelemetry's collector hands its receivers' to rs/cors",
       "collector.json",
       R"({"receivers": {"otlp": {"protocols": {"http": {"cors": {"allowed_origins": ["http://*"]}}}}}})",
       {"receivers.otlp.protocols.http.cors@rs-cors origins[http://*]"}},
      {"the Cosmos SDK's switch", "app.toml", "[api]\nenabled-unsafe-cors = true\n", {"api any"}},
      {"WSO2's API Manager spells its keys as Traefik does",
       "api.json",
       R"({"corsConfiguration": {"accessControlAllowOrigins": ["https://a.io"], "accessControlAllowMethods": ["PUT"]}})",
       {"corsConfiguration origins[https://a.io] methods[PUT]"}},
      {"an ARM template's expression is no text",
       "main.json",
       R"({"$schema": "https://schema.management.azure.com/deploymentTemplate.json#", "corsPolicy": {"allowedOrigins": "[variables('x')]", "allowCredentials": true}})",
       {"corsPolicy origins[[variables('x')]] credentials"}},
  });
}

TEST_CASE("Envoy and Istio list matchers") {
  check({
      {"exact texts and regular expressions are two lists",
       "envoy.json",
       R"({"cors": {"allow_origin_string_match": [{"exact": "https://a.io"}, {"safe_regex": {"regex": "https://[a-z]+"}}], "allow_methods": "GET, PUT", "max_age": "60", "allow_credentials": true}})",
       {"cors@envoy origins[https://a.io] patterns[https://[a-z]+] methods[GET PUT] credentials "
        "age "
        "60"}},
      {"protobuf's other spelling",
       "envoy.json",
       R"({"x": {"@type": "t", "allowOriginStringMatch": [{"safeRegex": {"regex": "https://a"}}], "exposeHeaders": "x-a,x-b", "maxAge": "60", "filterEnabled": {}}})",
       {"x@envoy patterns[https://a] expose[x-a x-b] age 60"}},
      {"Istio",
       "service.json",
       R"({"kind": "VirtualService", "spec": {"http": [{"corsPolicy": {"allowOrigins": [{"exact": "https://a.io"}, {"regex": "https://b"}], "allowMethods": ["PUT"], "maxAge": "24h", "unmatchedPreflights": "IGNORE"}}]}})",
       {"spec.http[0].corsPolicy@envoy origins[https://a.io] patterns[https://b] methods[PUT] age "
        "86400"}},
      {"another kind of matcher stands in no list",
       "service.json",
       R"({"corsPolicy": {"allowOrigins": [{"exact": "https://a.io"}, {"prefix": "https://b"}]}})",
       {}},
      {"a matcher that ignores letter case, too",
       "envoy.json",
       R"({"cors": {"allow_origin_string_match": [{"exact": "https://a.io", "ignore_case": true}]}})",
       {}},
      {"a regular expression without a text",
       "envoy.json",
       R"({"cors": {"allow_origin_string_match": [{"safe_regex": {}}]}})",
       {}},
      {"a key that Envoy has not",
       "envoy.json",
       R"({"cors": {"allow_origin_string_match": [{"exact": "https://a.io"}], "allow_method": "PUT"}})",
       {"cors@envoy origins[https://a.io] !allow_method>allow_methods"}},
  });
}

TEST_CASE("of products that read entries in ways of their own, plain origins and `*` are taken") {
  check({
      {"APISIX",
       "route.json",
       R"({"plugins": {"cors": {"allow_origins": "https://a.io,https://b.io"}}})",
       {}},
      {"APISIX by its keys",
       "route.json",
       R"({"plugins": {"cors": {"allow_origins": "*", "allow_credential": false}}})",
       {"plugins.cors origins[*]"}},
      {"Auth0",
       "tenant.json",
       R"({"clients": [{"web_origins": [], "allowed_origins": ["https://*.a.io"]}]})",
       {}},
      {"a list of plain origins means the same everywhere",
       "tenant.json",
       R"({"clients": [{"web_origins": [], "allowed_origins": ["https://a.io", "*"]}]})",
       {"clients[0] origins[https://a.io *]"}},
      {"one of them alone does not tell whom the others admit",
       "tenant.json",
       R"({"clients": [{"web_origins": [], "allowed_origins": ["https://a.io", "https://b.io/"]}]})",
       {}},
      {"Backblaze B2",
       "rules.json",
       R"({"corsRules": [{"corsRuleName": "a", "allowedOrigins": ["https"], "allowedOperations": []}]})",
       {}},
      {"Centrifugo before 6",
       "config.json",
       R"({"namespaces": [], "allowed_origins": ["https://*.a.io"]})",
       {}},
      {"Centrifugo",
       "config.json",
       R"({"channel": {}, "client": {"allowed_origins": ["https://*.a.io"]}})",
       {}},
      {"CometBFT's empty list switches CORS off",
       "config.toml",
       "[rpc]\ncors_allowed_origins = []\ncors_allowed_methods = [\"GET\"]\n",
       {}},
      {"Data API builder before it is told of a front end",
       "dab-config.json",
       R"({"runtime": {"host": {"cors": {"origins": [], "allow-credentials": false}, "mode": "production"}}})",
       {}},
      {"Data API builder",
       "dab-config.json",
       R"({"runtime": {"host": {"cors": {"origins": ["https://a.io"]}, "mode": "production"}}})",
       {"runtime.host.cors/production origins[https://a.io]"}},
      {"Cosmos DB",
       "account.json",
       R"({"properties": {"cors": [{"allowedOrigins": "https://a.io,https://b.io"}]}})",
       {}},
      {"DigitalOcean",
       "app.json",
       R"({"services": [{"cors": {"allow_origins": [{"prefix": "https://a"}], "max_age": "5h"}}]})",
       {}},
      {"Gravitee",
       "api.json",
       R"({"proxy": {"cors": {"allowOrigin": ["https://.*[.]a[.]io"], "maxAge": -1, "runPolicies": false}}})",
       {}},
      {"Grafbase",
       "grafbase.toml",
       "[cors]\nallow_origins = [\"https://*.a.io\"]\nmax_age = \"60s\"\n",
       {}},
      {"hapi",
       "manifest.json",
       R"({"server": {"routes": {"cors": {"origin": ["https://*.a.io"]}}}})",
       {}},
      {"Contour",
       "proxy.json",
       R"({"kind": "HTTPProxy", "spec": {"virtualhost": {"corsPolicy": {"allowOrigin": ["https://a.io"], "maxAge": "10m"}}}})",
       {"spec.virtualhost.corsPolicy origins[https://a.io]"}},
      {"the Gateway API",
       "route.json",
       R"({"kind": "HTTPRoute", "spec": {"rules": [{"filters": [{"type": "CORS", "cors": {"allowOrigins": ["https://*.a.io", "*"]}}]}]}})",
       {"spec.rules[0].filters[0].cors origins[*]"}},
      {"Ory",
       "kratos.json",
       R"({"serve": {"public": {"cors": {"enabled": true, "allowed_origins": ["https://*.a.io"]}}}})",
       {}},
      {"Serverless",
       "serverless.json",
       R"({"events": [{"http": {"cors": {"origins": ["http://*.a.io"]}}}]})",
       {}},
      {"Vikunja",
       "config.toml",
       "[cors]\nenable = true\norigins = [\"http://127.0.0.1:*\"]\nmaxage = 0\n",
       {}},
      {"a table where origins are expected",
       "Rocket.toml",
       "[default.cors]\nallowed_origins = { exact = [\"https://a.io\"] }\nallow_credentials = "
       "true\n",
       {}},
  });
}

TEST_CASE("what only looks like a policy is none") {
  check({
      {"labels of a translation",
       "locales/de.json",
       R"({"cors": {"title": "CORS", "allowed_origins": "Erlaubte Herkunft", "allow_credentials": "Cookies erlauben", "max_age": "Dauer", "methods": "Methoden", "headers": "Kopfzeilen"}})",
       {}},
      {"labels in a shared table",
       "locales/en.json",
       R"({"corsOrigins": "Origins, one per line, such as https://a.io", "other": "Other"})",
       {}},
      {"one field with a setting makes the table a policy",
       "config.json",
       R"({"cors": {"origins": "Origins", "allow_credentials": "true"}})",
       {"cors origins[Origins] credentials !allow_credentials>true"}},
      {"a value of another kind does, too",
       "config.json",
       R"({"cors": {"origins": "Origins", "max_age": 600}})",
       {"cors origins[Origins] age 600"}},
      {"a word that may be a host's name tells nothing",
       "config.json",
       R"([{"cors": {"origins": "frontend"}}, {"cors": {"origins": "origine", "methods": "Verbes"}}])",
       {"[0].cors origins[frontend]"}},
      {"texts that may be settings",
       "config.json",
       R"([{"cors": {"origins": "a.io"}}, {"cors": {"origins": "localhost, null"}}, {"cors": {"origins": ""}}, {"cors": {"origins": "${A}"}}])",
       {"[0].cors origins[a.io]", "[1].cors origins[localhost, null]", "[2].cors origins[]",
        "[3].cors origins[${A}]"}},
      {"other fields that may be",
       "config.json",
       R"([{"cors": {"origins": "Any", "methods": "GET,PUT"}}, {"cors": {"origins": "Any", "headers": "x-a"}}, {"cors": {"origins": "Any", "max_age": "60"}}])",
       {"[0].cors origins[Any] methods[GET,PUT]", "[1].cors origins[Any] headers[x-a]",
        "[2].cors origins[Any] age 60 !max_age>60"}},
      {"recorded exchanges",
       "a.har.json",
       R"({"log": {"entries": [{"request": {}, "response": {"headers": [{"name": "Access-Control-Allow-Origin", "value": "*"}]}}]}})",
       {}},
      {"several answers to one request",
       "collection.json",
       R"({"item": [{"request": {}, "response": [{"header": [{"key": "Access-Control-Allow-Origin", "value": "*"}]}]}]})",
       {}},
      {"a handler of Caddy's records nothing",
       "caddy.json",
       R"({"handler": "headers", "request": {}, "response": {"set": {"Access-Control-Allow-Origin": ["*"], "Access-Control-Allow-Credentials": ["true"]}}})",
       {"response.set origins[*] credentials"}},
      {"a description of an API",
       "openapi.json",
       R"({"openapi": "3.1.0", "components": {"schemas": {"a": {"example": {"allowed_origins": ["*"]}}}}, "x-amazon-apigateway-cors": {"allowOrigins": ["*"]}})",
       {"x-amazon-apigateway-cors@api-gateway origins[*]"}},
      {"an example that nothing says to be one",
       "config.json",
       R"({"example": {"allowed_origins": ["*"]}})",
       {"example origins[*]"}},
      {"a schema",
       "config.schema.json",
       R"({"$schema": "http://json-schema.org/draft-07/schema#", "properties": {}, "examples": [{"allowed_origins": ["*"]}]})",
       {}},
      {"no schema, although it names the language",
       "config.json",
       R"({"$schema": "http://json-schema.org/draft-07/schema#", "allowed_origins": ["*"]})",
       {"config origins[*]"}},
  });
}

TEST_CASE("globs under Spring's name for them tell Spring") {
  check({
      {"by the name and by what stands there",
       "application.json",
       R"({"app": {"cors": {"allowed-origin-patterns": ["https://*.a.io", "http://localhost:[*]"]}}})",
       {"app.cors@spring patterns[https://*.a.io http://localhost:[*]]"}},
      {"in an env file",
       ".env",
       "APP_CORS_ALLOWED_ORIGIN_PATTERNS=https://*.a.io\n",
       {"APP_CORS_ALLOWED_ORIGIN_PATTERNS@spring patterns[https://*.a.io]"}},
      {"a regular expression is none",
       "config.toml",
       "[cors]\nallowed_origin_patterns = ['https://.*.a.io']\n",
       {"cors patterns[https://.*.a.io]"}},
      {"one among globs neither",
       "config.toml",
       "[cors]\nallowed_origin_patterns = ['https://*.a.io', '^https://b$']\n",
       {"cors patterns[https://*.a.io ^https://b$]"}},
      {"another name",
       "config.toml",
       "[cors]\norigin_patterns = ['https://*.a.io']\n",
       {"cors patterns[https://*.a.io]"}},
      {"plain origins tell nothing",
       "config.toml",
       "[cors]\nallowed_origin_patterns = ['https://a.io']\n",
       {"cors patterns[https://a.io]"}},
  });
}

TEST_CASE("further policies stand within one") {
  check({
      {"a named one in another",
       "a.toml",
       "[cors]\norigins = ['https://a.io']\n[cors.admin]\norigins = ['https://b.io']\n",
       {"cors origins[https://a.io]", "cors.admin origins[https://b.io]"}},
      {"what has no origins is a part",
       "a.toml",
       "[cors]\norigins = ['https://a.io']\n[cors.preflight]\nmax_age = 600\n",
       {"cors origins[https://a.io]"}},
      {"an overlay stands once",
       "a.toml",
       "[cors]\norigins = ['https://a.io']\n[cors.production]\norigins = ['https://b.io']\n",
       {"cors origins[https://a.io]", "cors/production origins[https://b.io]"}},
      {"beside an application's other settings",
       "a.json",
       R"({"allowed_origins": ["https://a.io"], "admin": {"cors": {"origins": ["https://b.io"]}}, "list": [{"cors_origins": ["https://c.io"]}]})",
       {"a origins[https://a.io]", "admin.cors origins[https://b.io]",
        "list[0] origins[https://c.io]"}},
      {"in another form",
       "a.json",
       R"({"cors_origins": ["https://a.io"], "headers": {"Access-Control-Allow-Origin": "https://b.io"}})",
       {"a origins[https://a.io]", "headers@static-headers origins[https://b.io]"}},
      {"overlays of a shared table",
       "a.json",
       R"({"cors_origins": ["https://a.io"], "production": {"cors_origins": ["https://b.io"]}})",
       {"a origins[https://a.io]", "production/production origins[https://b.io]"}},
  });
}

TEST_CASE("functions of CloudFormation stand for values") {
  check({
      {"among the entries",
       "template.json",
       R"({"Cors": {"AllowOrigins": ["https://a.io", {"Fn::Sub": "https://${D}"}], "AllowCredentials": {"Ref": "C"}, "MaxAge": {"Ref": "A"}}})",
       {"Cors origins[https://a.io {\"Fn::Sub\": ...}]"}},
      {"for the whole list",
       "template.json",
       R"({"CorsRules": [{"AllowedOrigins": {"Fn::Split": [",", {"Ref": "O"}]}, "AllowedMethods": ["PUT"]}]})",
       {"CorsRules[0]@s3 origins[{\"Fn::Split\": ...}] methods[PUT]"}},
      {"a table of another kind is none",
       "template.json",
       R"({"CorsRules": [{"AllowedOrigins": [{"Name": "O"}], "AllowedMethods": ["PUT"]}]})",
       {"CorsRules[0]@s3 origins[] methods[PUT] !AllowedOrigins"}},
  });
}

TEST_CASE("the namespace that KrakenD 1 reads is no old one in its files") {
  const auto text = [](std::string_view version) {
    return R"({"version": )" + std::string(version) +
           R"(, "extra_config": {"github_com/devopsfaith/krakend-cors": {"allow_origins": ["https://a.io"]}}})";
  };
  check({
      {"KrakenD 1",
       "krakend.json",
       text("2"),
       {"extra_config.github_com/devopsfaith/krakend-cors@krakend origins[https://a.io]"}},
      {"KrakenD 2",
       "krakend.json",
       text("3"),
       {"extra_config.github_com/devopsfaith/krakend-cors@krakend origins[https://a.io] "
        "!github_com/devopsfaith/krakend-cors>security/cors"}},
  });
}

TEST_CASE("host.json of Azure Functions has no CORS") {
  check({
      {"the block is read by nobody",
       "api/host.json",
       R"({"version": "2.0", "extensions": {"http": {"cors": {"allowedOrigins": ["https://a.io"], "supportCredentials": true}}}})",
       {"extensions.http.cors@azure-functions origins[https://a.io] credentials !cors"}},
      {"a file of that name that is not theirs",
       "api/host.json",
       R"({"cors": {"allowedOrigins": ["https://a.io"]}})",
       {"cors origins[https://a.io]"}},
  });
}

TEST_CASE("a block of Terraform's tells the enforcer") {
  check({
      {"rules of a bucket",
       "main.tf.json",
       R"({"resource": {"aws_s3_bucket_cors_configuration": {"a": {"cors_rule": [{"allowed_origins": ["https://*.a.io"], "allowed_methods": ["PUT"], "max_age_seconds": 60}]}}}})",
       {"resource.aws_s3_bucket_cors_configuration.a.cors_rule[0]@s3 origins[https://*.a.io] "
        "methods[PUT] age 60"}},
      {"rules of Azure's storage have the same name",
       "main.tf.json",
       R"({"blob_properties": {"cors_rule": {"allowed_origins": ["https://a.io"], "exposed_headers": ["x"]}}})",
       {"blob_properties.cors_rule origins[https://a.io] expose[x]"}},
      {"API Gateway",
       "main.tf.json",
       R"({"cors_configuration": [{"allow_origins": ["https://*"], "allow_methods": ["PUT"]}]})",
       {"cors_configuration[0]@api-gateway origins[https://*] methods[PUT]"}},
  });
}

TEST_CASE("what sends literal headers is read as they stand") {
  check({
      {"an API of AWS SAM",
       "template.json",
       R"({"Globals": {"Api": {"Cors": {"AllowOrigin": "'https://a.io'", "AllowMethods": "'PUT,GET'", "AllowCredentials": true, "MaxAge": "'600'"}}}})",
       {"Globals.Api.Cors@static-headers origins[https://a.io] methods[PUT GET] credentials age "
        "600"}},
      {"the same keys without its quotes are the native form's",
       "template.json",
       R"({"Cors": {"AllowOrigin": ["https://a.io"], "MaxAge": 600}})",
       {"Cors origins[https://a.io] age 600"}},
      {"Netlify",
       "netlify.toml",
       "[[headers]]\nfor = \"/*\"\n[headers.values]\nAccess-Control-Allow-Origin = "
       "\"https://a.io\"\nAccess-Control-Allow-Methods = \"GET, PUT\"\nX-Frame-Options = "
       "\"DENY\"\n",
       {"headers[0].values@static-headers origins[https://a.io] methods[GET PUT]"}},
      {"Vercel, one policy a list",
       "vercel.json",
       R"({"headers": [{"source": "/api", "headers": [{"key": "Access-Control-Allow-Origin", "value": "*"}, {"key": "access-control-max-age", "value": "60"}]}, {"source": "/b", "headers": [{"key": "X-A", "value": "b"}]}]})",
       {"headers[0].headers@static-headers origins[*] age 60"}},
      {"only `true` in lower case is a value",
       "staticwebapp.config.json",
       R"({"globalHeaders": {"Access-Control-Allow-Origin": "https://a.io", "Access-Control-Allow-Credentials": "True"}})",
       {"globalHeaders@static-headers origins[https://a.io] credentials "
        "!Access-Control-Allow-Credentials>true"}},
      {"API Gateway's paths, and its quotes within strings",
       "cors.json",
       R"({"patchOperations": [{"op": "replace", "path": "/responseParameters/method.response.header.Access-Control-Allow-Origin", "value": "'*'"}, {"op": "replace", "path": "/responseParameters/method.response.header.Access-Control-Allow-Headers", "value": "'A,B'"}]})",
       {"patchOperations@static-headers origins[*] headers[A B]"}},
      {"which headers a method may return is no policy",
       "template.json",
       R"({"ResponseParameters": {"method.response.header.Access-Control-Allow-Origin": true}})",
       {}},
      {"a header alone is no policy",
       "vercel.json",
       R"({"headers": [{"key": "Vary", "value": "Origin"}]})",
       {}},
  });
}

TEST_CASE("the shapes of cloud services are told by where they stand") {
  check({
      {"CloudFront",
       "policy.json",
       R"({"CorsConfig": {"AccessControlAllowCredentials": false, "AccessControlAllowOrigins": {"Quantity": 1, "Items": ["*"]}, "AccessControlAllowMethods": {"Items": ["ALL"]}, "AccessControlMaxAgeSec": 60, "OriginOverride": true}})",
       {"CorsConfig@cloudfront origins[*] methods[ALL] no-credentials age 60"}},
      {"R2",
       "cors.json",
       R"({"rules": [{"id": "web", "allowed": {"origins": ["https://a.io"], "methods": ["GET"], "headers": ["x-a"]}, "exposeHeaders": ["ETag"], "maxAgeSeconds": 60}]})",
       {"web@s3 origins[https://a.io] methods[GET] headers[x-a] expose[ETag] age 60"}},
      {"other rules",
       "rules.json",
       R"({"rules": [{"allowed": true}, {"allowed": {"origins": ["x"]}}]})",
       {}},
      {"API Gateway in CloudFormation",
       "template.json",
       R"({"Resources": {"Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"CorsConfiguration": {"AllowOrigins": ["https://a.io"], "AllowCredentials": true, "MaxAge": 60}}}}})",
       {"Resources.Api.Properties.CorsConfiguration@api-gateway origins[https://a.io] credentials "
        "age 60"}},
      {"API Gateway in OpenAPI",
       "openapi.json",
       R"({"x-amazon-apigateway-cors": {"allowOrigins": ["https://a.io"], "exposeHeaders": ["ETag"]}})",
       {"x-amazon-apigateway-cors@api-gateway origins[https://a.io] expose[ETag]"}},
      {"an Ingress",
       "ingress.json",
       R"({"metadata": {"annotations": {"nginx.ingress.kubernetes.io/enable-cors": "true", "nginx.ingress.kubernetes.io/cors-allow-origin": "https://a.io, https://b.io", "nginx.ingress.kubernetes.io/cors-max-age": "60"}}})",
       {"metadata.annotations@ingress-nginx origins[https://a.io https://b.io] enabled age 60"}},
      {"an Ingress without the switch",
       "ingress.json",
       R"({"annotations": {"nginx.ingress.kubernetes.io/cors-allow-origin": "*"}})",
       {"annotations@ingress-nginx origins[*] disabled"}},
      {"Keycloak, where `+` stands for the redirect URIs",
       "realm.json",
       R"({"clients": [{"clientId": "web", "webOrigins": ["+", "https://a.io"]}, {"clientId": "b", "webOrigins": ["+"]}]})",
       {"web origins[https://a.io]"}},
  });
}

TEST_CASE("variables of the environment inside of other files are read as in env files") {
  check({
      {"wrangler",
       "wrangler.toml",
       "[vars]\nALLOWED_ORIGINS = "
       "\"https://a.io,https://b.io\"\n[env.staging.vars]\nALLOWED_ORIGINS = "
       "\"https://c.io\"\n",
       {"ALLOWED_ORIGINS origins[https://a.io https://b.io]",
        "ALLOWED_ORIGINS/staging origins[https://c.io]"}},
      {"Dokploy",
       "template.toml",
       "[config]\nenv = [\"CORS_ORIGIN=https://a.io\", \"PORT=3000\"]\n",
       {"CORS_ORIGIN origins[https://a.io]"}},
      {"Heroku",
       "app.json",
       R"({"env": {"ALLOWED_ORIGINS": {"description": "x", "value": "https://a.io,https://b.io"}}})",
       {"ALLOWED_ORIGINS origins[https://a.io https://b.io]"}},
      {"a container's definition",
       "task.json",
       R"({"containerDefinitions": [{"environment": [{"name": "CORS_ORIGINS", "value": "*"}]}]})",
       {"CORS_ORIGINS origins[*]"}},
      {"an expression of an ARM template is no value",
       "main.json",
       R"({"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "env": [{"name": "CORS_ORIGINS", "value": "[parameters('x')]"}]})",
       {}},
      {"under any key, where a name in capitals has one text",
       "template.json",
       R"({"Environment": {"Variables": {"ALLOWED_ORIGINS": "https://a.io,https://b.io", "CORS_CREDENTIALS": true, "CORS_MAX_AGE": 600}}})",
       {"ALLOWED_ORIGINS origins[https://a.io https://b.io] credentials age 600"}},
      {"a list of the format is no variable",
       "settings.toml",
       "[default]\nCORS_ORIGINS = ['https://a.io']\nCORS_METHODS = 'PUT'\n",
       {"default origins[https://a.io] methods[PUT]"}},
      {"a name in capitals that a comment would have to confirm",
       "app.json",
       R"({"CLIENT_URL": "https://a.io"})",
       {}},
      {"further policies beside them",
       "app.json",
       R"({"CORS_ORIGINS": "https://a.io", "admin": {"cors": {"origins": ["https://b.io"]}}})",
       {"CORS_ORIGINS origins[https://a.io]", "admin.cors origins[https://b.io]"}},
      {"CloudFormation's spelling",
       "template.json",
       R"({"Environment": [{"Name": "CORS_ORIGINS", "Value": "https://a.io"}]})",
       {"CORS_ORIGINS origins[https://a.io]"}},
      {"the settings of an App Service",
       "site.json",
       R"({"appSettings": [{"name": "CORS_ORIGINS", "value": "https://a.io"}]})",
       {"CORS_ORIGINS origins[https://a.io]"}},
      {"variables about something else", "app.json", R"({"env": {"HOST": "0.0.0.0"}})", {}},
  });
}

TEST_CASE(
    "a value of the wrong type is noted, and still taken where it is evident what was meant") {
  check({
      {"texts for a boolean and a number",
       "a.toml",
       "[cors]\norigins = []\ncredentials = \"true\"\nmax_age = \"600\"\n",
       {"cors origins[] credentials age 600 !credentials>true !max_age>600"}},
      {"a duration, of a program that is not known to read none",
       "a.toml",
       "[cors]\norigins = []\nmax_age = \"10m\"\n",
       {"cors origins[] age 600"}},
      {"a duration where seconds are read",
       "a.toml",
       "[cors]\ndialect = \"starlette\"\norigins = []\nmax_age = \"10m\"\n",
       {"cors@starlette origins[] !max_age>600"}},
      {"a text that is neither",
       "a.toml",
       "[cors]\norigins = []\nmax_age = \"soon\"\n",
       {"cors origins[] !max_age"}},
      {"Dynaconf's marks",
       "settings.toml",
       "[default]\ncors_origins = [\"https://a.io\", \"dynaconf_merge\"]\n",
       {"default origins[https://a.io]"}},
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
