#include "lint/report/simulation_curl.h"

#include <algorithm>

#include "lint/report/printable.h"

namespace corslint {
namespace {

/// As one word of a POSIX shell: within single quotes only the quote itself has a meaning.
std::string shell_quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : printable(text)) result += c == '\'' ? std::string("'\\''") : std::string{c};
  return result + '\'';
}

/// What makes curl send the method. `-X HEAD` would wait for a body.
std::string method_option(const std::string& method) {
  if (method == "GET") return {};
  if (method == "HEAD") return " --head";
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-";
  const bool is_plain = method.find_first_not_of(plain) == std::string::npos;
  return " -X " + (is_plain ? method : shell_quoted(method));
}

}  // namespace

std::string curl_command(const ServerRequest& request, std::string_view url) {
  std::string command = "curl -sS -o /dev/null -D -" + method_option(request.method);
  for (const auto& [name, value] : request.headers) {
    auto header = name;
    // curl leaves a header without a value out unless its name ends with a semicolon.
    header += value.empty() ? ";" : ": ";
    header += value;
    command += " -H ";
    command += shell_quoted(header);
  }
  return command + ' ' + std::string(url);
}

}  // namespace corslint
