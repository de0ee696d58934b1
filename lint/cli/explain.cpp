#include <memory>
#include <string>

#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/report/describe.h"
#include "lint/report/printable.h"
#include "lint/run/environment_error.h"
#include "rules/catalog.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

const Rule& rule_named(const std::string& text) {
  auto id = ascii_lowered(text);
  for (char& c : id) {
    if (c == '_') c = '-';
  }
  const Rule* rule = find_rule(id);
  if (rule != nullptr) return *rule;
  auto problem = "there is no rule `" + printable(text) + "`";
  const Rule* nearest = nearest_rule(id);
  if (nearest != nullptr) problem += "; did you mean `" + std::string(nearest->id) + "`?";
  throw EnvironmentError(problem + " `corslint rules` lists them");
}

}  // namespace

void add_explain_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("explain", "Print the page of a rule: what, why, bad, good");
  const auto name = std::make_shared<std::string>();
  command->add_option("RULE", *name, "The rule's name")->required()->option_text(" ");
  command->callback([name, &status] {
    write_standard_output(rule_page(rule_named(*name), "#"));
    status = ExitStatus::clean;
  });
}

}  // namespace corslint
