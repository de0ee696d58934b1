// Files of literal headers: netlify.toml, `_headers`, vercel.json, firebase.json,
// staticwebapp.config.json. The host sends what stands there with every answer and compares
// nothing, so the browser alone decides: a value admits the one origin that it spells, or everyone
// where it is `*`. Several entries are one header value joined by `, `, which no browser takes.
// Known from the hosts' documentation; there is no program to run. The status of a preflight is the
// host's own affair: 200 is assumed, and a host that answers `OPTIONS` with 404 or 405 lets no
// preflight pass, whatever the headers say. A Vary is sent where the file names one.

#include "rules/enforcers/all.h"
#include "rules/enforcers/answering.h"
#include "rules/enforcers/entry_meaning.h"

namespace corslint {
namespace {

void add(const TextList& list, std::string_view header, HeaderList& headers) {
  if (!list.entries.empty())
    headers.push_back({std::string(header), joined(values_of(list), ", ")});
}

Response answer_as_written(const Exchange& exchange) {
  const Policy& policy = exchange.policy;
  Response response;
  auto& headers = response.headers;
  add(policy.origins, "access-control-allow-origin", headers);
  add(policy.methods, "access-control-allow-methods", headers);
  add(policy.headers, "access-control-allow-headers", headers);
  add(policy.exposed_headers, "access-control-expose-headers", headers);
  if (is_on(policy.credentials)) headers.push_back({"access-control-allow-credentials", "true"});
  if (is_on(policy.private_network))
    headers.push_back({"access-control-allow-private-network", "true"});
  if (policy.max_age.value)
    headers.push_back({"access-control-max-age", std::to_string(*policy.max_age.value)});
  if (is_on(policy.vary)) add_to_vary(response, "Origin");
  return response;
}

EntryMeaning meaning_as_written(std::string_view entry, const Policy& policy) {
  if (policy.origins.entries.size() > 1) return {};
  if (entry == "*") return {.kind = EntryMeaning::Kind::every_origin, .text = "*"};
  return {.kind = EntryMeaning::Kind::origin, .text = std::string(entry)};
}

}  // namespace

constinit const Enforcer enforcer::static_headers{
    .name = "static-headers",
    .since = "",
    .title = "the host",
    .summary = "files of literal headers: netlify.toml, vercel.json, firebase.json, _headers",
    .comparison = OriginComparison::exact,
    .glob = GlobSupport::none,
    .wildcard_with_credentials = WildcardWithCredentials::sends_wildcard,
    .wildcard_with_credentials_text =
        "The host sends both headers as they stand, and browsers refuse `*` with credentials",
    .empty_origins = EmptyOrigins::nobody,
    .empty_origins_text =
        "The host then sends no Access-Control-Allow-Origin, and browsers let "
        "nobody read",
    .string_as_list_text = "",
    .method_wildcard = NameWildcard::literal,
    .header_wildcard = NameWildcard::literal,
    .exposed_wildcard = NameWildcard::literal,
    .name_check = NameCheck::left_to_browser,
    .vary = VaryBehaviour::not_needed,
    .entry_meaning = meaning_as_written,
    .answer = answer_as_written,
    .comparison_text =
        "sends the value as it stands for the browser to compare, which takes one "
        "origin byte for byte or `*` alone",
    .evidence = "documented by the hosts; the status of a preflight is the host's own",
};

}  // namespace corslint
