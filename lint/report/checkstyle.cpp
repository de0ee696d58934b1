#include <string>

#include "lint/report/artifact_uri.h"
#include "lint/report/message.h"
#include "lint/report/report.h"
#include "lint/report/xml.h"

namespace corslint {
namespace {

std::string error_element(const SourceFile& file, const Diagnostic& diagnostic) {
  const auto position = file.position(diagnostic.finding.span.begin);
  return "    <error" + xml_attribute("line", std::to_string(position.line)) +
         xml_attribute("column", std::to_string(position.column)) +
         xml_attribute("severity", severity_name(diagnostic.severity)) +
         xml_attribute("message", message_line(diagnostic.finding)) +
         xml_attribute("source", "corslint." + std::string(diagnostic.rule->id)) + "/>\n";
}

}  // namespace

std::string checkstyle_report(const Report& report) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<checkstyle version=\"4.3\">\n";
  for (const auto& file : report.files) {
    if (file.diagnostics.empty()) continue;
    text += "  <file" + xml_attribute("name", plain_path(file.file.path())) + ">\n";
    for (const auto& diagnostic : file.diagnostics) text += error_element(file.file, diagnostic);
    text += "  </file>\n";
  }
  return text + "</checkstyle>\n";
}

}  // namespace corslint
