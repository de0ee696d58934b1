#include "lint/report/http_message.h"

#include "lint/report/http_status.h"
#include "lint/report/printable.h"

namespace corslint {
namespace {

std::string header_lines(std::string_view mark, const HeaderList& headers) {
  std::string text;
  for (const auto& [name, value] : headers)
    text += std::string(mark) + printable(name) + ": " + printable(value) + '\n';
  return text;
}

}  // namespace

std::string request_lines(const ServerRequest& request) {
  return "> " + printable(request.method) + " / HTTP/1.1\n" + header_lines("> ", request.headers);
}

std::string response_lines(const Response& response) {
  const auto phrase = reason_phrase(response.status);
  return "< HTTP/1.1 " + std::to_string(response.status) + (phrase.empty() ? "" : " ") +
         std::string(phrase) + '\n' + header_lines("< ", response.headers);
}

}  // namespace corslint
