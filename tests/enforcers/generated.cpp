// Policies set each key with even odds, mostly to one to four entries; switches are on, off or not
// there. The requests of a policy draw their origins from one collection: the policy's own entries
// and small mutations of them, walks through the automata of its patterns, and the pool's.

#include "tests/enforcers/generated.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "rules/enforcers/enforcer.h"
#include "rules/enforcers/entry_meaning.h"
#include "rules/pattern/reading.h"
#include "rules/policy/ascii.h"

namespace corslint::tests {
namespace {

constexpr std::size_t requests_per_policy = 40;

class PolicyMaker {
 public:
  PolicyMaker(Chance& chance, const Pool& pool) : chance_{chance}, pool_{pool} {}

  Policy made() {
    Policy policy;
    policy.origins = list("origins", pool_.origins, 4);
    policy.origin_patterns = list("patterns", pool_.patterns, pool_.patterns_at_most);
    policy.methods = list("methods", pool_.methods, 4);
    policy.headers = list("headers", pool_.headers, 4);
    policy.exposed_headers = list("exposed_headers", pool_.exposed_headers, 3);
    policy.any_origin = flag(pool_.any_origin);
    policy.credentials = flag(pool_.credentials);
    policy.private_network = flag(pool_.private_network);
    policy.vary = flag(pool_.vary);
    policy.send_wildcard = flag(pool_.send_wildcard);
    policy.origin_globs = flag(pool_.origin_globs);
    policy.max_age = number(pool_.max_ages);
    policy.preflight_status = number(pool_.preflight_statuses);
    policy.span = {.begin = 1, .end = place_};
    return policy;
  }

 private:
  Span next_span() {
    place_ += 2;
    return {.begin = place_ - 2, .end = place_ - 1};
  }

  Text text(const std::string& value) {
    const Span span = next_span();
    return {.value = value, .span = span, .content = span, .removal = {}};
  }

  TextList list(const char* key, const std::vector<std::string>& entries, std::size_t at_most) {
    TextList list;
    if (entries.empty() || chance_.one_in(3)) return list;
    list.key = key;
    list.key_span = next_span();
    list.span = next_span();
    if (pool_.single_strings && chance_.one_in(4)) {
      list.form = ListForm::single;
      list.entries.push_back(text(chance_.pick(entries)));
      return list;
    }
    list.form = ListForm::list;
    const std::size_t count = chance_.one_in(12) ? 0 : 1 + chance_.below(at_most);
    for (std::size_t i = 0; i < count; ++i) list.entries.push_back(text(chance_.pick(entries)));
    return list;
  }

  Flag flag(bool wanted) {
    if (!wanted || chance_.one_in(3)) return {};
    return {.value = !chance_.one_in(3), .key = {}, .key_span = next_span(), .span = next_span()};
  }

  Number number(const std::vector<std::int64_t>& values) {
    if (values.empty() || chance_.one_in(2)) return {};
    return {.value = chance_.pick(values), .key = {}, .key_span = next_span(), .span = next_span()};
  }

  Chance& chance_;
  const Pool& pool_;
  std::uint32_t place_ = 1;
};

std::string in_random_case(Chance& chance, std::string text) {
  for (char& c : text)
    if (chance.one_in(2)) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string with_stars_filled(Chance& chance, const std::string& text) {
  static const std::vector<std::string> fillings{"app", "", "a.b", "3000", "x-1", "a/b", "A"};
  std::string result;
  for (const char c : text) result += c == '*' ? chance.pick(fillings) : std::string(1, c);
  return result;
}

/// The origin itself, or something that nearly looks like it.
std::string near(Chance& chance, const std::string& origin) {
  switch (chance.below(10)) {
    case 0:
      return origin + ".evil.net";
    case 1:
      return in_random_case(chance, origin);
    case 2:
      return origin + "/";
    case 3:
      return origin + ":8443";
    case 4:
      return origin.substr(0, origin.size() - std::min<std::size_t>(origin.size(), 1));
    case 5:
      return origin.substr(std::min<std::size_t>(origin.size(), 1));
    case 6:
      return ascii_lowered(origin);
    case 7:
      return origin + " x";
    default:
      return with_stars_filled(chance, origin);
  }
}

/// HTTP libraries cut blanks off and take nothing but printable ASCII unharmed.
bool can_be_sent(const std::string& value) {
  const auto printable = [](char c) { return c >= ' ' && c <= '~'; };
  return std::all_of(value.begin(), value.end(), printable) && stripped(value) == value;
}

void add_walks(Chance& chance, const EntryMeaning& meaning, std::vector<std::string>& origins) {
  if (meaning.kind != EntryMeaning::Kind::pattern) return;
  const auto reading = pattern::read_pattern(meaning.pattern);
  if (!reading.automaton) return;
  constexpr std::size_t walks_each = 6;
  for (auto& text : random_texts(chance, &*reading.automaton, walks_each))
    origins.push_back(std::move(text));
}

/// The origins that a policy is asked from.
std::vector<std::string> telling_origins(Chance& chance, const Pool& pool, const Policy& policy,
                                         const Enforcer& enforcer) {
  std::vector<std::string> origins;
  for (const Text& entry : policy.origins.entries) {
    for (int i = 0; i < 3; ++i) origins.push_back(entry.value);
    for (int i = 0; i < 6; ++i) origins.push_back(near(chance, entry.value));
    add_walks(chance, meaning_of_origin_entry(entry.value, policy, enforcer), origins);
  }
  for (const Text& entry : policy.origin_patterns.entries)
    add_walks(chance, meaning_of_pattern_entry(entry.value, policy, enforcer), origins);
  for (int i = 0; i < 12; ++i) origins.push_back(chance.pick(pool.request_origins));
  std::erase_if(origins, [](const std::string& origin) { return !can_be_sent(origin); });
  return origins;
}

std::string a_name(Chance& chance, const TextList& list, const std::vector<std::string>& others) {
  if (list.entries.empty() || chance.one_in(3)) return chance.pick(others);
  const std::string& name = list.entries[chance.below(list.entries.size())].value;
  return can_be_sent(name) ? name : chance.pick(others);
}

std::string requested_headers(Chance& chance, const Pool& pool, const Policy& policy) {
  static const std::vector<std::string> separators{",", ",", ", ", ", ", " , ", ",,", ",\t"};
  std::string value;
  const std::size_t count = chance.below(4);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) value += chance.pick(separators);
    const std::string name = a_name(chance, policy.headers, pool.requested_headers);
    value += chance.one_in(2) ? ascii_lowered(name) : in_random_case(chance, name);
  }
  if (chance.one_in(12)) value += ",";
  return value;
}

class RequestMaker {
 public:
  RequestMaker(Chance& chance, const Pool& pool, const Policy& policy, const Enforcer& enforcer)
      : chance_{chance},
        pool_{pool},
        policy_{policy},
        origins_{telling_origins(chance, pool, policy, enforcer)} {}

  ServerRequest made() {
    ServerRequest request;
    if (!chance_.one_in(9)) request.headers.push_back({"origin", chance_.pick(origins_)});
    if (chance_.one_in(3)) {
      static const std::vector<std::string> methods{"GET", "POST",  "PUT",    "HEAD",
                                                    "GET", "PATCH", "DELETE", "OPTIONS"};
      request.method = chance_.pick(methods);
      if (chance_.one_in(8)) ask(request);
    } else {
      request.method = "OPTIONS";
      if (!chance_.one_in(12)) ask(request);
    }
    if (chance_.one_in(3)) request.headers.push_back({"cookie", "session=1"});
    return request;
  }

 private:
  void ask(ServerRequest& request) {
    if (!chance_.one_in(15))
      request.headers.push_back({"access-control-request-method",
                                 a_name(chance_, policy_.methods, pool_.requested_methods)});
    if (!chance_.one_in(3))
      request.headers.push_back(
          {"access-control-request-headers", requested_headers(chance_, pool_, policy_)});
    if (pool_.asks_for_private_network && chance_.one_in(8))
      request.headers.push_back(
          {"access-control-request-private-network", chance_.one_in(6) ? "false" : "true"});
  }

  Chance& chance_;
  const Pool& pool_;
  const Policy& policy_;
  std::vector<std::string> origins_;
};

}  // namespace

Policy random_policy(Chance& chance, const Pool& pool) {
  return PolicyMaker(chance, pool).made();
}

std::vector<ServerRequest> random_requests(Chance& chance, const Pool& pool, const Policy& policy,
                                           const Enforcer& enforcer) {
  RequestMaker maker(chance, pool, policy, enforcer);
  std::vector<ServerRequest> requests;
  while (requests.size() < requests_per_policy) requests.push_back(maker.made());
  return requests;
}

}  // namespace corslint::tests
