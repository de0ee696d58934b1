#include "tests/enforcers/pool.h"

namespace corslint::tests {
namespace {

std::vector<std::string> usual_origins() {
  return {"https://app.example.com",
          "https://example.com",
          "https://admin.example.com",
          "https://shop.example.co.uk",
          "http://localhost:3000",
          "http://localhost",
          "http://127.0.0.1:8080",
          "http://[::1]:3000",
          "https://App.Example.com",
          "HTTPS://app.example.com",
          "https://example.com:443",
          "https://example.com:8443",
          "https://example.com/",
          "https://example.com/app",
          "https://example.com?x=1",
          "https://user@example.com",
          "example.com",
          "//example.com",
          "*.example.com",
          "https://*.example.com",
          "https://*.example.com:8443",
          "https://app-*.example.com",
          "https://*",
          "http://localhost:*",
          "https://*.*.example.com",
          "*://example.com",
          "*",
          "*",
          "*",
          "null",
          "file://",
          "",
          " https://example.com ",
          "https://a.com,https://b.com",
          "https://bücher.example",
          "https://xn--bcher-kva.example",
          "capacitor://localhost",
          "chrome-extension://abcdefghijklmnopabcdefghijklmnop"};
}

std::vector<std::string> usual_patterns() {
  return {R"(https://.*\.example\.com)",
          R"(^https://.*\.example\.com$)",
          R"(https://[a-z]+\.example\.com)",
          R"(^https://([a-z0-9-]+\.)?example\.com$)",
          R"(https://app.example.com)",
          R"(^https?://localhost(:\d+)?$)",
          R"(^https?://(localhost|127\.0\.0\.1):[0-9]{4,5}$)",
          R"(example\.com$)",
          R"(^https://example\.com)",
          R"(^https://a\.com|https://b\.com$)",
          R"(.*)",
          R"(https://.+)",
          R"(^null$)",
          R"(https://[A-Z]+\.example\.com)",
          R"()",
          R"(^$)",
          R"(^(https://example\.com))",
          R"(https://(?:dev|staging)-[a-f0-9]{6}\.example\.com)"};
}

std::vector<std::string> usual_request_origins() {
  return {"https://app.example.com",
          "https://example.com",
          "https://www.example.com",
          "https://a.b.example.com",
          "https://app-1.example.com",
          "https://dev-0a1b2c.example.com",
          "https://xexample.com",
          "https://app.example.com.evil.net",
          "https://appxexample.com",
          "https://app.example.co",
          "https://evil.net",
          "http://app.example.com",
          "https://a.com",
          "https://b.com",
          "https://example.com:443",
          "https://example.com:8443",
          "https://a.example.com:8443",
          "https://EXAMPLE.com",
          "HTTPS://example.com",
          "https://example.com/",
          "https://example.com/app",
          "https://",
          "https://shop.example.co.uk",
          "http://localhost",
          "http://localhost:3000",
          "http://localhost:5173",
          "http://localhost.evil.net",
          "http://127.0.0.1:8080",
          "http://[::1]:3000",
          "http://1:3000",
          "null",
          "null",
          "NULL",
          "*",
          "",
          "garbage",
          "http",
          "https://a.com, https://b.com",
          "file://",
          "https://xn--bcher-kva.example",
          "capacitor://localhost",
          "chrome-extension://abcdefghijklmnopabcdefghijklmnop"};
}

}  // namespace

Pool usual_pool() {
  Pool pool;
  pool.origins = usual_origins();
  pool.patterns = usual_patterns();
  pool.methods = {"GET",     "POST",  "PUT",  "DELETE", "PATCH", "HEAD",
                  "OPTIONS", "patch", "Post", "*",      "*",     "PROPFIND"};
  pool.headers = {"Content-Type",
                  "content-type",
                  "Authorization",
                  "X-Requested-With",
                  "X-CSRF-Token",
                  "x-api-key",
                  "Accept",
                  "Accept-Language",
                  "*",
                  "*",
                  "X-*",
                  "X-Trace.Id"};
  pool.exposed_headers = {"X-Total-Count", "x-total-count", "ETag", "Link", "Set-Cookie", "*"};
  pool.max_ages = {0, 1, 5, 600, 3600, 86400, 31536000};
  pool.request_origins = usual_request_origins();
  pool.requested_methods = {"GET",   "POST", "PUT",     "DELETE",   "PATCH", "HEAD",
                            "patch", "put",  "OPTIONS", "PROPFIND", "",      "GE"};
  pool.requested_headers = {"content-type", "Content-Type", "authorization",    "accept",
                            "x-api-key",    "x-unlisted",   "x-requested-with", "x-csrf-token",
                            "X-Trace.Id",   "x-traceaid",   "Accept-Language",  "*"};
  return pool;
}

std::vector<std::string> python_patterns() {
  return {R"(^https://(?!admin\.)[a-z]+\.example\.com$)",
          R"(https://(?=app).*\.example\.com\Z)",
          R"((?i)https://app\.example\.com)",
          R"((?x) https:// \w+ \.example\.com # any name)",
          R"(https://(?P<name>[a-z]+)\.(?P=name)\.com)",
          R"(https://[\w-]{1,12}\b\.example\.com)",
          R"(https?://(?:[^.]+\.){1,2}example\.com)",
          R"(https://.*?example\.com|null)"};
}

std::vector<std::string> broken_python_patterns() {
  return {"*.example.com", "(https://", "https://[a-z", "a{2,1}", "https://app.example.com)",
          R"(\p{L})"};
}

}  // namespace corslint::tests
