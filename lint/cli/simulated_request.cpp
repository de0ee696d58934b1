#include "lint/cli/simulated_request.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "lint/report/printable.h"
#include "lint/run/request_header.h"
#include "rules/fetch/type_error.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> keys{"origin", "method", "headers", "credentials"};

std::string unknown_key(const std::string& key) {
  const auto nearest = nearest_of(key, {keys.begin(), keys.end()});
  return "unknown key `" + printable(key) + '`' +
         (nearest.empty() ? "" : "; did you mean `" + std::string(nearest) + "`?");
}

/// Reads the headers into the request; what is wrong with them, or nothing.
std::string read_headers(const Json& headers, Request& request) {
  if (headers.is_array()) {
    for (const auto& name : headers) {
      if (!name.is_string()) return "`headers` holds something that is no string";
      request.headers.push_back(header_of(name.get_ref<const std::string&>()));
    }
    return {};
  }
  if (!headers.is_object()) return "`headers` is no list of names and no object";
  for (const auto& [name, value] : headers.items()) {
    if (!value.is_string()) return "the value of the header `" + printable(name) + "` is no string";
    request.headers.push_back({name, value.get<std::string>()});
  }
  return {};
}

std::string read_member(const std::string& key, const Json& value, Request& request) {
  if (key == "headers") return read_headers(value, request);
  if (key == "credentials") {
    if (!value.is_boolean()) return "`credentials` is not true or false";
    request.credentials_mode = value.get<bool>() ? CredentialsMode::include : CredentialsMode::omit;
    return {};
  }
  if (key != "origin" && key != "method") return unknown_key(key);
  if (!value.is_string()) return '`' + key + "` is no string";
  (key == "origin" ? request.origin : request.method) = value.get<std::string>();
  return {};
}

}  // namespace

SimulatedRequest request_of_line(std::string_view line) {
  constexpr bool throws = false;
  const auto object = Json::parse(line, nullptr, throws);
  if (object.is_discarded()) return {.problem = "this is no JSON"};
  if (!object.is_object()) return {.problem = "this is no JSON object"};
  Request request;
  for (const auto& [key, value] : object.items()) {
    auto problem = read_member(key, value, request);
    if (!problem.empty()) return {.problem = std::move(problem)};
  }
  if (!object.contains("origin")) return {.problem = "`origin` is missing"};
  auto error = type_error(request);
  if (!error.empty()) return {.problem = printable(error)};
  return {.request = std::move(request)};
}

}  // namespace corslint
