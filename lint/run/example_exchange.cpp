// What a rule is about shows in the requests that its bad and its good example treat differently.
// They are searched for among those that the two policies themselves suggest, the likeliest first:
// plain requests from each origin, then every method and header name that one of the two lists.
#include "lint/run/example_exchange.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "lint/run/request_header.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/fetch/cors_check.h"
#include "rules/fetch/exposed_headers.h"
#include "rules/fetch/headers.h"
#include "rules/fetch/methods.h"
#include "rules/fetch/preflight.h"
#include "rules/fetch/type_error.h"
#include "rules/origin/origin.h"
#include "rules/policy/ascii.h"

namespace corslint {
namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view unnamed_origin = "https://attacker.example";

void add_once(Texts& texts, const std::string& text) {
  if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
}

/// What a browser sends for an entry that is written like that; empty where it sends no such thing.
std::string sendable(const std::string& entry) {
  if (equal_ignoring_case(entry, "null")) return "null";
  return Origin::parse(entry).is_canonical() ? entry : std::string();
}

void add_origins(Texts& origins, const TextList& list, std::optional<Span> within) {
  for (const auto& entry : list.entries) {
    if (within && !contains(*within, entry.span) && !contains(entry.span, *within)) continue;
    const auto origin = sendable(entry.value);
    if (!origin.empty()) add_once(origins, origin);
  }
}

bool allows_credentials(const EnforcedPolicy& side) {
  return side.policy.credentials.value.value_or(side.enforcer.credentials_by_default);
}

bool is_allowed(const Simulation& simulation) {
  return !simulation.reason.has_value();
}

bool lets_in(const ExampleExchange& exchange) {
  return is_allowed(exchange.bad) && !is_allowed(exchange.good);
}

bool keeps_out(const ExampleExchange& exchange) {
  return !is_allowed(exchange.bad) && is_allowed(exchange.good);
}

bool is_read_differently(const ExampleExchange& exchange) {
  return is_allowed(exchange.bad) && is_allowed(exchange.good) &&
         readable_headers(exchange.bad) != readable_headers(exchange.good);
}

/// What the answers say to caches, from an origin that gets one at all.
bool is_kept_differently(const ExampleExchange& exchange) {
  const auto kept = [](const Simulation& simulation) {
    const auto& preflight = simulation.preflight_response;
    return std::pair(get(simulation.response.headers, "vary"),
                     preflight ? get(preflight->headers, "access-control-max-age") : std::nullopt);
  };
  return !cors_check(exchange.good.request, exchange.good.response) &&
         kept(exchange.bad) != kept(exchange.good);
}

class Search {
 public:
  Search(const EnforcedPolicy& bad, const EnforcedPolicy& good, PatternMatchers& matchers)
      : bad_(bad), good_(good), matchers_(matchers) {
    const bool with_credentials = allows_credentials(bad) || allows_credentials(good);
    modes_ = {with_credentials ? CredentialsMode::include : CredentialsMode::omit,
              with_credentials ? CredentialsMode::omit : CredentialsMode::include};
  }

  void try_origins(const Texts& origins) {
    for (const auto& origin : origins)
      try_request({.origin = origin, .method = "GET", .headers = {}});
  }

  void try_names(const std::string& origin) {
    auto methods = names_of(&Policy::methods);
    // What needs no permission shows least of a list.
    std::stable_partition(methods.begin(), methods.end(), [](const std::string& method) {
      return !is_cors_safelisted_method(method);
    });
    for (const auto& method : methods)
      try_request({.origin = origin, .method = method, .headers = {}});
    for (const auto& name : names_of(&Policy::headers))
      try_request({.origin = origin, .method = "GET", .headers = {header_of(name)}});
    // A preflight, whatever is listed.
    try_request({.origin = origin, .method = "PUT", .headers = {}});
  }

  /// The origin that may read with the good policy, else the first.
  std::string admitted_origin(const Texts& origins) const {
    const auto found =
        first([](const ExampleExchange& exchange) { return is_allowed(exchange.good); });
    return found ? found->good.request.origin : origins.front();
  }

  void forget() { tried_.clear(); }

  template <typename Condition>
  std::optional<ExampleExchange> first(Condition condition) const {
    const auto found = std::ranges::find_if(tried_, condition);
    if (found == tried_.end()) return std::nullopt;
    return *found;
  }

 private:
  void try_request(Request request) {
    if (!type_error(request).empty()) return;
    for (const auto mode : modes_) {
      request.credentials_mode = mode;
      tried_.push_back({simulate(bad_.policy, bad_.enforcer, request, matchers_),
                        simulate(good_.policy, good_.enforcer, request, matchers_)});
    }
  }

  Texts names_of(TextList Policy::*list) const {
    Texts names;
    for (const Policy* policy : {&good_.policy, &bad_.policy}) {
      for (const auto& entry : (policy->*list).entries) {
        if (entry.value != "*") add_once(names, entry.value);
      }
    }
    return names;
  }

  const EnforcedPolicy& bad_;
  const EnforcedPolicy& good_;
  PatternMatchers& matchers_;
  std::array<CredentialsMode, 2> modes_{};
  std::vector<ExampleExchange> tried_;
};

bool can_match(const EnforcedPolicy& side, PatternMatchers& matchers) {
  const auto matchable = [&](const EntryMeaning& meaning) {
    return meaning.kind != EntryMeaning::Kind::pattern || matchers.can_match(meaning.pattern);
  };
  return std::ranges::all_of(
             side.policy.origins.entries,
             [&](const Text& entry) {
               return matchable(meaning_of_origin_entry(entry.value, side.policy, side.enforcer));
             }) &&
         std::ranges::all_of(side.policy.origin_patterns.entries, [&](const Text& entry) {
           return matchable(meaning_of_pattern_entry(entry.value, side.policy, side.enforcer));
         });
}

Texts origins_to_try(const Finding& finding, const Policy& bad, const Policy& good) {
  Texts origins;
  if (!finding.witness.empty()) origins.push_back(finding.witness);
  add_origins(origins, bad.origins, finding.span);
  add_origins(origins, good.origins, std::nullopt);
  add_origins(origins, bad.origins, std::nullopt);
  add_once(origins, std::string(unnamed_origin));
  return origins;
}

}  // namespace

std::vector<std::string> readable_headers(const Simulation& simulation) {
  auto exposed = exposed_headers(simulation.request, simulation.response);
  if (exposed.every) return {"*"};
  // With credentials `*` is a name, and no response has a header of it.
  std::erase_if(exposed.names, [](const std::string& name) {
    return name == "*" || is_cors_safelisted_response_header_name(name) ||
           is_forbidden_response_header_name(name);
  });
  return std::move(exposed.names);
}

std::optional<ExampleExchange> telling_exchange(const Rule& rule, const Finding& finding,
                                                const EnforcedPolicy& bad,
                                                const EnforcedPolicy& good,
                                                PatternMatchers& matchers) {
  if (bad.enforcer.answer == nullptr || good.enforcer.answer == nullptr) return std::nullopt;
  if (!can_match(bad, matchers) || !can_match(good, matchers)) return std::nullopt;
  const auto origins = origins_to_try(finding, bad.policy, good.policy);
  Search search(bad, good, matchers);
  search.try_origins(origins);
  const auto admitted = search.admitted_origin(origins);
  // A rule about names shows in them, whoever else is let in.
  const bool is_about_names = rule.group == Group::methods || rule.group == Group::headers;
  if (is_about_names) search.forget();
  search.try_names(admitted);
  if (is_about_names) search.try_names(std::string(unnamed_origin));
  if (is_about_names) search.try_origins(origins);
  const bool is_weakness = rule.weakness.severity != SecuritySeverity::none;
  std::vector conditions{keeps_out, is_read_differently, is_kept_differently};
  if (is_weakness) {
    conditions.insert(conditions.begin(), lets_in);
  } else if (!is_about_names) {
    conditions.insert(conditions.begin() + 1, lets_in);
  }
  for (const auto condition : conditions) {
    if (auto exchange = search.first(condition)) return exchange;
  }
  return std::nullopt;
}

}  // namespace corslint
