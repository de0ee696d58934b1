#include "lint/report/simulation_console.h"

#include <algorithm>

#include "lint/report/http_status.h"
#include "rules/fetch/preflight.h"
#include "rules/origin/origin.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// Chromium prints what is not printable ASCII as `\uXXXX`, each byte for itself.
std::string encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      result += c;
    } else {
      result += "\\u00";
      result += digits[byte >> 4U];
      result += digits[byte & 0xFU];
    }
  }
  return result;
}

bool is_scheme(std::string_view text) {
  constexpr std::string_view marks = "+-.";
  const auto is_letter = [](char c) { return ascii_lowered(c) >= 'a' && ascii_lowered(c) <= 'z'; };
  return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || marks.find(c) != std::string_view::npos;
  });
}

/// Whether Chromium takes the value for a URL. Behind a scheme that the URL Standard does not know
/// anything may stand, so that `example.com:80` is one.
bool is_url(const std::string& value) {
  const auto scheme = std::string_view(value).substr(0, value.find(':'));
  if (scheme.size() < value.size() && is_scheme(scheme) && !default_port(ascii_lowered(scheme)))
    return true;
  const auto parsed = Origin::parse(value);
  return parsed.origin && !parsed.origin->is_opaque();
}

/// Which of the texts about a wrong Access-Control-Allow-Origin is used.
std::string wrong_origin_text(const std::string& value) {
  const std::string header = "The 'Access-Control-Allow-Origin' header ";
  const std::string hint = '\'' + encoded(value) + '\'';
  constexpr std::string_view advice = " Have the server send the header with a valid value.";
  std::string text;
  if (value.find_first_of(" ,") != std::string::npos) {
    text = header + "contains multiple values " + hint + ", but only one is allowed.";
  } else if (value != "null" && !is_url(value)) {
    text = header + "contains the invalid value " + hint + '.';
  } else {
    text = header + "has a value " + hint + " that is not equal to the supplied origin.";
  }
  return text + std::string(advice);
}

/// What is said of a response that does not pass the CORS check.
std::string check_text(const Request& request, const Response& response) {
  const auto origin = get(response.headers, "access-control-allow-origin");
  if (!origin)
    return "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
  const bool include = request.credentials_mode == CredentialsMode::include;
  if (*origin == "*" && include)
    return "The value of the 'Access-Control-Allow-Origin' header in the response must not be the "
           "wildcard '*' when the request's credentials mode is 'include'.";
  if (*origin != request.origin) return wrong_origin_text(*origin);
  const auto credentials = get(response.headers, "access-control-allow-credentials");
  return "The value of the 'Access-Control-Allow-Credentials' header in the response is '" +
         encoded(credentials.value_or("")) +
         "' which must be 'true' when the request's credentials mode is 'include'.";
}

std::string unreadable_text(std::string_view header) {
  return "Cannot parse " + std::string(header) + " response header field in preflight response.";
}

std::string header_text(const Request& request, const Response& response) {
  const auto list = extract_header_list_values("access-control-allow-headers", response.headers);
  if (list.outcome == ExtractedValues::Outcome::failure)
    return unreadable_text("Access-Control-Allow-Headers");
  return "Request header field " + refused_header_name(request, list.names) +
         " is not allowed by Access-Control-Allow-Headers in preflight response.";
}

std::string preflight_text(const Simulation& simulation) {
  const Response& response = *simulation.preflight_response;
  const std::string start = "Response to preflight request doesn't pass access control check: ";
  if (cors_check(simulation.request, response))
    return start + check_text(simulation.request, response);
  if (simulation.preflight_reason == BlockReason::preflight_status)
    return start + "It does not have HTTP ok status.";
  if (simulation.preflight_reason == BlockReason::header_not_allowed)
    return header_text(simulation.request, response);
  const auto methods = extract_header_list_values("access-control-allow-methods", response.headers);
  if (methods.outcome == ExtractedValues::Outcome::failure)
    return unreadable_text("Access-Control-Allow-Methods");
  return "Method " + encoded(simulation.request.method) +
         " is not allowed by Access-Control-Allow-Methods in preflight response.";
}

}  // namespace

std::string console_message(const Simulation& simulation, std::string_view url) {
  if (simulation.start_failure || !simulation.reason) return {};
  const Request& request = simulation.request;
  const Response& response = simulation.response;
  const std::string start = "Access to fetch at '" + std::string(url) + "' from origin '" +
                            request.origin + "' has been blocked by CORS policy: ";
  if (simulation.preflight_reason) return start + preflight_text(simulation);
  if (cors_check(request, response)) return start + check_text(request, response);
  return "Failed to load resource: the server responded with a status of " +
         std::to_string(response.status) + " (" + std::string(reason_phrase(response.status)) + ')';
}

}  // namespace corslint
