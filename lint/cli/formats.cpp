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

/// A form that has neither colours nor a summary.
template <std::string (*Report_)(const Report&)>
std::string plain(const Report& report, Colour /*colour*/, Verbosity /*verbosity*/) {
  return Report_(report);
}

std::string concise(const Report& report, Colour colour, Verbosity /*verbosity*/) {
  return concise_report(report, colour);
}

constexpr bool hidden = true;

constexpr std::array known_formats{
    ReportFormat{"full", full_report},
    ReportFormat{"concise", concise},
    ReportFormat{"json", plain<json_report>},
    ReportFormat{"json-lines", plain<json_lines_report>},
    ReportFormat{"sarif", plain<sarif_report>},
    ReportFormat{"github", plain<github_report>},
    ReportFormat{"gitlab", plain<gitlab_report>},
    ReportFormat{"junit", plain<junit_report>},
    ReportFormat{"checkstyle", plain<checkstyle_report>},
    ReportFormat{"rdjson", plain<rdjson_report>},
    ReportFormat{"gcc", plain<gcc_report>},
    ReportFormat{"text", full_report, hidden},
    ReportFormat{"compact", concise, hidden},
    ReportFormat{"json-v1", plain<json_report>, hidden},
    ReportFormat{"jsonl", plain<json_lines_report>, hidden},
    ReportFormat{"codeclimate", plain<gitlab_report>, hidden},
    ReportFormat{"code-climate", plain<gitlab_report>, hidden},
    ReportFormat{"junit-xml", plain<junit_report>, hidden},
    ReportFormat{"rdjsonl", plain<rdjson_lines_report>, hidden},
    ReportFormat{"gnu", plain<gcc_report>, hidden},
    ReportFormat{"unix", plain<gcc_report>, hidden},
};

const ReportFormat& format_named(std::string_view name) {
  const auto* const found = std::ranges::find(known_formats, name, &ReportFormat::name);
  if (found != known_formats.end()) return *found;
  const auto quoted = "--format: `" + std::string(name) + '`';
  std::vector<std::string_view> names;
  names.reserve(known_formats.size());
  for (const auto& format : known_formats) names.push_back(format.name);
  const auto nearest = nearest_of(name, names);
  if (!nearest.empty())
    throw EnvironmentError(quoted + " is unknown; did you mean `" + std::string(nearest) + "`?");
  throw EnvironmentError(quoted + " is unknown; there are " + format_names());
}

ReportTarget target_of(std::string_view text) {
  const auto equals = text.find('=');
  ReportTarget target{&format_named(text.substr(0, equals)), {}};
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

}  // namespace

std::vector<std::string> listed_formats() {
  std::vector<std::string> names;
  for (const auto& format : known_formats) {
    if (!format.hidden) names.emplace_back(format.name);
  }
  return names;
}

std::string format_names() {
  const auto names = listed_formats();
  std::string list;
  for (const auto& name : names) {
    if (name != names.front()) list += name == names.back() ? " and " : ", ";
    list += name;
  }
  return list;
}

std::vector<ReportTarget> report_targets(const std::vector<std::string>& formats,
                                         const std::string& output_file) {
  std::vector<ReportTarget> targets;
  targets.reserve(formats.size());
  for (const auto& format : formats) targets.push_back(target_of(format));
  if (targets.empty()) targets.push_back({&known_formats.front(), {}});
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
    write_file(target.file, target.format->rendered(report, colour_of_file(choice), verbosity));
  } else if (stream == StandardStream::error) {
    write_standard_error(target.format->rendered(report, colour_of_file(choice), verbosity));
  } else {
    const auto colour = colour_of_standard_output(choice);
    write_standard_output(target.format->rendered(report, colour, verbosity));
  }
}

}  // namespace corslint
