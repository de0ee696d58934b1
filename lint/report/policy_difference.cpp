#include "lint/report/policy_difference.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "lint/report/json_values.h"
#include "lint/report/pattern.h"
#include "lint/report/printable.h"

namespace corslint {
namespace {

using Presence = PolicyDifference::Presence;

std::string_view presence_name(Presence presence) {
  switch (presence) {
    case Presence::only_old:
      return "removed";
    case Presence::only_new:
      return "added";
    case Presence::both:
      break;
  }
  return "changed";
}

std::string title(const PolicyDifference& difference) {
  std::string text = printable(difference.name);
  if (difference.environment != Environment::unknown)
    text += " (" + std::string(environment_name(difference.environment)) + ')';
  return text + ": " + std::string(presence_name(difference.presence)) + '\n';
}

std::string line(char sign, std::string_view what, const std::string& value) {
  auto text = std::string("  ") + sign + ' ' + std::string(what);
  if (!value.empty()) text += ' ' + printable(value);
  return text + '\n';
}

std::string origins_line(char sign, const OriginChange& change) {
  return line(sign, "origins", sites_text(change.sites) + ", such as " + change.witness);
}

std::string names_lines(std::string_view what, const NameChange& change) {
  std::string text;
  for (const auto& name : change.gained) text += line('+', what, name);
  for (const auto& name : change.lost) text += line('-', what, name);
  return text;
}

std::string difference_text(const PolicyDifference& difference) {
  std::string text = title(difference);
  if (difference.gained) text += origins_line('+', *difference.gained);
  if (difference.lost) text += origins_line('-', *difference.lost);
  if (difference.credentials_turned_on)
    text += line(*difference.credentials_turned_on ? '+' : '-', "credentials", "");
  text += names_lines("method", difference.methods);
  text += names_lines("header", difference.headers);
  text += names_lines("exposed header", difference.exposed_headers);
  if (!difference.decided)
    text +=
        "  ? not everything could be decided: a variable, a construct or a bound stands in the "
        "way\n";
  return text;
}

Json change_object(const OriginChange& change) {
  Json sites{{"finite", change.sites.finite}, {"domains", change.sites.domains}};
  if (!change.sites.finite) sites["suffixes"] = change.sites.suffixes;
  return {{"witness", change.witness}, {"sites", std::move(sites)}};
}

Json names_object(const NameChange& change) {
  return {{"gained", change.gained}, {"lost", change.lost}};
}

Json difference_object(const PolicyDifference& difference) {
  Json object{{"policy", difference.name}, {"change", presence_name(difference.presence)}};
  if (difference.environment != Environment::unknown)
    object["environment"] = environment_name(difference.environment);
  object["decided"] = difference.decided;
  Json origins = Json::object();
  if (difference.gained) origins["gained"] = change_object(*difference.gained);
  if (difference.lost) origins["lost"] = change_object(*difference.lost);
  object["origins"] = std::move(origins);
  if (difference.credentials_turned_on) object["credentials"] = *difference.credentials_turned_on;
  object["methods"] = names_object(difference.methods);
  object["headers"] = names_object(difference.headers);
  object["exposed_headers"] = names_object(difference.exposed_headers);
  return object;
}

}  // namespace

std::string differences_text(const std::vector<PolicyDifference>& differences) {
  if (differences.empty()) return "No difference in who gets access to what.\n";
  std::string text;
  for (const auto& difference : differences) text += difference_text(difference);
  return text;
}

std::string differences_json(const std::vector<PolicyDifference>& differences) {
  Json document{{"gained", std::any_of(differences.begin(), differences.end(), gains_access)},
                {"policies", Json::array()}};
  for (const auto& difference : differences)
    document["policies"].push_back(difference_object(difference));
  return dumped(document, 2);
}

}  // namespace corslint
