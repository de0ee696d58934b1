#include "lint/report/pattern.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "lint/report/json_values.h"
#include "lint/report/printable.h"
#include "lint/report/report.h"

namespace corslint {
namespace {

/// More than this many names are counted and not listed.
constexpr std::size_t most_names = 6;

std::string listed(const std::vector<std::string>& names, std::size_t total) {
  std::string text;
  const auto shown = std::min(names.size(), most_names);
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : ", ") + names[i];
  if (total > shown) text += " and " + std::to_string(total - shown) + " more";
  return text;
}

std::string verdict_text(Verdict verdict) {
  switch (verdict) {
    case Verdict::fine:
      return "fine: it admits the sites it names and no others";
    case Verdict::too_broad:
      return "too broad: it admits origins that it does not name";
    case Verdict::local_only:
      return "local only: it admits loopback, private or unregistrable hosts and nothing else";
    case Verdict::unreachable:
      return "unreachable: nothing that a browser sends matches it";
    case Verdict::rejected:
      return "rejected: the engine refuses it";
    case Verdict::unverifiable:
      return "unverifiable: it holds a construct whose breadth cannot be proved";
    case Verdict::undecided:
      break;
  }
  return "undecided: a bound of the analysis was reached";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "none" : text;
}

std::string row(std::string_view name, const std::string& value) {
  constexpr std::size_t width = 10;
  std::string text(name);
  text.append(width - std::min(width, name.size()), ' ');
  return text + printable(value) + '\n';
}

bool has_origins(Verdict verdict) {
  return verdict == Verdict::fine || verdict == Verdict::too_broad ||
         verdict == Verdict::local_only;
}

}  // namespace

std::string sites_text(const AdmittedSites& sites) {
  if (!sites.finite) {
    auto suffixes = sites.suffixes;
    std::stable_sort(suffixes.begin(), suffixes.end(), [](const auto& left, const auto& right) {
      return left.size() < right.size();
    });
    const auto shown = std::min<std::size_t>(suffixes.size(), 3);
    auto text =
        "any name below " +
        listed({suffixes.begin(), suffixes.begin() + static_cast<std::ptrdiff_t>(shown)}, shown);
    if (suffixes.size() == shown) return text;
    return text + " and " + (sites.more_suffixes ? "at least " : "") +
           std::to_string(suffixes.size() - shown) + " other public suffixes";
  }
  if (sites.count == 0) return "no site that can be registered";
  return listed(sites.domains, sites.count) + (sites.counted ? "" : " at least");
}

std::string_view syntax_name(Syntax syntax) {
  switch (syntax) {
    case Syntax::re2:
      return "re2";
    case Syntax::go:
      return "go";
    case Syntax::python:
      return "python";
    case Syntax::javascript:
      return "javascript";
    case Syntax::pcre:
      return "pcre";
    case Syntax::ruby:
      return "ruby";
    case Syntax::java:
      break;
  }
  return "java";
}

std::string_view mode_name(MatchMode mode) {
  switch (mode) {
    case MatchMode::full:
      return "full";
    case MatchMode::prefix:
      return "prefix";
    case MatchMode::search:
      return "search";
    case MatchMode::prefix_with_dollar:
      return "prefix-with-dollar";
    case MatchMode::suffix:
      break;
  }
  return "suffix";
}

std::string_view verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::fine:
      return "fine";
    case Verdict::too_broad:
      return "too-broad";
    case Verdict::local_only:
      return "local-only";
    case Verdict::unreachable:
      return "unreachable";
    case Verdict::rejected:
      return "rejected";
    case Verdict::unverifiable:
      return "unverifiable";
    case Verdict::undecided:
      break;
  }
  return "undecided";
}

std::string pattern_text(const JudgedQuery& judged, Colour colour) {
  const auto& analysis = judged.analysis;
  std::string text = row("pattern", judged.query.pattern);
  const bool insensitive = judged.query.letter_case == LetterCase::insensitive;
  text += row("engine", std::string(syntax_name(judged.query.syntax)) + ", " +
                            std::string(mode_name(judged.query.mode)) + " match" +
                            (insensitive ? ", case does not count" : ""));
  text += row("verdict", verdict_text(analysis.verdict));
  if (!analysis.reason.empty()) text += row("reason", analysis.reason);
  if (has_origins(analysis.verdict)) {
    text += row("sites", sites_text(analysis.sites));
    text += row("schemes", joined(analysis.schemes));
    text += row("ports", analysis.ports.empty() ? "none" : analysis.ports);
  }
  if (judged.report.diagnostics.empty()) return text;
  Report report{.files = {judged.report}, .files_checked = 1};
  return text + '\n' + full_report(report, colour, Verbosity::findings_only);
}

std::string pattern_json(const JudgedQuery& judged) {
  const auto& analysis = judged.analysis;
  auto findings = Json::array();
  for (const auto& diagnostic : judged.report.diagnostics) {
    Json finding{{"rule", diagnostic.rule->id},
                 {"severity", severity_name(diagnostic.severity)},
                 {"message", whole_message(diagnostic.finding)}};
    if (!diagnostic.finding.witness.empty()) finding["witness"] = diagnostic.finding.witness;
    finding["range"] = range_object(judged.report.file, diagnostic.finding.span);
    findings.push_back(std::move(finding));
  }
  Json sites{{"finite", analysis.sites.finite}};
  sites["domains"] = analysis.sites.domains;
  if (!analysis.sites.finite) sites["suffixes"] = analysis.sites.suffixes;
  Json document{{"pattern", judged.query.pattern},
                {"syntax", syntax_name(judged.query.syntax)},
                {"mode", mode_name(judged.query.mode)},
                {"ignore_case", judged.query.letter_case == LetterCase::insensitive},
                {"verdict", verdict_name(analysis.verdict)},
                {"findings", std::move(findings)},
                {"sites", std::move(sites)},
                {"schemes", analysis.schemes},
                {"ports", analysis.ports},
                {"states", analysis.states}};
  if (!analysis.reason.empty()) document["reason"] = analysis.reason;
  return dumped(document, 2);
}

}  // namespace corslint
