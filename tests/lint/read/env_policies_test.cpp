#include "lint/read/env_policies.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace corslint;

namespace {

using Texts = std::vector<std::string>;

std::vector<Policy> policies_in(const std::string& text, const std::string& path = ".env",
                                const ReadOptions& options = {}) {
  const SourceFile file(path, text);
  return read_env_policies(file, read_env(file), options);
}

Texts names_of(const std::vector<Policy>& policies) {
  Texts names;
  for (const auto& policy : policies) names.push_back(policy.name);
  return names;
}

Texts values_of(const TextList& list) {
  Texts values;
  for (const auto& entry : list.entries) values.push_back(entry.value);
  return values;
}

}  // namespace

TEST_CASE("every variable with origins is a policy") {
  struct Row {
    std::string phrase;
    std::string text;
    Texts names;
  };
  const std::vector<Row> rows{
      {"no file", "", {}},
      {"nothing about CORS", "PORT=1\nCSRF_TRUSTED_ORIGINS=https://a\nAPI_URL=https://a\n", {}},
      {"one", "CORS_ORIGINS=https://a\n", {"CORS_ORIGINS"}},
      {"an empty one", "CORS_ORIGINS=\n", {"CORS_ORIGINS"}},
      {"two of one group",
       "CORS_ORIGINS=https://a\nALLOWED_ORIGINS=https://b\n",
       {"CORS_ORIGINS", "ALLOWED_ORIGINS"}},
      {"two groups", "A_CORS_ORIGINS=*\nB_CORS_ORIGINS=*\n", {"A_CORS_ORIGINS", "B_CORS_ORIGINS"}},
      {"lonely settings", "CORS_MAX_AGE=600\nCORS_CREDENTIALS=true\nENABLE_CORS=true\n", {}},
      {"a pattern alone", "CORS_ORIGIN_REGEX=^https://a$\n", {"CORS_ORIGIN_REGEX"}},
      {"an empty pattern alone", "CORS_ORIGIN_REGEX=\n", {}},
      {"a pattern beside origins",
       "CORS_ORIGIN_REGEX=^a$\nCORS_ORIGINS=https://a\n",
       {"CORS_ORIGINS"}},
      {"a switch that admits everyone",
       "CORS_ALLOW_ALL_ORIGINS=true\n",
       {"CORS_ALLOW_ALL_ORIGINS"}},
      {"the switch turned off", "CORS_ALLOW_ALL_ORIGINS=false\n", {}},
      {"the last of a variable that stands twice",
       "CORS_ORIGINS=https://a\nCORS_ORIGINS=https://b\n",
       {"CORS_ORIGINS"}},
      {"a name that ends in cors",
       "STORE_CORS=https://a\nADMIN_CORS=true\nAUTH_CORS=x\n",
       {"STORE_CORS"}},
      {"a commented-out variable", "# CORS_ORIGINS=https://a\n", {}},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    CHECK(names_of(policies_in(row.text)) == row.names);
  }
}

TEST_CASE("a front end's address is a policy only where a comment says CORS") {
  struct Row {
    std::string phrase;
    std::string text;
    Texts names;
  };
  const std::vector<Row> rows{
      {"no comment", "FRONTEND_URL=https://a\n", {}},
      {"another comment", "# where the front end is\nFRONTEND_URL=https://a\n", {}},
      {"a comment that says CORS",
       "# Frontend URL (for CORS)\nFRONTEND_URL=https://a\n",
       {"FRONTEND_URL"}},
      {"lower case", "# used by cors\nCLIENT_URL=https://a\n", {"CLIENT_URL"}},
      {"an ignore of this tool",
       "# corslint: ignore[http-origin] why\nFRONTEND_URL=https://a\n",
       {}},
      {"a commented-out variable above", "# CORS_ORIGINS=https://a\nFRONTEND_URL=https://a\n", {}},
      {"a variable of the same paragraph",
       "# for CORS\nFRONTEND_URL=https://a\nFRONTEND_URL_PROD=https://b\n",
       {"FRONTEND_URL", "FRONTEND_URL_PROD"}},
      {"a variable behind an empty line",
       "# for CORS\nFRONTEND_URL=https://a\n\nWEB_URL=https://b\n",
       {"FRONTEND_URL"}},
      {"another variable in that comment", "# for CORS\nAPI_URL=https://a\n", {}},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    CHECK(names_of(policies_in(row.text)) == row.names);
  }
}

TEST_CASE("the settings of a group complete its policies") {
  const auto policies = policies_in(
      "CORS_ORIGINS=https://a\n"
      "CORS_ALLOW_METHODS=GET,POST\n"
      "CORS_ALLOW_HEADERS=[\"Content-Type\"]\n"
      "CORS_EXPOSE_HEADERS=ETag\n"
      "CORS_CREDENTIALS=Yes\n"
      "CORS_MAX_AGE=600\n"
      "CORS_ENABLED=0\n"
      "CORS_ORIGIN_REGEX='^https://[a-z]{1,3}\\.a\\.io$'\n"
      "CORS_DIALECT=starlette\n"
      "CORS_ENVIRONMENT=prod\n");
  REQUIRE(policies.size() == 1);
  const auto& policy = policies.front();
  CHECK(policy.format == Format::env);
  CHECK(policy.span == Span{0, 12});
  CHECK(values_of(policy.origins) == Texts{"https://a"});
  CHECK(policy.origins.key == "CORS_ORIGINS");
  CHECK(values_of(policy.methods) == Texts{"GET", "POST"});
  CHECK(values_of(policy.headers) == Texts{"Content-Type"});
  CHECK(values_of(policy.exposed_headers) == Texts{"ETag"});
  CHECK(values_of(policy.origin_patterns) == Texts{"^https://[a-z]{1,3}\\.a\\.io$"});
  CHECK(policy.credentials.value == true);
  CHECK(policy.enabled.value == false);
  CHECK(policy.max_age.value == 600);
  CHECK(policy.dialect == "starlette");
  CHECK(policy.environment == Environment::production);
  CHECK(policy.irregularities.empty());
}

TEST_CASE("settings go to the policies of their own group first") {
  struct Row {
    std::string phrase;
    std::string text;
    std::vector<bool> with_credentials;
  };
  const std::vector<Row> rows{
      {"the same group",
       "A_CORS_ORIGINS=*\nA_CORS_CREDENTIALS=1\nB_CORS_ORIGINS=*\n",
       {true, false}},
      {"two policies of one group",
       "CORS_ORIGINS=*\nALLOWED_ORIGINS=*\nCORS_CREDENTIALS=1\n",
       {true, true}},
      {"a group without origins", "CORS_ORIGINS=*\nAPI_CORS_CREDENTIALS=1\n", {true}},
      {"a group without origins beside two policies",
       "CORS_ORIGINS=*\nALLOWED_ORIGINS=*\nAPI_CORS_CREDENTIALS=1\n",
       {false, false}},
      {"no group, and one that has origins", "API_CORS_ORIGINS=*\nCORS_CREDENTIALS=1\n", {true}},
      {"no group, and two that have origins",
       "A_CORS_ORIGINS=*\nB_CORS_ORIGINS=*\nCORS_CREDENTIALS=1\n",
       {false, false}},
      {"no environment",
       "DEV_CORS_ORIGINS=*\nPROD_CORS_ORIGINS=*\nCORS_CREDENTIALS=1\n",
       {true, true}},
      {"one environment",
       "DEV_CORS_ORIGINS=*\nPROD_CORS_ORIGINS=*\nPROD_CORS_CREDENTIALS=1\n",
       {false, true}},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    std::vector<bool> with_credentials;
    for (const auto& policy : policies_in(row.text))
      with_credentials.push_back(is_on(policy.credentials));
    CHECK(with_credentials == row.with_credentials);
  }
}

TEST_CASE("an empty value in an example file is a blank to fill in") {
  for (const std::string path : {".env.example", "env.SAMPLE", "a/.env.template", ".env.dist"})
    CHECK(policies_in("CORS_ORIGINS=\n", path).empty());
  CHECK(policies_in("CORS_ORIGINS=https://a\n", ".env.example").size() == 1);
  CHECK(policies_in("CORS_ORIGINS=\n", ".env.production").front().origins.form ==
        ListForm::separated);
}

TEST_CASE("settings of the wrong type are noted and left unset") {
  const auto policies = policies_in(
      "CORS_ORIGINS=*\nCORS_CREDENTIALS=maybe\nCORS_MAX_AGE=10m\nCORS_ENABLED=\nCORS_ALLOW_"
      "PRIVATE_NETWORK=${PNA}\nCORS_DIALECT=starlete\n");
  REQUIRE(policies.size() == 1);
  const auto& noted = policies.front().irregularities;
  REQUIRE(noted.size() == 3);
  CHECK(noted[0].kind == IrregularityKind::wrong_type);
  CHECK(noted[0].subject == "CORS_CREDENTIALS");
  CHECK(noted[0].detail == "text");
  CHECK(noted[1].subject == "CORS_MAX_AGE");
  CHECK(noted[1].suggestion == "600");
  CHECK(noted[2].kind == IrregularityKind::unknown_value);
  CHECK(noted[2].suggestion == "starlette");
  CHECK_FALSE(policies.front().credentials.value);
  CHECK_FALSE(policies.front().max_age.value);
  CHECK_FALSE(policies.front().enabled.value);
  CHECK(policies.front().private_network.key == "CORS_ALLOW_PRIVATE_NETWORK");
}

TEST_CASE("the oddity of a setting of several policies is noted once") {
  const auto policies = policies_in("CORS_ORIGINS=*\nALLOWED_ORIGINS=*\nCORS_METHODS=GET POST\n");
  REQUIRE(policies.size() == 2);
  CHECK(policies[0].irregularities.size() == 1);
  CHECK(policies[0].irregularities.front().detail == "spaces");
  CHECK(policies[1].irregularities.empty());
}

TEST_CASE("numbered variables are the entries of one list") {
  const auto policies =
      policies_in("Cors__AllowedOrigins__0=https://a\nCors__AllowedOrigins__1=https://b\n");
  REQUIRE(policies.size() == 1);
  CHECK(policies.front().name == "Cors__AllowedOrigins");
  CHECK(policies.front().origins.form == ListForm::list);
  CHECK(values_of(policies.front().origins) == Texts{"https://a", "https://b"});
}

TEST_CASE("options say what further variables carry") {
  ReadOptions options;
  options.env_names["PARTNERS"] = "allow_origins";
  options.env_names["CORS_ORIGINS"] = "allow_headers";
  options.env_names["ALLOWED_ORIGINS"] = "nothing that is known";
  const auto policies = policies_in(
      "PARTNERS=https://a\nCORS_ORIGINS=X-A\nALLOWED_ORIGINS=https://b\n", ".env", options);
  REQUIRE(names_of(policies) == Texts{"PARTNERS"});
  CHECK(values_of(policies.front().headers) == Texts{"X-A"});
}

TEST_CASE("what Medusa and Open WebUI read otherwise is left alone") {
  CHECK(policies_in("STORE_CORS=https://a,/https:\\/\\/.*/\n").empty());
  CHECK(policies_in("STORE_CORS=/https:\\/\\/.*/\n").empty());
  CHECK(names_of(policies_in("STORE_CORS=https://a,https://b\n")) == Texts{"STORE_CORS"});
  CHECK(policies_in("WEBUI_NAME=a\nCORS_ALLOW_ORIGIN=https://a;https://b\n").empty());
  CHECK(names_of(policies_in("CORS_ALLOW_ORIGIN=https://a;https://b\n")) ==
        Texts{"CORS_ALLOW_ORIGIN"});
  CHECK(names_of(policies_in("WEBUI_NAME=a\nCORS_ALLOW_ORIGIN=https://a\n")) ==
        Texts{"CORS_ALLOW_ORIGIN"});
}

TEST_CASE("where a file is full of Laravel's null, the word sets nothing") {
  CHECK(policies_in("MAIL_HOST=null\nCORS_ALLOWED_ORIGINS=null\n").empty());
  CHECK(names_of(policies_in("CORS_ALLOWED_ORIGINS=null\nCORS_ORIGIN=null\n")).size() == 2);
}

TEST_CASE("the variable of NelmioCorsBundle holds a pattern") {
  const auto policies = policies_in("CORS_ALLOW_ORIGIN='^https?://(localhost|127\\.0\\.0\\.1)$'\n");
  REQUIRE(policies.size() == 1);
  CHECK_FALSE(is_set(policies.front().origins));
  CHECK(policies.front().origin_patterns.entries.size() == 1);
  CHECK(policies_in("CORS_ALLOW_ORIGIN=https://a\n").front().origins.entries.size() == 1);
}
