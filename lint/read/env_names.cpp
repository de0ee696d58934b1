#include "lint/read/env_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "rules/policy/ascii.h"

// A name is cut into words (`App__CorsOrigins` into app, cors, origins). A word for the environment
// is set aside at either end. What is left is a group and a key: with the word `cors` in it the key
// starts there, without it only keys that say themselves whom they allow count.

namespace corslint {
namespace {

using Words = std::vector<std::string>;

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// Whether a new word starts at `at` inside a name in camel case: `corsOrigins`, `CORSOrigins`.
bool starts_word(std::string_view name, std::size_t at) {
  if (at == 0 || !is_upper(name[at])) return false;
  const bool before_lower = at + 1 < name.size() && is_lower(name[at + 1]);
  return is_lower(name[at - 1]) || (is_upper(name[at - 1]) && before_lower);
}

/// `corsorigins` and `enablecors` are two words each.
void add_word(Words& words, const std::string& word) {
  constexpr std::string_view cors = "cors";
  if (word.empty()) return;
  if (word.size() > cors.size() && word.starts_with(cors)) {
    words.emplace_back(cors);
    words.push_back(word.substr(cors.size()));
  } else if (word.size() > cors.size() && word.ends_with(cors)) {
    words.push_back(word.substr(0, word.size() - cors.size()));
    words.emplace_back(cors);
  } else {
    words.push_back(word);
  }
}

Words words_of(std::string_view name) {
  Words words;
  std::string word;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool separates = name[i] == '_' || name[i] == '-' || name[i] == '.';
    if (separates || starts_word(name, i)) {
      add_word(words, word);
      word.clear();
    }
    if (!separates) word += ascii_lowered(name[i]);
  }
  add_word(words, word);
  return words;
}

std::string joined(std::span<const std::string> words) {
  std::string result;
  for (const auto& word : words) {
    if (!result.empty()) result += '_';
    result += word;
  }
  return result;
}

/// Sets aside a word for the environment at either end.
Environment taken_environment(Words& words) {
  if (words.size() < 2) return Environment::unknown;
  if (const auto last = environment_named(words.back())) {
    words.pop_back();
    return *last;
  }
  if (const auto first = environment_named(words.front())) {
    words.erase(words.begin());
    return *first;
  }
  return Environment::unknown;
}

/// Sets aside a number at the end.
bool took_number(Words& words) {
  constexpr std::string_view digits = "0123456789";
  if (words.size() < 2 || words.back().find_first_not_of(digits) != std::string::npos) return false;
  words.pop_back();
  return true;
}

bool holds_list(Field field) {
  return field == Field::origins || field == Field::origin_patterns || field == Field::methods ||
         field == Field::headers || field == Field::exposed_headers;
}

/// Names with `cors` in them. A verb before that word belongs to the key: `TYPESENSE_ENABLE_CORS`,
/// `ALLOW_CORS_ORIGINS`.
std::optional<EnvRole> role_with_cors(std::span<const std::string> words) {
  constexpr auto verbs =
      std::to_array<std::string_view>({"allow", "allowed", "enable", "enabled", "is", "use"});
  const auto cors = std::find(words.begin(), words.end(), "cors");
  if (cors == words.end()) return std::nullopt;
  auto begin = static_cast<std::size_t>(cors - words.begin());
  if (begin > 0 && is_one_of(words[begin - 1], verbs)) --begin;
  EnvRole role{.group = joined(words.first(begin))};
  const auto key = words.subspan(begin);
  if (key.size() == 1) {
    role.evidence = EnvEvidence::value;
    return role;
  }
  const auto field = cors_field_named(joined(key));
  if (!field) return std::nullopt;
  role.field = *field;
  return role;
}

constexpr auto verbs_of_allowing = std::to_array<std::string_view>(
    {"access", "allow", "allowed", "expose", "exposed", "permitted", "preflight", "whitelisted"});

/// Names without `cors`: only a key that starts by saying that it allows, and that no other
/// mechanism with a list of origins is known for.
std::optional<EnvRole> role_with_verb(std::span<const std::string> words) {
  constexpr auto others = std::to_array<std::string_view>(
      {"actions", "csp", "embed", "fido", "fido2", "frame", "iframe", "oauth", "passkey",
       "postmessage", "redirect", "webauthn"});
  const bool is_other = std::any_of(words.begin(), words.end(),
                                    [&](const auto& word) { return is_one_of(word, others); });
  if (is_other) return std::nullopt;
  for (std::size_t begin = 0; begin + 1 < words.size(); ++begin) {
    if (!is_one_of(words[begin], verbs_of_allowing)) continue;
    const auto field = field_named(joined(words.subspan(begin)));
    // `ALLOW_ALL` may allow anything.
    const bool says_whom = field != Field::any_origin || words.back().starts_with("origin");
    if (field && says_whom) return EnvRole{.field = *field, .group = joined(words.first(begin))};
  }
  return std::nullopt;
}

constexpr auto words_for_addresses = std::to_array<std::string_view>(
    {"domain", "domains", "host", "hosts", "origin", "origins", "url", "urls"});

/// The front end's own address, which many programs take as the one origin that they admit.
std::optional<EnvRole> role_of_front_end(std::span<const std::string> words) {
  constexpr auto sides =
      std::to_array<std::string_view>({"admin", "app", "client", "dashboard", "frontend", "site",
                                       "spa", "ui", "web", "webapp", "website"});
  if (words.size() < 2 || !is_one_of(words.back(), words_for_addresses)) return std::nullopt;
  const bool split = words.size() > 2 && words[words.size() - 2] == "end";
  const auto side = split ? words[words.size() - 3] + "end" : words[words.size() - 2];
  // The program's own address stands in these as often as the front end's.
  const bool own = side == "app" && !words.back().starts_with("origin");
  if (!is_one_of(side, sides) || own) return std::nullopt;
  return EnvRole{.evidence = EnvEvidence::comment};
}

std::optional<EnvRole> role_in_product(std::string_view name) {
  struct Product {
    std::string_view variable;
    std::string_view dialect;
  };
  constexpr auto products = std::to_array<Product>({
      {"OLLAMA_ORIGINS", "ollama"},
  });
  const auto* const found = std::find_if(products.begin(), products.end(),
                                         [&](const Product& one) { return one.variable == name; });
  if (found == products.end()) return std::nullopt;
  return EnvRole{.group = "ollama", .dialect = found->dialect};
}

/// Whether the variable is a product's to whose entries no enforcer that is known does justice:
/// globs, patterns between slashes, lists with blanks between.
bool is_read_otherwise(std::string_view name) {
  constexpr auto beginnings = std::to_array<std::string_view>({
      "AIRFLOW__API__ACCESS_CONTROL_",  // blanks between the entries
      "CENTRIFUGO_",                    // blanks between globs
      "CKAN__CORS__",                   // blanks between the entries
      "GF_LIVE_",                       // Grafana: globs
      "GOTIFY_SERVER_CORS_",            // a YAML list of patterns
      "HASURA_GRAPHQL_CORS_",           // `*.` for one label
      "HTTP.CORS.",                     // Elasticsearch: `/.../` is a pattern
      "LANGFLOW_CORS_",                 // `*` for headers means all, with credentials too
      "LIGHTDASH_CORS_",                // `/.../` is a pattern
      "MERCURE_",                       // blanks between the entries
      "MINIO_API_CORS_",                // `*` anywhere
      "MLFLOW_SERVER_CORS_",            // globs
      "QUARKUS_HTTP_CORS",              // `/.../` is a pattern
      "SERVE_ADMIN_CORS_",              // Ory: `*.` below a registrable domain
      "SERVE_PUBLIC_CORS_",
      "REGISTRY_HTTP_HEADERS_",  // a YAML list
      "TUSD_CORS_",              // a pattern
      "VIKUNJA_CORS_",           // globs
  });
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) {
    return equal_ignoring_case(name.substr(0, beginning.size()), beginning);
  });
}

/// The dialect of the program whose variables begin so; empty for others.
std::string_view dialect_of_group(std::string_view group) {
  struct Product {
    std::string_view group;
    std::string_view dialect;
  };
  constexpr auto products = std::to_array<Product>({
      {"collector_otlp_http", "rs-cors"},  // Jaeger and what it takes from OpenTelemetry
      {"flask", "flask-cors"},
  });
  const auto* const found = std::ranges::find(products, group, &Product::group);
  return found == products.end() ? std::string_view() : found->dialect;
}

/// By byte, whether one of the words that a role depends on begins with it, in either case.
constexpr auto begins_telling_word = [] {
  std::array<bool, 256> begins{};
  const auto add = [&](std::string_view word) {
    begins[static_cast<unsigned char>(word.front())] = true;
    begins[static_cast<unsigned char>(word.front() - 'a' + 'A')] = true;
  };
  add("cors");
  for (const auto word : verbs_of_allowing) add(word);
  for (const auto word : words_for_addresses) add(word);
  return begins;
}();

/// Whether any word stands in the name that a role depends on. Most variables have none, and are
/// not worth being taken apart.
bool may_have_role(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (!begins_telling_word[static_cast<unsigned char>(name[at])]) continue;
    const auto begins = [&](std::string_view word) {
      return equal_ignoring_case(name.substr(at, word.size()), word);
    };
    if (begins("cors") || std::ranges::any_of(verbs_of_allowing, begins) ||
        std::ranges::any_of(words_for_addresses, begins))
      return true;
  }
  return false;
}

std::optional<EnvRole> role_of(std::span<const std::string> words) {
  if (auto role = role_with_cors(words)) return role;
  if (std::find(words.begin(), words.end(), "cors") != words.end()) return std::nullopt;
  if (auto role = role_with_verb(words)) return role;
  return role_of_front_end(words);
}

}  // namespace

std::optional<EnvRole> env_role(std::string_view name) {
  if (auto role = role_in_product(name)) return role;
  if (!may_have_role(name)) return std::nullopt;
  Words words = words_of(name);
  const auto is_forgery = [](const auto& word) { return word == "csrf" || word == "xsrf"; };
  if (std::any_of(words.begin(), words.end(), is_forgery)) return std::nullopt;
  const bool is_element = took_number(words);
  const auto environment = taken_environment(words);
  auto role = role_of(words);
  if (!role || (is_element && !holds_list(role->field))) return std::nullopt;
  role->is_element = is_element;
  role->environment = environment;
  if (is_read_otherwise(name)) {
    if (role->field != Field::origins) return std::nullopt;
    role->evidence = EnvEvidence::everyone;
  }
  role->dialect = dialect_of_group(role->group);
  return role;
}

}  // namespace corslint
