#include "lint/report/example_exchange.h"

#include <algorithm>
#include <vector>

#include "lint/report/http_message.h"
#include "lint/report/paragraphs.h"
#include "lint/report/printable.h"
#include "lint/report/simulation.h"
#include "lint/report/simulation_console.h"
#include "rules/fetch/headers.h"
#include "rules/fetch/preflight.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

/// The request without the Accept header that every preflight has.
ServerRequest in_short(ServerRequest request) {
  std::erase_if(request.headers, [](const Header& header) { return header.name == "accept"; });
  return request;
}

std::string messages(const Simulation& simulation) {
  if (simulation.start_failure) return {};
  std::string text;
  if (simulation.preflight_request)
    text += request_lines(in_short(*simulation.preflight_request)) +
            response_lines(*simulation.preflight_response);
  if (!is_request_sent(simulation)) return text;
  if (!text.empty()) text += '\n';
  return text + request_lines(simulation.server_request) + response_lines(simulation.response);
}

/// Whether only the letter of the Fetch standard refuses: there `*` never stands for Authorization,
/// and in browsers it does.
bool is_refused_by_letter_only(const Simulation& simulation) {
  if (simulation.preflight_reason != BlockReason::header_not_allowed) return false;
  if (simulation.request.credentials_mode == CredentialsMode::include) return false;
  const auto permitted = extract_header_list_values("access-control-allow-headers",
                                                    simulation.preflight_response->headers);
  const bool has_wildcard = std::ranges::find(permitted.names, "*") != permitted.names.end();
  return has_wildcard && is_cors_non_wildcard_request_header_name(
                             refused_header_name(simulation.request, permitted.names));
}

/// What the page does: "read the answer to `PUT`".
std::string reading(const Simulation& simulation) {
  const auto& request = simulation.request;
  std::string what = "the answer";
  if (request.method != "GET") what += " to " + printable_in_backticks(request.method);
  for (const auto& header : request.headers)
    what += " to a request with " + printable_in_backticks(header.name);
  return what;
}

std::string page_of(const Simulation& simulation) {
  return "the page at " + printable_in_backticks(simulation.request.origin);
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + printable_in_backticks(name);
  return text;
}

std::string let_in(const Simulation& simulation) {
  const bool with_cookies = simulation.request.credentials_mode == CredentialsMode::include;
  const auto headers = readable_headers(simulation);
  return "The browser lets " + page_of(simulation) + " read " + reading(simulation) +
         (headers.empty() ? "" : " with its header " + listed(headers)) +
         (with_cookies ? ", which was made with the user's cookies" : "");
}

std::string kept_out(const Simulation& simulation) {
  if (simulation.start_failure) return "The program does not start, and says this";
  if (is_refused_by_letter_only(simulation))
    return "A browser that follows the Fetch standard to the letter does not send the request, and "
           "none does so by default today";
  const bool is_asked_first = !is_request_sent(simulation);
  return "Chromium's console says so: " + page_of(simulation) + " does not get " +
         reading(simulation) + (is_asked_first ? ", since the request is never sent" : "");
}

std::string kept_out_no_more(const Simulation& simulation) {
  if (simulation.start_failure) return "With the good file it starts.";
  return is_refused_by_letter_only(simulation) ? "With the good file every browser sends it."
                                               : "With the good file it does.";
}

/// Which headers of the answer a script reads, as the end of a sentence.
std::string readable(const Simulation& simulation) {
  const auto headers = readable_headers(simulation);
  return headers.empty() ? "none but the safelisted response headers" : listed(headers) + " too";
}

HeaderList headers_of(const Simulation& simulation) {
  HeaderList headers;
  if (simulation.preflight_response) headers = simulation.preflight_response->headers;
  headers.insert(headers.end(), simulation.response.headers.begin(),
                 simulation.response.headers.end());
  return headers;
}

/// What the good answers say to caches and the bad ones do not.
std::string header_changes(const ExampleExchange& exchange) {
  const auto bad = headers_of(exchange.bad);
  std::vector<std::string> changes;
  for (const auto& header : headers_of(exchange.good)) {
    const bool is_for_caches = equal_ignoring_case(header.name, "vary") ||
                               equal_ignoring_case(header.name, "access-control-max-age");
    const auto line = header.name + ": " + header.value;
    const bool is_new = std::ranges::find(bad, header) == bad.end() &&
                        std::ranges::find(changes, line) == changes.end();
    if (is_for_caches && is_new) changes.push_back(line);
  }
  return changes.empty() ? "another header for caches" : listed(changes);
}

bool is_kept_out(const ExampleExchange& exchange) {
  return exchange.bad.reason && !exchange.good.reason;
}

}  // namespace

std::string exchange_message(const ExampleExchange& exchange) {
  const Simulation& bad = exchange.bad;
  if (!is_kept_out(exchange) || is_refused_by_letter_only(bad)) return {};
  return printable(bad.start_failure ? bad.start_failure->message
                                     : console_message(bad, simulated_url));
}

std::string exchange_outcome(const ExampleExchange& exchange) {
  const auto& [bad, good] = exchange;
  if (is_kept_out(exchange)) return kept_out(bad) + ". " + kept_out_no_more(bad);
  if (!bad.reason && good.reason) return let_in(bad) + ". With the good file it does not.";
  if (!bad.reason && readable_headers(bad) != readable_headers(good))
    return "The script may read " + readable(bad) + ". With the good file it may read " +
           readable(good) + ".";
  return "With the good file the answers have " + header_changes(exchange) + ".";
}

std::string exchange_block(const ExampleExchange& exchange, std::size_t width,
                           const Painter& painter) {
  constexpr std::string_view margin = "    ";
  auto text = code_block(messages(exchange.bad));
  const auto message = exchange_message(exchange);
  if (message.empty()) return text;
  if (!text.empty()) text += '\n';
  return text + painter.paint(paragraph(message, width, margin), Role::error);
}

}  // namespace corslint
