#include "lint/run/selection.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "rules/catalog.h"

namespace corslint {
namespace {

constinit const Rule rule = [] {
  Rule named;
  named.id = "null-origin";
  named.group = Group::origins;
  return named;
}();

struct Case {
  std::string what;
  RuleSelection selection;
  bool selected;
};

const std::vector<Case> cases{
    {"nothing is said", {}, true},
    {"it is named", {.select = {"null-origin"}}, true},
    {"another rule is named", {.select = {"wildcard-origin"}}, false},
    {"its group is named", {.select = {"origins"}}, true},
    {"another group is named", {.select = {"input"}}, false},
    {"all are named", {.select = {"ALL"}}, true},
    {"it is ignored", {.ignore = {"null-origin"}}, false},
    {"its group is ignored", {.ignore = {"origins"}}, false},
    {"all are ignored", {.ignore = {"ALL"}}, false},
    {"another rule is ignored", {.ignore = {"wildcard-origin"}}, true},
    {"both at once: ignore wins", {.select = {"null-origin"}, .ignore = {"null-origin"}}, false},
    {"its name outweighs its group", {.select = {"null-origin"}, .ignore = {"origins"}}, true},
    {"its group outweighs all", {.select = {"origins"}, .ignore = {"ALL"}}, true},
    {"an ignored name outweighs a group",
     {.select = {"origins"}, .ignore = {"null-origin"}},
     false},
    {"it is off", {.severities = {{"null-origin", std::nullopt}}}, false},
    {"its severity is changed", {.severities = {{"null-origin", Severity::info}}}, true},
    {"a severity does not select",
     {.select = {"input"}, .severities = {{"null-origin", Severity::info}}},
     false},
};

}  // namespace

TEST_CASE("the closest name decides whether a rule runs") {
  for (const auto& [what, selection, selected] : cases) {
    INFO(what);
    CHECK(is_selected(selection, rule) == selected);
  }
}

TEST_CASE("rules, groups and ALL are known names") {
  CHECK(problem_with_rule_name("ALL").empty());
  CHECK(problem_with_rule_name("caching").empty());
  for (const Rule* known : catalog()) CHECK(problem_with_rule_name(known->id).empty());
}

TEST_CASE("an unknown name is answered with the nearest known one") {
  CHECK_THAT(problem_with_rule_name("orgins"), Catch::Contains("did you mean `origins`?"));
  CHECK_THAT(problem_with_rule_name("wildcard-orign"), Catch::Contains("`wildcard-origin`?"));
  CHECK_THAT(problem_with_rule_name("nothing-like-it"), !Catch::Contains("did you mean"));
}

TEST_CASE("ALL stands for every rule and a group for its own") {
  CHECK(rules_named("ALL").size() == catalog().size());
  CHECK(rules_named("no-such-rule").empty());
  for (const Rule* named : rules_named("methods")) CHECK(named->group == Group::methods);
}

}  // namespace corslint
