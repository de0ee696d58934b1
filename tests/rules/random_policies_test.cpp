// Policies put together from what people write and get wrong, for every enforcer in turn: whatever
// is found, and whatever is not, the enforcer's model has to agree.

#include <array>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>

#include "lint/run/linter.h"
#include "rules/enforcers/enforcer.h"
#include "tests/rules/model_check.h"

namespace corslint {
namespace {

using Json = nlohmann::ordered_json;

constexpr auto origins = std::to_array<std::string_view>({
    "https://app.acme.io",
    "https://www.acme.io",
    "https://admin.acme.io:8443",
    "http://localhost:5173",
    "https://acme.io",
    "https://xn--bcher-kva.de",
    "https://app.acme.io/",
    "https://app.acme.io/admin",
    "HTTPS://App.acme.io",
    "https://app.acme.io:443",
    "https://app.acme.io.",
    "app.acme.io",
    " https://app.acme.io",
    "https://app.acme.io https://www.acme.io",
    "https://b\u00FCcher.de",
    "https://\u0430cme.io",
    "http://127.1:8080",
    "http://[::1]:3000",
    "tauri://localhost",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
    "wss://app.acme.io",
    "*",
    "null",
    "NULL",
    "",
    "https://*.acme.io",
    "https://*.acme.io:8443",
    "https://*.*.acme.io",
    "https://*acme.io",
    "https://acme.io*",
    "https://*",
    "http*://app.acme.io",
    "https://?.acme.io",
    R"(https://.*\.acme\.io)",
    R"(^https://[a-z]+\.acme\.io$)",
    R"(/https:\/\/[a-z]+\.acme\.io$/)",
    R"(https://(app|www).acme.io)",
});

constexpr auto patterns = std::to_array<std::string_view>({
    R"(https://[a-z0-9-]+\.acme\.io)",
    R"(^https://(app|www)\.acme\.io$)",
    R"(https://.*\.acme\.io)",
    R"(https://app.acme.io)",
    R"(https?://localhost(:\d+)?)",
    R"(acme\.io$)",
    R"(^https://app)",
    ".*",
    "[",
});

constexpr auto methods =
    std::to_array<std::string_view>({"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS",
                                     "put", "patch", "*", "TRACE", "G ET"});

constexpr auto headers =
    std::to_array<std::string_view>({"Content-Type", "Authorization", "X-Tenant", "x-request-id",
                                     "Accept", "*", "X-*", "Cookie", "x y"});

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : engine_{seed} {}

  Json policy(const Enforcer& enforcer) {
    Json policy;
    policy["dialect"] = std::string(enforcer.name) +
                        (enforcer.since.empty() ? "" : "@" + std::string(enforcer.since));
    if (one_in(8)) {
      policy["allow_origins"] = pick(origins);
    } else if (!one_in(8)) {
      policy["allow_origins"] = some(origins, 3);
    }
    if (one_in(12)) policy["allow_all_origins"] = one_in(2);
    if (one_in(3)) policy["allow_origin_regex"] = some(patterns, 2);
    if (!one_in(3)) policy["allow_methods"] = some(methods, 3);
    if (!one_in(2)) policy["allow_headers"] = some(headers, 3);
    if (!one_in(3)) policy["allow_credentials"] = one_in(2);
    return policy;
  }

  bool one_in(std::size_t count) { return engine_() % count == 0; }

 private:
  template <std::size_t Count>
  std::string pick(const std::array<std::string_view, Count>& pool) {
    return std::string(pool[engine_() % Count]);
  }

  template <std::size_t Count>
  Json some(const std::array<std::string_view, Count>& pool, std::size_t most) {
    auto list = Json::array();
    // What stands first in a pool is what most people write.
    for (std::size_t i = engine_() % (most + 1); i > 0; --i)
      list.push_back(one_in(2) ? std::string(pool[engine_() % 4]) : pick(pool));
    return list;
  }

  std::mt19937 engine_;
};

std::string as_toml(const Json& policy) {
  std::string text = "[cors]\n";
  for (const auto& [key, value] : policy.items()) text += key + " = " + value.dump() + '\n';
  return text;
}

std::string as_env(const Json& policy) {
  std::string text;
  for (const auto& [key, value] : policy.items()) {
    std::string name = "CORS_" + key;
    for (char& c : name) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    std::string written;
    if (value.is_array()) {
      for (const auto& item : value)
        written += (written.empty() ? "" : ",") + item.get<std::string>();
    } else {
      written = value.is_string() ? value.get<std::string>() : value.dump();
    }
    text += name + "='" + written + "'\n";
  }
  return text;
}

FileReport linted(const Json& policy, Format format) {
  const std::string text = format == Format::toml  ? as_toml(policy)
                           : format == Format::env ? as_env(policy)
                                                   : Json{{"cors", policy}}.dump(1);
  const std::string name = format == Format::toml  ? "cors.toml"
                           : format == Format::env ? ".env"
                                                   : "cors.json";
  return lint_file(SourceFile(name, text), format, {});
}

}  // namespace

TEST_CASE("models agree with what is found in policies of all sorts, and with what is not") {
  constexpr int policies_for_each = 25;
  Maker maker{1};
  test::ModelCheck all;
  for (const Enforcer* enforcer : enforcers()) {
    for (int i = 0; i < policies_for_each; ++i) {
      const Json policy = maker.policy(*enforcer);
      for (const Format format : {Format::toml, Format::json, Format::env}) {
        const auto report = linted(policy, format);
        const auto result = test::check_against_model(report, format);
        all.witnesses += result.witnesses;
        all.dead_entries += result.dead_entries;
        all.silent_entries += result.silent_entries;
        all.sound_requests += result.sound_requests;
        all.refused_names += result.refused_names;
        INFO(report.file.text());
        CHECK(result.contradictions == std::vector<std::string>());
      }
    }
  }
  CHECK(all.witnesses > 300);
  CHECK(all.dead_entries > 300);
  CHECK(all.silent_entries > 300);
  CHECK(all.sound_requests > 200);
  CHECK(all.refused_names > 10);
}

}  // namespace corslint
