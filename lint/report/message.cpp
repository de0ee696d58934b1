#include "lint/report/message.h"

#include "lint/report/json_values.h"
#include "lint/report/printable.h"

namespace corslint {

std::string message_line(const Finding& finding) {
  auto message = whole_message(finding);
  const bool names_witness = message.find(finding.witness) != std::string::npos;
  if (!names_witness) message += " Witness: `" + finding.witness + "`.";
  return printable(message);
}

}  // namespace corslint
