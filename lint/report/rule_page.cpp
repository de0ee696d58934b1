#include "lint/report/rule_page.h"

#include "lint/report/describe.h"
#include "lint/report/example_exchange.h"
#include "lint/report/json_values.h"
#include "lint/report/report.h"
#include "lint/report/simulation.h"
#include "lint/run/rule_example.h"

namespace corslint {
namespace {

class Page {
 public:
  Page(const Rule& rule, RuleExample example, PageStyle style)
      : rule_(rule), example_(std::move(example)), style_(style), painter_(style.colour) {}

  std::string whole() const {
    return headline("#") + what_it_is() + file("Bad", rule_.bad) + report() + exchange() +
           file("Good", rule_.good) + rest();
  }

  std::string section(std::string_view heading) const {
    return headline(heading) + what_it_is() + file("Bad", rule_.bad) + outcome() +
           file("Good", rule_.good) + rest();
  }

 private:
  std::string paragraph(std::string_view text) const {
    return corslint::paragraph(text, style_.width) + '\n';
  }

  std::string title(std::string_view text) const { return painter_.paint(text, Role::strong); }

  std::string headline(std::string_view heading) const {
    const auto name = std::string(severity_name(rule_.severity));
    return title(std::string(heading) + ' ' + std::string(rule_.id)) +
           "\n\nSeverity: " + painter_.paint(name, role_of(rule_.severity)) +
           ", group: " + std::string(group_name(rule_.group)) + "\n\n";
  }

  std::string what_it_is() const {
    return paragraph(sentence(rule_.summary)) + paragraph(rule_.rationale);
  }

  std::string file(const std::string& name, std::string_view text) const {
    return title(name) + " (`" + std::string(rule_.example_file) + "`):\n\n" + code_block(text) +
           '\n';
  }

  std::string report() const {
    if (example_.report.diagnostics.empty()) return {};
    const auto& asked = example_.dev_origin;
    const auto option = asked.empty() ? std::string() : " with `--dev-origin " + asked + '`';
    Report report;
    report.files = {example_.report};
    return title("What corslint says of it") + option + ":\n\n" +
           code_block(full_report(report, style_.colour, Verbosity::findings_only)) + '\n';
  }

  std::string exchange() const {
    if (!example_.exchange) return {};
    return title("As it would be seen") + ":\n\n" +
           exchange_block(*example_.exchange, style_.width, painter_) + '\n' +
           paragraph(exchange_outcome(*example_.exchange));
  }

  std::string outcome() const {
    if (!example_.exchange) return {};
    const auto message = exchange_message(*example_.exchange);
    const auto quote =
        message.empty() ? std::string() : corslint::paragraph(message, style_.width, "> ") + '\n';
    return quote + paragraph(exchange_outcome(*example_.exchange));
  }

  std::string fix() const {
    if (!example_.fixed) return {};
    const bool is_safe = example_.fixed->safety == Safety::safe;
    const std::string option = is_safe ? "--fix" : "--fix --unsafe-fixes";
    const auto start = "`corslint " + option + "` turns the bad file into ";
    if (example_.fixed->text == rule_.good) return paragraph(start + "the good one.");
    return paragraph(start + "this:") + code_block(example_.fixed->text) + '\n';
  }

  std::string rest() const {
    auto text = titled_paragraph("What to do", rule_.remedy) + fix();
    if (!rule_.exception.empty()) text += titled_paragraph("When to ignore it", rule_.exception);
    return text + title("Reference") + ": <" + std::string(rule_.reference) + ">\n";
  }

  /// The title is painted after the lines are broken, since colours take no columns.
  std::string titled_paragraph(const std::string& name, std::string_view text) const {
    const auto lines = paragraph(name + ": " + sentence(text));
    return title(name) + lines.substr(name.size());
  }

  const Rule& rule_;
  RuleExample example_;
  PageStyle style_;
  Painter painter_;
};

Json finding_object(const Diagnostic& diagnostic) {
  Json object{{"severity", severity_name(diagnostic.severity)},
              {"message", whole_message(diagnostic.finding)}};
  if (!diagnostic.finding.witness.empty()) object["witness"] = diagnostic.finding.witness;
  return object;
}

}  // namespace

std::string rule_page(const Rule& rule, PageStyle style) {
  return Page(rule, example_of(rule), style).whole();
}

std::string rule_section(const Rule& rule, std::string_view heading) {
  return Page(rule, example_of(rule), {}).section(heading);
}

std::string rule_page_json(const Rule& rule) {
  const auto example = example_of(rule);
  auto object = rule_object(rule);
  for (const auto& diagnostic : example.report.diagnostics)
    object["finding"] = finding_object(diagnostic);
  if (const auto& exchange = example.exchange)
    object["exchange"] = {{"bad", simulation_object(exchange->bad, simulated_url)},
                          {"good", simulation_object(exchange->good, simulated_url)},
                          {"outcome", exchange_outcome(*exchange)}};
  if (example.fixed)
    object["fixed"] = {{"safety", example.fixed->safety == Safety::safe ? "safe" : "unsafe"},
                       {"text", example.fixed->text}};
  return dumped(object, 2);
}

}  // namespace corslint
