// ingress-nginx, whose annotations `nginx.ingress.kubernetes.io/cors-*` become a piece of nginx
// configuration. Read in its source (internal/ingress/annotations/cors/main.go,
// internal/ingress/controller/template/template.go, rootfs/etc/nginx/template/nginx.tmpl) at 1.15;
// the piece that it writes run in nginx 1.22 with headers-more. Earlier releases take http and
// https alone and no `null`, and each release reads its annotations a little stricter.
//
// The origins become `$http_origin ~* ((a)|(b))$`: letter case does not count, `*` is one label,
// and nothing binds the beginning, so that `null` admits every origin that ends in it and
// `https://a.com` one with a scheme that ends in `https`, which no browser has. Where nothing
// stands behind the last comma, nothing is what has to match: everyone is admitted. Without an
// Origin nginx compares an empty text, and leaves Access-Control-Allow-Origin out.

#include <algorithm>

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/enforcers/ingress_annotations.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

constexpr int status_no_content = 204;
constexpr std::int64_t default_max_age = 1728000;

bool is_label_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// Whether the lowered origin ends in what the item stands for.
bool item_matches(std::string_view item, std::string_view origin) {
  const auto lowered = ascii_lowered(item);
  const auto star = lowered.find('*');
  if (star == std::string::npos) return origin.ends_with(lowered);
  const auto behind = std::string_view(lowered).substr(star + 1);
  if (!origin.ends_with(behind)) return false;
  origin.remove_suffix(behind.size());
  const auto label = std::find_if_not(origin.rbegin(), origin.rend(), is_label_byte);
  const auto length = static_cast<std::size_t>(label - origin.rbegin());
  origin.remove_suffix(length);
  return length > 0 && origin.ends_with(lowered.substr(0, star));
}

bool is_admitted(const IngressOrigins& origins, std::string_view origin) {
  if (origins.kind != IngressOrigins::Kind::items) return true;
  const auto lowered = ascii_lowered(origin);
  return std::any_of(origins.items.begin(), origins.items.end(),
                     [&](const std::string& item) { return item_matches(item, lowered); });
}

void add_unless_empty(HeaderList& headers, std::string_view name, std::string value) {
  if (!value.empty()) headers.push_back({std::string(name), std::move(value)});
}

Response answer_of_nginx(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  const auto origins = ingress_origins(policy);
  const auto origin = request_header(exchange, "origin").value_or("");
  Response response;
  if (!is_admitted(origins, origin)) return response;
  const bool everyone = origins.kind == IngressOrigins::Kind::everyone;
  auto& headers = response.headers;
  add_unless_empty(headers, "access-control-allow-origin", everyone ? "*" : origin);
  if (policy.credentials.value.value_or(true))
    headers.push_back({"access-control-allow-credentials", "true"});
  headers.push_back({"access-control-allow-methods", ingress_methods(policy)});
  headers.push_back({"access-control-allow-headers", ingress_headers(policy)});
  add_unless_empty(headers, "access-control-expose-headers", ingress_exposed_headers(policy));
  headers.push_back(
      {"access-control-max-age", std::to_string(policy.max_age.value.value_or(default_max_age))});
  if (exchange.request.method == "OPTIONS") response.status = status_no_content;
  return response;
}

EntryMeaning anything() {
  return {.kind = EntryMeaning::Kind::glob, .text = "*"};
}

EntryMeaning meaning_of_item(std::string_view item) {
  constexpr auto insensitive = LetterCase::insensitive;
  if (!is_ingress_origin(item)) return {};
  if (item == "null")
    return {.kind = EntryMeaning::Kind::pattern,
            .text = "null",
            .letter_case = insensitive,
            .pattern = {.pattern = "null",
                        .syntax = Syntax::pcre,
                        .mode = MatchMode::suffix,
                        .letter_case = insensitive}};
  const bool has_star = item.find('*') != std::string_view::npos;
  return {.kind = has_star ? EntryMeaning::Kind::glob : EntryMeaning::Kind::origin,
          .text = std::string(item),
          .letter_case = insensitive,
          .glob = GlobMeaning::one_label};
}

/// Whether nothing but entries that are skipped stands behind the last empty one.
bool ends_empty(const TextList& origins) {
  const auto counts = [](const Text& entry) {
    return stripped(entry.value).empty() || is_ingress_origin(stripped(entry.value));
  };
  const auto last = std::find_if(origins.entries.rbegin(), origins.entries.rend(), counts);
  return last != origins.entries.rend() && stripped(last->value).empty();
}

/// Two entries open the policy to everyone by accident: one that the validator refuses, and an
/// empty one at the end.
EntryMeaning meaning_in_annotation(std::string_view entry, const Policy& policy) {
  const auto item = stripped(entry);
  if (item == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  if (!is_valid_ingress_value(item)) return anything();
  return item.empty() && ends_empty(policy.origins) ? anything() : meaning_of_item(item);
}

}  // namespace

constinit const Enforcer enforcer::ingress_nginx{
    .name = "ingress-nginx",
    .since = "",
    .title = "ingress-nginx",
    .summary = "annotations nginx.ingress.kubernetes.io/cors-* of a Kubernetes Ingress",
    .comparison = OriginComparison::both_lowered,
    .glob = GlobSupport::one_label,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "ingress-nginx sends `Access-Control-Allow-Origin: *` with "
        "`Access-Control-Allow-Credentials: true`, and browsers refuse that answer to every "
        "request with credentials",
    .empty_origins = EmptyOrigins::everybody,
    .empty_origins_text =
        "ingress-nginx takes a missing or empty annotation as `*`: every origin "
        "is admitted",
    .string_as_list_text = "",
    .method_wildcard = NameWildcard::everything,
    .header_wildcard = NameWildcard::not_supported,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .vary = VaryBehaviour::never,
    .trims_entries = true,
    .negative_max_age_allowed = true,
    .entry_meaning = meaning_in_annotation,
    .answer = answer_of_nginx,
    .comparison_text =
        "forgives letter case, and takes a value with a slash behind the host as "
        "`*`",
    .credentials_by_default = true,
    .everyone_by_default = true,
    .evidence = "its configuration run in nginx 1.22; its annotations read in the source of 1.15",
};

}  // namespace corslint
