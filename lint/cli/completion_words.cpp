#include "lint/cli/completion_words.h"

#include <algorithm>
#include <array>
#include <set>

#include "lint/cli/formats.h"
#include "lint/run/selection.h"
#include "rules/catalog.h"
#include "rules/enforcers/enforcer.h"
#include "rules/policy/environment.h"

namespace corslint {
namespace {

using Words = std::vector<std::string>;

Words rule_words(std::string_view suffix) {
  Words words{std::string(every_rule) += suffix};
  std::set<std::string_view> groups;
  for (const Rule* rule : catalog()) groups.insert(group_name(rule->group));
  for (const auto group : groups) words.push_back(std::string(group) += suffix);
  for (const Rule* rule : catalog()) words.push_back(std::string(rule->id) += suffix);
  return words;
}

Words rule_ids() {
  Words words;
  for (const Rule* rule : catalog()) words.emplace_back(rule->id);
  return words;
}

Words dialects() {
  std::set<std::string> names;
  for (const Enforcer* enforcer : enforcers()) names.emplace(enforcer->name);
  return {names.begin(), names.end()};
}

Words environments() {
  Words words;
  for (const Environment environment :
       {Environment::development, Environment::test, Environment::staging, Environment::production})
    words.emplace_back(environment_name(environment));
  return words;
}

}  // namespace

std::vector<std::string> words_for(std::string_view placeholder) {
  if (placeholder == "R,..") return rule_words("");
  if (placeholder == "R=LEVEL") return rule_words("=");
  if (placeholder == "D[@VERSION]") return dialects();
  if (placeholder == "E") return environments();
  if (placeholder == "F") return listed_formats();
  if (placeholder == "LEVEL") return {"error", "warning", "info", "never"};
  if (placeholder == "WHEN") return {"auto", "always", "never"};
  if (placeholder == "FORMAT") return {"text", "json", "markdown"};
  if (placeholder == "S") return {"re2", "python", "javascript", "pcre", "java"};
  if (placeholder == "M") return {"full", "prefix", "search"};
  return {};
}

std::vector<std::string> words_at_position(std::string_view command, std::string_view position) {
  if (position == "RULE") return rule_ids();
  if (position == "SHELL") return {"bash", "zsh", "fish"};
  if (command == "schema") return {"policy", "config", "report", "simulate"};
  return {};
}

bool is_path(std::string_view placeholder) {
  constexpr std::array<std::string_view, 4> paths{"FILE", "PATH", "OLD", "NEW"};
  return std::ranges::find(paths, placeholder) != paths.end();
}

}  // namespace corslint
