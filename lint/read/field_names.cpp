#include "lint/read/field_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "rules/policy/ascii.h"
#include "rules/policy/nearest.h"

namespace corslint {
namespace {

struct Synonym {
  std::string_view key;  ///< in lower case and without separators
  Field field;
};

/// The keys of a policy, by field.
constexpr auto synonyms = std::to_array<Synonym>({
    {"accesscontrolalloworigin", Field::origins},
    {"accesscontrolalloworigins", Field::origins},
    {"alloworigin", Field::origins},
    {"alloworiginlist", Field::origins},
    {"alloworigins", Field::origins},
    {"allowedorigin", Field::origins},
    {"allowedoriginlist", Field::origins},
    {"allowedorigins", Field::origins},
    {"allowedoriginslist", Field::origins},
    {"origin", Field::origins},
    {"originallowlist", Field::origins},
    {"originlist", Field::origins},
    {"originwhitelist", Field::origins},
    {"origins", Field::origins},
    {"originsallowlist", Field::origins},
    {"originswhitelist", Field::origins},
    {"permittedorigins", Field::origins},
    {"whitelistedorigins", Field::origins},

    {"alloworiginpattern", Field::origin_patterns},
    {"alloworiginpatterns", Field::origin_patterns},
    {"alloworiginregex", Field::origin_patterns},
    {"alloworiginregexes", Field::origin_patterns},
    {"alloworiginregexp", Field::origin_patterns},
    {"alloworiginsregex", Field::origin_patterns},
    {"allowedoriginpattern", Field::origin_patterns},
    {"allowedoriginpatterns", Field::origin_patterns},
    {"allowedoriginregex", Field::origin_patterns},
    {"allowedoriginregexes", Field::origin_patterns},
    {"allowedoriginregexp", Field::origin_patterns},
    {"allowedoriginspattern", Field::origin_patterns},
    {"allowedoriginspatterns", Field::origin_patterns},
    {"allowedoriginsregex", Field::origin_patterns},
    {"originpattern", Field::origin_patterns},
    {"originpatterns", Field::origin_patterns},
    {"originregex", Field::origin_patterns},
    {"originregexes", Field::origin_patterns},
    {"originregexp", Field::origin_patterns},
    {"originregexwhitelist", Field::origin_patterns},
    {"originsregex", Field::origin_patterns},

    {"accesscontrolallowmethods", Field::methods},
    {"allowmethod", Field::methods},
    {"allowmethods", Field::methods},
    {"allowedmethod", Field::methods},
    {"allowedmethods", Field::methods},
    {"method", Field::methods},
    {"methods", Field::methods},

    {"accesscontrolallowheaders", Field::headers},
    {"allowheader", Field::headers},
    {"allowheaders", Field::headers},
    {"allowedheader", Field::headers},
    {"allowedheaders", Field::headers},
    {"headers", Field::headers},

    {"accesscontrolexposeheaders", Field::exposed_headers},
    {"expose", Field::exposed_headers},
    {"exposeheader", Field::exposed_headers},
    {"exposeheaders", Field::exposed_headers},
    {"exposed", Field::exposed_headers},
    {"exposedheader", Field::exposed_headers},
    {"exposedheaders", Field::exposed_headers},

    {"allorigins", Field::any_origin},
    {"allowall", Field::any_origin},
    {"allowallorigin", Field::any_origin},
    {"allowallorigins", Field::any_origin},
    {"allowanyorigin", Field::any_origin},
    {"allowanyorigins", Field::any_origin},
    {"anyorigin", Field::any_origin},
    {"originallowall", Field::any_origin},
    {"originsallowall", Field::any_origin},

    {"accesscontrolallowcredentials", Field::credentials},
    {"allowcredential", Field::credentials},
    {"allowcredentials", Field::credentials},
    {"allowedcredentials", Field::credentials},
    {"credentials", Field::credentials},
    {"supportcredentials", Field::credentials},
    {"supportscredentials", Field::credentials},
    {"withcredentials", Field::credentials},

    {"accesscontrolallowprivatenetwork", Field::private_network},
    {"allowprivatenetwork", Field::private_network},
    {"allowprivatenetworkaccess", Field::private_network},
    {"privatenetwork", Field::private_network},
    {"privatenetworkaccess", Field::private_network},

    {"enable", Field::enabled},
    {"enabled", Field::enabled},
    {"isenabled", Field::enabled},

    {"addvaryheader", Field::vary},
    {"vary", Field::vary},
    {"varyheader", Field::vary},
    {"varyorigin", Field::vary},

    {"alwayssendwildcard", Field::send_wildcard},
    {"sendwildcard", Field::send_wildcard},

    {"allowsubdomains", Field::origin_globs},
    {"allowwildcard", Field::origin_globs},
    {"allowwildcardsubdomains", Field::origin_globs},
    {"setisoriginallowedtoallowwildcardsubdomains", Field::origin_globs},

    {"accesscontrolmaxage", Field::max_age},
    {"maxage", Field::max_age},
    {"maxageinseconds", Field::max_age},
    {"maxagesec", Field::max_age},
    {"maxageseconds", Field::max_age},
    {"maxagesecs", Field::max_age},
    {"preflightmaxage", Field::max_age},
    {"preflightmaxageseconds", Field::max_age},

    {"optionsresponsestatuscode", Field::preflight_status},
    {"optionsstatuscode", Field::preflight_status},
    {"optionssuccessstatus", Field::preflight_status},
    {"preflightstatus", Field::preflight_status},

    {"dialect", Field::dialect},
    {"environment", Field::environment},
});

/// Words that mean origins only beside `cors`.
constexpr auto beside_cors = std::to_array<Synonym>({
    {"alloweddomain", Field::origins},
    {"alloweddomains", Field::origins},
    {"allowedurl", Field::origins},
    {"allowedurls", Field::origins},
    {"allowlist", Field::origins},
    {"domain", Field::origins},
    {"domains", Field::origins},
    {"http", Field::origins},  // HTTPCors of geth
    {"url", Field::origins},
    {"urls", Field::origins},
    {"whitelist", Field::origins},
    {"use", Field::enabled},
    {"enabledunsafe", Field::any_origin},  // enabled-unsafe-cors of the Cosmos SDK
    {"enableunsafe", Field::any_origin},
});

/// In the order of `Field`.
constexpr auto spellings = std::to_array<std::string_view>({
    "allow_origins",
    "allow_origin_regex",
    "allow_methods",
    "allow_headers",
    "expose_headers",
    "allow_all_origins",
    "allow_credentials",
    "allow_private_network",
    "enabled",
    "vary",
    "send_wildcard",
    "allow_wildcard",
    "max_age",
    "options_success_status",
    "dialect",
    "environment",
});

constexpr auto short_keys =
    std::to_array<std::string_view>({"origins", "methods", "headers", "credentials"});

constexpr auto suggested_keys = [] {
  std::array<std::string_view, spellings.size() + short_keys.size()> keys{};
  std::ranges::copy(short_keys, std::ranges::copy(spellings, keys.begin()).out);
  return keys;
}();

std::string normalised(std::string_view key) {
  std::string result;
  for (const char c : key)
    if (c != '_' && c != '-' && c != '.' && c != ' ') result += ascii_lowered(c);
  return result;
}

std::optional<Field> found_in(std::span<const Synonym> table, std::string_view key) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Synonym& synonym) { return synonym.key == key; });
  if (found == table.end()) return std::nullopt;
  return found->field;
}

}  // namespace

std::optional<Field> field_named(std::string_view key) {
  return found_in(synonyms, normalised(key));
}

std::optional<Field> cors_field_named(std::string_view key) {
  constexpr std::string_view word = "cors";
  auto rest = normalised(key);
  const auto at = rest.find(word);
  if (at == std::string::npos) return std::nullopt;
  rest.erase(at, word.size());
  const auto usual = found_in(synonyms, rest);
  return usual ? usual : found_in(beside_cors, rest);
}

std::string_view field_name(Field field) {
  return spellings.at(static_cast<std::size_t>(field));
}

std::span<const std::string_view> field_spellings() {
  return spellings;
}

std::string_view nearest_field_key(std::string_view key) {
  return nearest_of(ascii_lowered(key), suggested_keys);
}

}  // namespace corslint
