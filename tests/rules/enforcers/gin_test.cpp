#include <catch2/catch.hpp>
#include <string>

#include "tests/rules/enforcers/answers.h"

namespace corslint::tests {
namespace {

TEST_CASE("gin-contrib/cors reads `/.../` as a pattern since 1.7.4", "[gin]") {
  const PolicyInBrief policy{.origins = {R"(/https://[a-z]+\.a\.com$/)"}};
  const std::string admitted = "GET origin=https://x.a.com";
  check_answers("gin", {{"validateOrigin",
                         policy,
                         admitted,
                         {"200", "access-control-allow-origin: https://x.a.com", "vary: Origin"}},
                        {"validateOrigin: what the pattern does not match ends with 403",
                         policy,
                         "GET origin=https://x.a.com.evil.net",
                         {"403"}}});
  CHECK(entries_admit("gin", policy, "https://x.a.com"));
  CHECK_FALSE(refusal("gin@1.7.3", policy).empty());
}

TEST_CASE("gin-contrib/cors lets a pattern begin with `^` since 1.7.7", "[gin]") {
  const PolicyInBrief policy{.origins = {R"(/^https://a\.com$/)"}};
  CHECK(refusal("gin", policy).empty());
  CHECK(refusal("gin@1.7.6", policy) ==
        "bad origin: origins must contain '*' or include http://,https://");
}

TEST_CASE("a pattern that does not compile makes gin-contrib/cors panic when it is reached",
          "[gin]") {
  check_answers("gin", {{"regexp.MustCompile in validateOrigin",
                         {.origins = {"https://b.com", "/https://(a.com/"}},
                         "GET origin=https://a.com",
                         {"500"}},
                        {"an entry before it admits",
                         {.origins = {"https://b.com", "/https://(a.com/"}},
                         "GET origin=https://b.com",
                         {"200", "access-control-allow-origin: https://b.com", "vary: Origin"}}});
}

TEST_CASE("gin-contrib/cors lowers its patterns too", "[gin]") {
  const PolicyInBrief policy{.origins = {R"(/https://\D\.com$/)"}};
  CHECK_FALSE(entries_admit("gin", policy, "https://a.com"));
  CHECK(entries_admit("gin", policy, "https://1.com"));
}

TEST_CASE("a star at the end took the character before it along up to gin-contrib/cors 1.5",
          "[gin]") {
  const PolicyInBrief policy{.origins = {"https://a.com/*"}, .globs = true};
  CHECK(entries_admit("gin@1.5", policy, "https://a.community"));
  CHECK_FALSE(entries_admit("gin@1.6", policy, "https://a.community"));
}

TEST_CASE("a request from the server's own origin passes gin-contrib/cors untouched", "[gin]") {
  check_answers("gin", {{"applyCors",
                         {.origins = {"https://a.com"}},
                         "PUT origin=https://api.net host=api.net",
                         {"200"}}});
}

TEST_CASE("gin-contrib/cors names private networks in every preflight's answer", "[gin]") {
  check_answers("gin", {{"generatePreflightHeaders",
                         {.origins = {"https://a.com"},
                          .methods = {"GET"},
                          .headers = Entries::none(),
                          .private_network = true,
                          .max_age = 0},
                         "OPTIONS origin=https://a.com",
                         {"204", "access-control-allow-methods: GET",
                          "access-control-allow-origin: https://a.com",
                          "access-control-allow-private-network: true",
                          "vary: Origin, Access-Control-Request-Method, "
                          "Access-Control-Request-Headers"}}});
}

TEST_CASE("Ollama admits loopback and desktop applications whatever the list says", "[ollama]") {
  const PolicyInBrief policy{.origins = {"https://a.com"}};
  for (const std::string origin : {"https://a.com", "http://localhost:5173", "https://127.0.0.1",
                                   "tauri://localhost", "vscode-webview://x"})
    check_answers("ollama", {{"envconfig.AllowedOrigins",
                              policy,
                              "GET origin=" + origin,
                              {"200", "access-control-allow-origin: " + origin, "vary: Origin"}}});
  check_answers("ollama", {{"everyone else", policy, "GET origin=https://evil.net", {"403"}},
                           {"without the variable", {}, "GET origin=https://a.com", {"403"}}});
}

TEST_CASE("Ollama panics at an entry that does not begin with a scheme it knows", "[ollama]") {
  const std::string words =
      "bad origin: origins must contain '*' or include "
      "http://,https://,chrome-extension://,safari-extension://,moz-extension://,"
      "ms-browser-extension://";
  CHECK(refusal("ollama", {.origins = {"https://a.com", " https://b.com"}}) == words);
  CHECK(refusal("ollama", {.origins = {"tauri://localhost"}}) == words);
  CHECK(refusal("ollama", {.origins = {"https://*.a.*"}}) == "only one * is allowed");
  CHECK(refusal("ollama", {.origins = {"chrome-extension://*", "moz-extension://x"}}).empty());
}

}  // namespace
}  // namespace corslint::tests
