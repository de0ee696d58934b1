// rack-cors, the middleware of Rails and other Ruby programs, with one `resource '*'` behind its
// `origins`. Read in its source (lib/rack/cors.rb, rack/cors/resources.rb, rack/cors/resource.rb)
// at 3.0.0, and run on 1.1.1 as Debian packs it; the two differ in the spelling of header names
// alone. A policy's patterns stand for the regular expressions among the origins, `*` among its
// methods or header names for `:any`, and its methods for the symbols of the same name.
//
// An entry that begins with `http://` or `https://`, and `file://`, is compared as it stands. Every
// other is a host, with a port or without: any scheme will do before it, and `null` is a host too.

#include <algorithm>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/fetch/token.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr std::string_view wildcard_failure =
    "Allowing credentials for wildcard origins is insecure. Please specify more restrictive "
    "origins or set 'credentials' to false in your CORS configuration.";
constexpr std::int64_t two_hours = 7200;

bool is_public(const Policy& policy) {
  return holds(policy.origins, "*");
}

/// Whether an entry is compared as it stands.
bool is_whole_origin(std::string_view entry) {
  return entry.starts_with("http://") || entry.starts_with("https://") || entry == "file://";
}

std::string quoted(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_token_character(c) && c != '*' && c != '.' && c != '+' && c != '|' && c != '^' &&
        c != '$') {
      result += c;
    } else {
      result += '\\';
      result += c;
    }
  }
  return result;
}

EntryMeaning meaning_of_host(std::string_view host) {
  return {.kind = EntryMeaning::Kind::pattern,
          .text = std::string(host),
          .pattern = {.pattern = "^[a-z][a-z0-9.+-]*:\\/\\/" + quoted(host) + "$",
                      .syntax = Syntax::ruby,
                      .mode = MatchMode::search}};
}

EntryMeaning meaning_in_rack(std::string_view entry, const Policy& /*policy*/) {
  if (entry.empty()) return {};
  if (entry == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  if (is_whole_origin(entry))
    return {.kind = EntryMeaning::Kind::origin, .text = std::string(entry)};
  return meaning_of_host(entry);
}

std::optional<StartFailure> failure_of_rack(const Policy& policy) {
  if (!is_public(policy) || !is_on(policy.credentials)) return std::nullopt;
  return StartFailure{std::string(wildcard_failure), policy.credentials.span};
}

/// The methods that are permitted, in upper case.
std::vector<std::string> permitted_methods(const Policy& policy) {
  if (!is_set(policy.methods)) return {"GET"};
  if (holds(policy.methods, "*"))
    return {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
  auto methods = values_of(policy.methods);
  for (auto& method : methods) method = ascii_uppered(method);
  return methods;
}

/// The elements of Access-Control-Request-Headers: Ruby's split drops empty ones at the end, and
/// only blanks behind a comma.
std::vector<std::string> requested_elements(std::string_view value) {
  std::vector<std::string> elements;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    elements.emplace_back(value.substr(begin, end - begin));
    begin = end + 1;
    while (begin < value.size() && (value[begin] == ' ' || value[begin] == '\t')) ++begin;
  }
  while (!elements.empty() && elements.back().empty()) elements.pop_back();
  return elements;
}

bool permits_headers(const Exchange& exchange) {
  const auto value = request_header(exchange, "access-control-request-headers");
  const TextList& list = exchange.policy.headers;
  if (!value || holds(list, "*")) return true;
  std::vector<std::string> permitted{"accept", "accept-language", "content-language",
                                     "content-type"};
  for (const auto& entry : list.entries) permitted.push_back(ascii_lowered(entry.value));
  const auto elements = requested_elements(*value);
  return std::all_of(elements.begin(), elements.end(), [&](const std::string& element) {
    return std::find(permitted.begin(), permitted.end(), ascii_lowered(element)) != permitted.end();
  });
}

HeaderList permissions(const Exchange& exchange, const std::string& origin) {
  const Policy& policy = exchange.policy;
  HeaderList headers{
      {"access-control-allow-origin", is_public(policy) ? "*" : origin},
      {"access-control-allow-methods", joined(permitted_methods(policy), ", ")},
      {"access-control-expose-headers", joined(values_of(policy.exposed_headers), ", ")},
      {"access-control-max-age", std::to_string(policy.max_age.value.value_or(two_hours))}};
  if (is_on(policy.credentials)) headers.push_back({"access-control-allow-credentials", "true"});
  return headers;
}

Response answer_preflight(const Exchange& exchange, const std::string& origin,
                          const std::string& method) {
  Response response;
  const auto methods = permitted_methods(exchange.policy);
  if (std::find(methods.begin(), methods.end(), ascii_uppered(method)) == methods.end() ||
      !permits_headers(exchange))
    return response;
  response.headers = permissions(exchange, origin);
  if (const auto asked = request_header(exchange, "access-control-request-headers"))
    response.headers.push_back({"access-control-allow-headers", *asked});
  return response;
}

Response answer_of_rack(const Exchange& exchange) {
  const auto origin = request_header(exchange, "origin");
  const auto method = request_header(exchange, "access-control-request-method");
  const bool is_admitted =
      origin && (is_public(exchange.policy) || entry_admits(exchange, *origin));
  if (origin && method && exchange.request.method == "OPTIONS")
    return is_admitted ? answer_preflight(exchange, *origin, *method) : Response{};
  Response response;
  if (is_admitted) response.headers = permissions(exchange, *origin);
  add_to_vary(response, "Origin");
  return response;
}

}  // namespace

constinit const Enforcer enforcer::rack_cors{
    .name = "rack-cors",
    .since = "",
    .title = "rack-cors",
    .summary = "Rack::Cors of Rails: config/initializers/cors.rb",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .pattern_syntax = Syntax::ruby,
    .pattern_mode = MatchMode::search,
    .wildcard_with_credentials = WildcardWithCredentials::refuses_to_start,
    .wildcard_with_credentials_text =
        "rack-cors raises CorsMisconfigurationError when the program starts",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text = "rack-cors then admits nobody",
    .string_as_list_text = "rack-cors takes the whole string as one entry",
    .string_is_one_entry = true,
    .method_wildcard = NameWildcard::everything,
    .header_wildcard = NameWildcard::mirrored,
    .exposed_wildcard = NameWildcard::literal,
    .adds_safelisted_headers = true,
    .entry_meaning = meaning_in_rack,
    .start_failure = failure_of_rack,
    .answer = answer_of_rack,
    .comparison_text =
        "compares an entry with `http://` or `https://` byte for byte and lets any "
        "scheme stand before every other",
    .evidence = "run on 1.1.1; read in the source of 3.0.0",
};

}  // namespace corslint
