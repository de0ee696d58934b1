#include "lint/run/configuration/reading.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "lint/report/file_problems.h"
#include "lint/run/configuration/fields.h"
#include "rules/catalog.h"
#include "tests/golden.h"

namespace corslint {
namespace {

ConfigurationReading read(const std::string& text) {
  auto reading = read_configuration(SourceFile("corslint.toml", text),
                                    ConfigurationForm::whole_file, "/project", "0.1.0");
  REQUIRE(reading);
  return *reading;
}

Configuration sound(const std::string& text) {
  auto reading = read(text);
  INFO(problem_frames(SourceFile("corslint.toml", text), reading.problems, Colour::none));
  CHECK(reading.problems.empty());
  return reading.configuration;
}

// Each is wrong in one way; the golden file has what is said of it.
const std::vector<std::string> broken{
    "dev_origins = []\n",
    "colour = true\n",
    "dialect = \"starlette\"\n",
    "fail-level = \"eror\"\n",
    "fail-level = \"loud\"\n",
    "fail-level = 1\n",
    "select = \"origins\"\n",
    "select = [\"orgins\"]\n",
    "select = [\"null-origin\", 3]\n",
    "dev-origins = [\"http://localhost:5173/\"]\n",
    "dev-origins = [\"localhost\"]\n",
    "exclude = [\"./build\"]\n",
    "exclude = [\"a[b\"]\n",
    "exclude = [\"\"]\n",
    "extend-exclude = [true]\n",
    "required-version = \">=99\"\n",
    "required-version = \"latest\"\n",
    "baseline = \"\"\n",
    "fail-level = \"error\"\nfail-level = \"info\"\n",
    "select = [\"origins\"\n",
    "[rules]\nnull-orign = \"off\"\n",
    "[rules]\nnull-origin = \"fatal\"\n",
    "[rules]\nnull-origin = true\n",
    "rules = [\"null-origin\"]\n",
    "[env]\nWEB_HOSTS = \"allow_orgins\"\n",
    "[env]\n\"WEB HOSTS\" = \"allow_origins\"\n",
    "[[policy]]\ndialect = \"starlette\"\n",
    "[[policy]]\npath = \"a.toml\"\ndialect = \"starlet\"\n",
    "[[policy]]\npath = \"a.toml\"\nenvironment = \"prod\"\n",
    "[[policy]]\npath = \"a.toml\"\nenviroment = \"production\"\n",
    "[policy]\npath = \"a.toml\"\n",
    "[[policy]]\npath = [\"a.toml\"]\n",
    "ignore = [\"null-origin\"]\n",
    "[[ignore]]\npath = \"a.json\"\n",
    "[[ignore]]\nrules = [\"null-origin\"]\n",
    "[[ignore]]\npath = \"!a.json\"\nrules = [\"null-origin\"]\n",
    "[[ignore]]\npath = \"a.json\"\nrules = []\n",
    "[[ignore]]\npath = \"a.json\"\nrules = [\"ALL\"]\n",
    "[[ignore]]\npath = \"a.json\"\nrules = [\"null-orign\"]\n",
    "[[ignore]]\npath = \"a.json\"\nrules = [\"null-origin\"]\npointer = \"cors\"\n",
    "[[ignore]]\npath = \"a.json\"\nrules = [\"null-origin\"]\npointer = \"/a~2\"\n",
    "[[ignore]]\npath = \"a.json\"\nrules = [\"null-origin\"]\nexpires = 2026-02-30\n",
    "[[ignore]]\npath = \"a.json\"\nrules = [\"null-origin\"]\nexpires = \"soon\"\n",
    "[[ignore]]\npath = \"a.json\"\nrules = [\"null-origin\"]\nexpires = 2026-02-01T10:00:00Z\n",
};

}  // namespace

TEST_CASE("what is wrong with a configuration is said with its place and what to write instead") {
  std::string all;
  for (const auto& text : broken) {
    const auto reading = read(text);
    CAPTURE(text);
    CHECK(reading.problems.size() == 1);
    all += problem_frames(SourceFile("corslint.toml", text), reading.problems, Colour::none);
  }
  test::check_golden("tests/lint/run/configuration/problems.txt", all);
}

TEST_CASE("several problems come in the order of the file") {
  const auto reading = read("colour = 1\n[rules]\nx = \"off\"\n[[policy]]\n");
  REQUIRE(reading.problems.size() == 3);
  CHECK(reading.problems[0].message.find("colour") != std::string::npos);
  CHECK(reading.problems[1].message.find("`x`") != std::string::npos);
  CHECK(reading.problems[2].message.find("`path`") != std::string::npos);
}

TEST_CASE("every key of the tables is read with its own example") {
  for (const auto& section : configuration_sections()) {
    std::string text;
    if (section.form == SectionForm::list) text = "[[" + std::string(section.name) + "]]\n";
    if (section.form == SectionForm::names)
      text = '[' + std::string(section.name) + "]\n" + std::string(section.example) + '\n';
    for (const auto& field : section.fields) {
      const auto key =
          field.key.starts_with('$') ? '"' + std::string(field.key) + '"' : std::string(field.key);
      text += key + " = " + std::string(field.example) + '\n';
      if (field.standard.empty()) continue;
      (void)sound(key + " = " + std::string(field.standard) + '\n');
    }
    CAPTURE(text);
    const auto configuration = sound(text);
    const auto expected = section.form == SectionForm::names ? 1 : section.fields.size();
    CHECK(configuration.set_keys.size() == expected);
  }
}

TEST_CASE("the values arrive where they belong") {
  const auto configuration = sound(R"(
fail-level = "never"
select = ["origins", "null-origin"]
dev-origins = ["http://localhost:3000"]
exclude = ["a/"]
extend-exclude = ["*.b", "!c.b"]
baseline = "known.json"

[rules]
ALL = "info"
null-origin = "off"
origins = "error"

[env]
WEB_HOSTS = "allow_origins"

[[policy]]
path = "app/*.toml"
name = "cors"
dialect = "traefik@3.6"
environment = "staging"

[[ignore]]
path = "s3.json"
rules = ["wildcard-origin", "null-origin"]
pointer = ""
reason = "public"
expires = 2030-01-02
)");
  CHECK_FALSE(configuration.fail_level);
  CHECK(configuration.select == std::vector<std::string>{"origins", "null-origin"});
  CHECK(configuration.dev_origins == std::vector<std::string>{"http://localhost:3000"});
  CHECK(configuration.exclude == std::vector<std::string>{"a/"});
  CHECK(configuration.extend_exclude == std::vector<std::string>{"*.b", "!c.b"});
  CHECK(configuration.baseline->text == "known.json");
  CHECK(configuration.severities.size() == catalog().size());
  CHECK(configuration.severities.at("null-origin") == std::nullopt);
  CHECK(configuration.severities.at("trailing-slash") == Severity::error);
  CHECK(configuration.severities.at("wildcard-with-credentials") == Severity::info);
  CHECK(configuration.env_names.at("WEB_HOSTS") == "allow_origins");
  REQUIRE(configuration.policies.size() == 1);
  CHECK(configuration.policies[0].path.text == "app/*.toml");
  CHECK(configuration.policies[0].name == "cors");
  CHECK(configuration.policies[0].dialect == "traefik@3.6");
  CHECK(configuration.policies[0].environment == Environment::staging);
  REQUIRE(configuration.ignores.size() == 1);
  CHECK(configuration.ignores[0].rules.size() == 2);
  CHECK(configuration.ignores[0].pointer->text.empty());
  CHECK(configuration.ignores[0].reason == "public");
  CHECK(date_text(*configuration.ignores[0].expires) == "2030-01-02");
}

TEST_CASE("in pyproject.toml only the table of corslint is read") {
  const auto form = ConfigurationForm::pyproject;
  const auto reading = [&](const std::string& text) {
    return read_configuration(SourceFile("pyproject.toml", text), form, "/", "0.1.0");
  };
  CHECK_FALSE(reading("[project]\nname = \"a\"\n"));
  CHECK_FALSE(reading("[tool.other]\ncorslint = 1\n"));
  CHECK_FALSE(reading("# corslint\nbroken = \n"));
  const auto sound_one = reading("[project]\nx = 1\n[tool.corslint]\nfail-level = \"error\"\n");
  REQUIRE(sound_one);
  CHECK(sound_one->problems.empty());
  CHECK(sound_one->configuration.fail_level == Severity::error);
  CHECK(reading("[tool.corslint]\nx = 1\n")->problems.size() == 1);
  CHECK(reading("[tool.corslint]\nbroken = \n")->problems.size() == 1);
  CHECK(reading("[tool]\ncorslint = 1\n")->problems.size() == 1);
}

TEST_CASE("an empty configuration is a sound one") {
  const auto configuration = sound("");
  CHECK(configuration.fail_level == Severity::warning);
  CHECK(configuration.set_keys.empty());
}

}  // namespace corslint
