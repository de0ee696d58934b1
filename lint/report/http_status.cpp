#include "lint/report/http_status.h"

#include <algorithm>
#include <array>

namespace corslint {
namespace {

struct StatusName {
  int status;
  std::string_view phrase;
};

constexpr auto status_names = std::to_array<StatusName>({
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {205, "Reset Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {409, "Conflict"},
    {410, "Gone"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
});

}  // namespace

std::string_view reason_phrase(int status) {
  const auto* const found = std::ranges::find(status_names, status, &StatusName::status);
  return found == status_names.end() ? std::string_view() : found->phrase;
}

}  // namespace corslint
