#include "rules/fetch/methods.h"

#include <algorithm>
#include <array>

#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::array<std::string_view, 6> normalized_names{"DELETE",  "GET",  "HEAD",
                                                           "OPTIONS", "POST", "PUT"};

constexpr auto registered = std::to_array<std::string_view>({
    "ACL",
    "BASELINE-CONTROL",
    "BIND",
    "CHECKIN",
    "CHECKOUT",
    "CONNECT",
    "COPY",
    "DELETE",
    "GET",
    "HEAD",
    "LABEL",
    "LINK",
    "LOCK",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MKREDIRECTREF",
    "MKWORKSPACE",
    "MOVE",
    "OPTIONS",
    "ORDERPATCH",
    "PATCH",
    "POST",
    "PRI",
    "PROPFIND",
    "PROPPATCH",
    "PUT",
    "QUERY",
    "REBIND",
    "REPORT",
    "SEARCH",
    "TRACE",
    "TRACK",
    "UNBIND",
    "UNCHECKOUT",
    "UNLINK",
    "UNLOCK",
    "UPDATE",
    "UPDATEREDIRECTREF",
    "VERSION-CONTROL",
});

}  // namespace

std::string normalized_method(std::string_view method) {
  return is_normalized_name(method) ? ascii_uppered(method) : std::string(method);
}

bool is_normalized_name(std::string_view method) {
  return std::any_of(normalized_names.begin(), normalized_names.end(),
                     [&](std::string_view name) { return equal_ignoring_case(name, method); });
}

bool is_cors_safelisted_method(std::string_view method) {
  return method == "GET" || method == "HEAD" || method == "POST";
}

bool is_forbidden_method(std::string_view method) {
  return equal_ignoring_case(method, "CONNECT") || equal_ignoring_case(method, "TRACE") ||
         equal_ignoring_case(method, "TRACK");
}

std::span<const std::string_view> registered_methods() {
  return registered;
}

bool is_registered_method(std::string_view method) {
  return std::find(registered.begin(), registered.end(), method) != registered.end();
}

}  // namespace corslint
