#include "lint/cli/formats.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "lint/cli/output.h"
#include "lint/run/environment_error.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

constexpr std::array<std::pair<std::string_view, ReportFormat>, 4> known_formats{{
    {"full", ReportFormat::full},
    {"concise", ReportFormat::concise},
    {"json", ReportFormat::json},
    {"json-lines", ReportFormat::json_lines},
}};

constexpr std::array<std::string_view, 7> absent_formats{
    "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "gcc",
};

ReportFormat format_named(std::string_view name) {
  const auto* const found =
      std::ranges::find(known_formats, name, &std::pair<std::string_view, ReportFormat>::first);
  if (found != known_formats.end()) return found->second;
  const auto quoted = "--format: `" + std::string(name) + '`';
  if (std::ranges::find(absent_formats, name) != absent_formats.end())
    throw EnvironmentError(quoted + " is not available in this version");

  std::vector<std::string_view> names;
  names.reserve(known_formats.size());
  for (const auto& [known, format] : known_formats) names.push_back(known);
  const auto nearest = nearest_of(name, names);
  if (!nearest.empty())
    throw EnvironmentError(quoted + " is unknown; did you mean `" + std::string(nearest) + "`?");
  throw EnvironmentError(quoted + " is unknown; there are full, concise, json and json-lines");
}

ReportTarget target_of(std::string_view text) {
  const auto equals = text.find('=');
  ReportTarget target{format_named(text.substr(0, equals)), {}};
  if (equals == std::string_view::npos) return target;
  target.file = text.substr(equals + 1);
  if (target.file.empty())
    throw EnvironmentError("--format: no file stands behind `" + std::string(text) + '`');
  return target;
}

void refuse_shared_places(const std::vector<ReportTarget>& targets) {
  for (auto target = targets.begin(); target != targets.end(); ++target) {
    if (std::ranges::find(targets.begin(), target, target->file, &ReportTarget::file) == target)
      continue;
    const auto place = target->file.empty() ? "standard output" : '`' + target->file + '`';
    throw EnvironmentError("--format: two reports would go to " + place +
                           "; write `F=FILE` to put one into a file");
  }
}

std::string rendered(const Report& report, ReportFormat format, Colour colour,
                     Verbosity verbosity) {
  switch (format) {
    case ReportFormat::full:
      return full_report(report, colour, verbosity);
    case ReportFormat::concise:
      return concise_report(report, colour);
    case ReportFormat::json:
      return json_report(report);
    case ReportFormat::json_lines:
      break;
  }
  return json_lines_report(report);
}

}  // namespace

std::vector<ReportTarget> report_targets(const std::vector<std::string>& formats,
                                         const std::string& output_file) {
  std::vector<ReportTarget> targets;
  targets.reserve(formats.size());
  for (const auto& format : formats) targets.push_back(target_of(format));
  if (targets.empty()) targets.emplace_back();
  if (!output_file.empty()) {
    if (!targets.front().file.empty())
      throw EnvironmentError("--output-file: the first format already goes to `" +
                             targets.front().file + '`');
    targets.front().file = output_file;
  }
  for (auto& target : targets) {
    if (target.file == "-") target.file.clear();
  }
  refuse_shared_places(targets);
  return targets;
}

void write_report(const Report& report, const ReportTarget& target, ColourChoice choice,
                  Verbosity verbosity, StandardStream stream) {
  if (!target.file.empty()) {
    write_file(target.file, rendered(report, target.format, colour_of_file(choice), verbosity));
  } else if (stream == StandardStream::error) {
    write_standard_error(rendered(report, target.format, colour_of_file(choice), verbosity));
  } else {
    const auto colour = colour_of_standard_output(choice);
    write_standard_output(rendered(report, target.format, colour, verbosity));
  }
}

}  // namespace corslint
