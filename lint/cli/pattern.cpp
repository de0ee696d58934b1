#include "lint/report/pattern.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "lint/cli/colour_choice.h"
#include "lint/cli/commands.h"
#include "lint/cli/output.h"
#include "lint/report/printable.h"
#include "lint/run/environment_error.h"
#include "lint/run/pattern_judge.h"
#include "rules/enforcers/enforcer.h"

namespace corslint {
namespace {

struct PatternOptions {
  std::string pattern;
  std::string dialect;
  std::string syntax;
  std::string mode;
  bool ignore_case = false;
  std::string format = "text";
  bool dot = false;
};

template <typename Value, std::size_t count>
Value named(const std::array<std::pair<std::string_view, Value>, count>& names,
            const std::string& name, std::string_view option) {
  std::string known;
  for (const auto& [candidate, value] : names) {
    if (candidate == name) return value;
    known += (known.empty() ? "" : ", ") + std::string(candidate);
  }
  throw EnvironmentError(std::string(option) + ": `" + printable(name) + "` is none of " + known);
}

constexpr std::array<std::pair<std::string_view, Syntax>, 7> syntaxes{
    {{"re2", Syntax::re2},
     {"go", Syntax::go},
     {"python", Syntax::python},
     {"javascript", Syntax::javascript},
     {"pcre", Syntax::pcre},
     {"ruby", Syntax::ruby},
     {"java", Syntax::java}}};
constexpr std::array<std::pair<std::string_view, MatchMode>, 3> modes{
    {{"full", MatchMode::full}, {"prefix", MatchMode::prefix}, {"search", MatchMode::search}}};

/// The enforcer that was named, with what was asked for in its place.
Enforcer enforcer_for(const PatternOptions& options) {
  Enforcer enforcer = generic_enforcer();
  if (!options.dialect.empty()) {
    const Enforcer* found = find_enforcer(options.dialect);
    if (found == nullptr) {
      const auto nearest = nearest_dialect(options.dialect);
      throw EnvironmentError(
          "--dialect: there is no dialect `" + printable(options.dialect) + "`" +
          (nearest.empty() ? std::string() : "; did you mean `" + std::string(nearest) + "`?"));
    }
    enforcer = *found;
  }
  if (!options.syntax.empty())
    enforcer.pattern_syntax = named(syntaxes, options.syntax, "--syntax");
  if (!options.mode.empty()) enforcer.pattern_mode = named(modes, options.mode, "--mode");
  if (options.ignore_case) enforcer.pattern_case = LetterCase::insensitive;
  if (!enforcer.pattern_syntax)
    throw EnvironmentError("`" + std::string(enforcer.name) + "` has no origin patterns");
  return enforcer;
}

ExitStatus status_of(Verdict verdict) {
  const bool bad = verdict == Verdict::too_broad || verdict == Verdict::unreachable ||
                   verdict == Verdict::rejected;
  return bad ? ExitStatus::findings : ExitStatus::clean;
}

ExitStatus run_pattern(const PatternOptions& options) {
  const auto judged = judge_pattern(options.pattern, enforcer_for(options));
  if (options.dot) {
    write_standard_output(automaton_as_dot(judged.query));
  } else if (options.format == "json") {
    write_standard_output(pattern_json(judged));
  } else if (options.format == "text") {
    write_standard_output(pattern_text(judged, Colour::none));
  } else {
    throw EnvironmentError("--format: `" + printable(options.format) + "` is not text or json");
  }
  return status_of(judged.analysis.verdict);
}

}  // namespace

void add_pattern_command(CLI::App& app, ExitStatus& status) {
  auto* command = app.add_subcommand("pattern", "Say which origins one pattern admits");
  const auto options = std::make_shared<PatternOptions>();
  command->add_option("REGEX", options->pattern, "The pattern")->required()->option_text(" ");
  command->add_option("--dialect", options->dialect, "The enforcer that runs it")
      ->option_text("D[@VERSION]");
  command->add_option("--syntax", options->syntax, "re2, go, python, javascript, pcre, ruby, java")
      ->option_text("S");
  command->add_option("--mode", options->mode, "full, prefix or search")->option_text("M");
  command->add_flag("--ignore-case", options->ignore_case, "Letter case does not count");
  command->add_option("-f,--format", options->format, "text (default) or json")
      ->option_text("FORMAT");
  command->add_flag("--dot", options->dot, "Print the automaton in the language of Graphviz");
  command->callback([options, &status] { status = run_pattern(*options); });
}

}  // namespace corslint
