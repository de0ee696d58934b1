#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "rules/enforcers/enforcer.h"
#include "tests/json_schema.h"
#include "tests/lint/cli/simulated_text.h"
#include "tests/process.h"
#include "tests/scratch_folder.h"

namespace corslint {
namespace {

using Json = nlohmann::json;
using Catch::Contains;
using Catch::StartsWith;
using test::simulate_text;

constexpr std::string_view policy_text = test::simulated_policy;

Json simulate_json(std::string_view policy, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const auto result = simulate_text(policy, arguments);
  INFO(result.standard_error);
  REQUIRE(result.status < 2);
  return Json::parse(result.standard_output);
}

TEST_CASE("an exchange that browsers allow is shown with both messages and ends with 0") {
  const auto result = simulate_text(
      policy_text, {"--origin", "https://a.com", "--method", "put", "--header", "Content-Type"});
  CHECK(result.status == 0);
  CHECK(result.standard_error.empty());
  CHECK(result.standard_output ==
        "policy   cors (<stdin>:1), enforced by a generic enforcer\n"
        "\n"
        "> OPTIONS / HTTP/1.1\n"
        "> accept: */*\n"
        "> access-control-request-method: PUT\n"
        "> access-control-request-headers: content-type\n"
        "> origin: https://a.com\n"
        "< HTTP/1.1 200 OK\n"
        "< access-control-allow-origin: https://a.com\n"
        "< access-control-allow-methods: GET, PUT\n"
        "< access-control-allow-headers: Content-Type\n"
        "< vary: Origin\n"
        "\n"
        "> PUT / HTTP/1.1\n"
        "> Content-Type: application/json\n"
        "> origin: https://a.com\n"
        "< HTTP/1.1 200 OK\n"
        "< access-control-allow-origin: https://a.com\n"
        "< access-control-expose-headers: X-Total\n"
        "< vary: Origin\n"
        "\n"
        "verdict  allowed\n"
        "reads    the body, the safelisted response headers, and X-Total\n"
        "why      `https://a.com` in `allow_origins` names this origin (<stdin>:3)\n"
        "curl     curl -sS -o /dev/null -D - -X OPTIONS -H 'accept: */*' "
        "-H 'access-control-request-method: PUT' "
        "-H 'access-control-request-headers: content-type' -H 'origin: https://a.com' "
        "https://api.example.com/\n"
        "curl     curl -sS -o /dev/null -D - -X PUT -H 'Content-Type: application/json' "
        "-H 'origin: https://a.com' https://api.example.com/\n");
}

TEST_CASE("an exchange that browsers block says so in their words, says why, and ends with 1") {
  struct Row {
    std::string phrase;
    std::vector<std::string> arguments;
    std::string reason;
    std::string console;
    std::string why;
  };
  const std::vector<Row> rows{
      {"another origin",
       {"--origin", "https://b.com"},
       "no-allow-origin",
       "'https://b.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header "
       "is present on the requested resource.\n",
       "no entry of `allow_origins` admits `https://b.com` (<stdin>:2)"},
      {"a method that is not listed",
       {"--origin", "https://a.com", "--method", "DELETE"},
       "method-not-allowed",
       "Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.\n",
       "`allow_methods` does not permit the method `DELETE` (<stdin>:6)"},
      {"a header that is not listed",
       {"--origin", "https://a.com", "--header", "Authorization"},
       "header-not-allowed",
       "Request header field authorization is not allowed by Access-Control-Allow-Headers in "
       "preflight response.\n",
       "`allow_headers` does not permit the header `Authorization` (<stdin>:7)"},
      {"credentials",
       {"--origin", "https://a.com", "--credentials"},
       "credentials-not-allowed",
       "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which "
       "must be 'true' when the request's credentials mode is 'include'.\n",
       "the policy does not allow credentials"},
  };
  for (const auto& row : rows) {
    INFO(row.phrase);
    const auto result = simulate_text(policy_text, row.arguments);
    CHECK(result.status == 1);
    CHECK_THAT(result.standard_output, Contains("\nverdict  blocked: " + row.reason + '\n'));
    CHECK_THAT(result.standard_output,
               Contains("\nconsole  Access to fetch at 'https://api.example.com/' from origin '"));
    CHECK_THAT(result.standard_output, Contains(row.console));
    CHECK_THAT(result.standard_output, Contains("\nwhy      " + row.why));
  }
}

TEST_CASE("the request itself is not shown as sent where the preflight fails") {
  const auto result = simulate_text(policy_text, {"--origin", "https://c.com", "--method", "PUT"});
  CHECK_THAT(result.standard_output, Contains("The browser does not send the request itself."));
  CHECK_THAT(result.standard_output, !Contains("> PUT / HTTP/1.1"));
}

TEST_CASE("the answer in JSON holds what the interface names and fits its schema") {
  const auto schema = Json::parse(test::run_corslint({"schema", "simulate"}).standard_output);
  const auto allowed = simulate_json(
      policy_text, {"--origin", "https://a.com", "--method", "PUT", "--header", "Content-Type"});
  CHECK(test::schema_violations(schema, allowed).empty());
  CHECK(allowed["request"] == Json{{"origin", "https://a.com"},
                                   {"method", "PUT"},
                                   {"headers", {{"content-type", "application/json"}}},
                                   {"credentials", false}});
  CHECK(allowed["preflight"]["sent"] == true);
  CHECK(allowed["preflight"]["status"] == 200);
  CHECK(allowed["preflight"]["request_headers"]["access-control-request-headers"] ==
        "content-type");
  CHECK(allowed["preflight"]["headers"]["access-control-allow-methods"] == "GET, PUT");
  CHECK(allowed["response"]["sent"] == true);
  CHECK(allowed["response"]["headers"]["access-control-allow-origin"] == "https://a.com");
  CHECK(allowed["verdict"] == "allowed");
  CHECK(allowed["reason"].is_null());
  CHECK_FALSE(allowed.contains("message"));

  const auto simple = simulate_json(policy_text, {"--origin", "https://a.com"});
  CHECK(test::schema_violations(schema, simple).empty());
  CHECK(simple["preflight"] == Json{{"sent", false}});

  const auto blocked = simulate_json(policy_text, {"--origin", "https://c.com", "--method", "PUT"});
  CHECK(test::schema_violations(schema, blocked).empty());
  CHECK(blocked["response"]["sent"] == false);
  CHECK(blocked["response"]["status"] == 200);
  CHECK(blocked["verdict"] == "blocked");
  CHECK(blocked["reason"] == "no-allow-origin");
  CHECK_THAT(blocked["message"].get<std::string>(), StartsWith("Access to fetch at "));
}

TEST_CASE("a header without a value is harmless where its name can be, except Content-Type") {
  for (const auto* name : {"Accept", "accept-language", "Content-Language", "RANGE"}) {
    INFO(name);
    const auto answer = simulate_json(policy_text, {"--origin", "https://a.com", "--header", name});
    CHECK(answer["preflight"]["sent"] == false);
  }
  const std::vector<std::string> plain{"--origin", "https://a.com", "--header",
                                       "content-type: text/plain"};
  CHECK(simulate_json(policy_text, plain)["preflight"]["sent"] == false);
  const std::vector<std::string> json{"--origin", "https://a.com", "--header", "content-type"};
  CHECK(simulate_json(policy_text, json)["preflight"]["sent"] == true);
}

TEST_CASE("what reads strangely is said on standard error and simulated all the same") {
  struct Row {
    std::vector<std::string> arguments;
    std::string policy;
    std::string warning;
  };
  const std::string policy(policy_text);
  const std::vector<Row> rows{
      {{"--origin", "https://b.com/"}, policy, "no browser sends the origin `https://b.com/`"},
      {{"--origin", "nonsense"}, policy, "no browser sends the origin `nonsense`"},
      {{"--origin", "https://a.com", "--header", "Cookie: a=b"},
       policy,
       "scripts cannot set `Cookie`"},
      {{"--origin", "https://a.com"}, policy + "enabled = false\n", "`cors` is switched off"},
      {{"--origin", "https://a.com"},
       policy + "max_age = []\n",
       "<stdin>:9: something is wrong with `max_age`; `corslint check` says what"},
  };
  for (const auto& row : rows) {
    INFO(row.warning);
    const auto result = simulate_text(row.policy, row.arguments);
    CHECK(result.status < 2);
    CHECK_THAT(result.standard_error, StartsWith("corslint: warning: ") && Contains(row.warning));
    CHECK_THAT(result.standard_output, Contains("verdict  "));
  }
  CHECK(simulate_text(policy_text, {"--origin", "null"}).standard_error.empty());
}

TEST_CASE("one of several policies is named, or meant by its environment") {
  const std::string several =
      "[api.cors]\nallow_origins = [\"https://a.com\"]\n"
      "[api.cors.production]\nallow_methods = [\"PUT\"]\nallow_origins = [\"https://p.com\"]\n"
      "[admin.cors]\nallow_origins = [\"https://b.com\"]\n"
      "[old.cors]\nenabled = false\nallow_origins = [\"https://c.com\"]\n";
  struct Row {
    std::string origin;
    std::vector<std::string> choice;
  };
  for (const auto& [origin, choice] :
       std::vector<Row>{{"https://a.com", {"--policy", "api.cors"}},
                        {"https://p.com", {"--policy", "api.cors", "--environment", "prod"}},
                        {"https://a.com", {"--policy", "api.cors", "--environment", "test"}},
                        {"https://p.com", {"--environment", "production"}},
                        {"https://b.com", {"--policy", "admin.cors"}},
                        {"https://c.com", {"--policy", "old.cors"}}}) {
    std::vector<std::string> arguments{"--origin", origin};
    arguments.insert(arguments.end(), choice.begin(), choice.end());
    const auto result = simulate_text(several, arguments);
    INFO(origin << ' ' << result.standard_error);
    CHECK(result.status == 0);
  }
  const auto unnamed = simulate_text(several, {"--origin", "https://a.com"});
  CHECK(unnamed.status == 2);
  CHECK_THAT(
      unnamed.standard_error,
      Contains("`api.cors`, `api.cors` (production), `admin.cors`") && !Contains("old.cors"));
  const auto unknown = simulate_text(several, {"--origin", "https://a.com", "--policy", "cors"});
  CHECK(unknown.status == 2);
  CHECK_THAT(unknown.standard_error, Contains("`admin.cors`, `old.cors`"));
}

TEST_CASE("what cannot be simulated ends with 2, one line and nothing on standard output") {
  const std::string policy(policy_text);
  struct Row {
    std::string policy;
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Row> rows{
      {policy, {}, "needs --origin or --requests"},
      {policy, {"--origin", "https://a.com", "--method", "A B"}, "is not a valid HTTP method."},
      {policy, {"--origin", "https://a.com", "--method", "trace"}, "HTTP method is unsupported."},
      {policy, {"--origin", "https://a.com", "--header", "X A"}, "Invalid name"},
      {policy, {"--origin", "https://a.com", "--header", "X-A: a\nb"}, "Invalid value"},
      {policy, {"--origin", "https://a.com", "--format", "xml"}, "is not text or json"},
      {policy, {"--origin", "https://a.com", "--dialect", "starlete"}, "`starlette`"},
      {policy,
       {"--origin", "https://a.com", "--environment", "prodd"},
       "there is no environment `prodd`"},
      {policy, {"--origin", "https://a.com", "--orgin", "b"}, "did you mean `--origin`?"},
      {policy, {"--requests", "-"}, "cannot be both"},
      {policy, {"--requests", "/nonexistent"}, "/nonexistent"},
      {policy, {"--requests", "-", "--origin", "https://a.com"}, "excludes"},
      {policy, {"--requests", "-", "--format", "text"}, "one object a line"},
      {"", {"--origin", "https://a.com"}, "there is no CORS policy in it"},
      {"name = \"x\"\n", {"--origin", "https://a.com"}, "there is no CORS policy in it"},
      {"[cors\n", {"--origin", "https://a.com"}, "does not parse"},
      {"[cors]\ndialect = \"starlete\"\nallow_origins = []\n",
       {"--origin", "https://a.com"},
       "there is no dialect `starlete`"},
      {"[cors]\ndialect = \"starlette\"\nallow_origin_regex = '(https)://a\\.com/\\1'\n",
       {"--origin", "https://a.com"},
       "<stdin>:3: the pattern"},
  };
  for (const auto& row : rows) {
    INFO(row.message);
    const auto result = simulate_text(row.policy, row.arguments);
    CHECK(result.status == 2);
    CHECK(result.standard_output.empty());
    CHECK_THAT(result.standard_error, StartsWith("corslint: ") && Contains(row.message));
    CHECK(std::count(result.standard_error.begin(), result.standard_error.end(), '\n') == 1);
  }
}

TEST_CASE("a program that does not start answers nothing, and says why itself") {
  const std::string policy = "[cors]\nallow_origins = [\"*\"]\nallow_credentials = true\n";
  const auto schema = Json::parse(test::run_corslint({"schema", "simulate"}).standard_output);
  const auto answer = simulate_json(
      policy, {"--origin", "https://a.com", "--method", "PUT", "--dialect", "spring"});
  CHECK(test::schema_violations(schema, answer).empty());
  CHECK(answer["verdict"] == "blocked");
  CHECK(answer["reason"] == "startup-failure");
  CHECK_THAT(answer["message"].get<std::string>(), StartsWith("When allowCredentials is true"));
  CHECK(answer["preflight"] == Json{{"sent", false}});
  CHECK(answer["response"] == Json{{"sent", false}, {"headers", Json::object()}});

  const auto text =
      simulate_text(policy, {"--origin", "https://a.com", "--dialect", "spring"}).standard_output;
  CHECK_THAT(text, Contains("\nmessage  When allowCredentials is true"));
  CHECK_THAT(text, Contains("\nwhy      Spring refuses this policy when it starts (<stdin>:2)"));
  CHECK_THAT(text, !Contains("HTTP/1.1"));
}

TEST_CASE("every dialect answers, or says that it cannot") {
  for (const Enforcer* enforcer : enforcers()) {
    auto dialect = std::string(enforcer->name);
    if (!enforcer->since.empty()) dialect += '@' + std::string(enforcer->since);
    INFO(dialect);
    const auto result =
        simulate_text(policy_text, {"--origin", "https://a.com", "--dialect", dialect});
    INFO(result.standard_error);
    if (enforcer->answer == nullptr) {
      CHECK(result.status == 2);
      CHECK_THAT(result.standard_error, Contains("is not modelled"));
    } else {
      CHECK(result.status < 2);
      CHECK_THAT(result.standard_output, Contains("verdict  "));
    }
  }
}

TEST_CASE("what could drive a terminal is spelled out") {
  const auto result =
      simulate_text("name = \"x\"\n[\"\\u001b[2J\".cors]\nallow_origins = [\"x\\u001b[1m\"]\n",
                    {"--origin", "x\x1B[1m"});
  CHECK(result.status == 0);
  for (const auto& text : {result.standard_output, result.standard_error})
    CHECK_THAT(text, Contains("\\u{1b}[") && !Contains("\x1B"));
}

}  // namespace
}  // namespace corslint
