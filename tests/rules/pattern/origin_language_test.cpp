#include "rules/pattern/origin_language.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>

#include "rules/origin/origin.h"

namespace corslint {
namespace {

struct Row {
  const char* what;
  const char* text;
  bool sendable;
};

const Row rows[] = {
    {"nothing", "", false},
    {"a scheme alone", "https://", false},
    {"a host", "https://example.com", true},
    {"a host of one label", "http://localhost", true},
    {"a trailing dot", "https://example.com.", true},
    {"two trailing dots", "https://example.com..", false},
    {"an underscore", "https://my_app.example.com", true},
    {"a character that only the URL Standard admits", "https://a~b.example.com", true},
    {"a trailing slash", "https://example.com/", false},
    {"upper case", "https://Example.com", false},
    {"the default port of https", "https://example.com:443", false},
    {"the other scheme's default port", "http://example.com:443", true},
    {"the default port of http", "http://example.com:80", false},
    {"port zero", "https://example.com:0", true},
    {"a leading zero", "https://example.com:080", false},
    {"the highest port", "https://example.com:65535", true},
    {"one above it", "https://example.com:65536", false},
    {"a colon without a port", "https://example.com:", false},
    {"user information", "https://me@example.com", false},
    {"an address", "https://192.168.0.1", true},
    {"an address with a leading zero", "https://192.168.0.01", false},
    {"three numbers", "https://192.168.1", false},
    {"a number as last label", "https://example.0", false},
    {"a hexadecimal last label", "https://example.0x1f", false},
    {"something like one", "https://example.0xg", true},
    {"an octet too large", "https://256.1.1.1", false},
    {"an IPv6 address", "https://[2001:db8::1]:8443", true},
    {"the unspecified address", "https://[::]", true},
    {"one zero group compressed", "https://[1:2:3::5:6:7:8]", false},
    {"one zero group spelled out", "https://[1:2:3:0:5:6:7:8]", true},
    {"the second of two longest runs compressed", "https://[1:0:0:2::3]", true},
    {"the second of two runs of one length compressed", "https://[1:0:0:2:3::4]", false},
    {"a leading zero in a group", "https://[01::]", false},
    {"a dotted tail", "https://[::ffff:1.2.3.4]", false},
    {"the opaque origin", "null", true},
    {"the opaque origin with more", "nullable", false},
    {"files", "file://", true},
    {"a file", "file:///etc", false},
    {"an empty label", "https://a..example.com", false},
    {"a label in Punycode", "https://xn--p1ai.example.com", true},
    {"an address in an application's scheme", "tauri://[::1]:8080", true},
    {"an address that is not canonical in one", "tauri://[1:0::1:0]", false},
    {"a WebSocket", "wss://example.com", false},
    {"an extension", "chrome-extension://abcdefghijklmnopabcdefghijklmnop", true},
    {"an application's scheme", "tauri://localhost", true},
};

std::string random_text(std::mt19937& engine) {
  constexpr const char* pieces[] = {
      "https://", "http://",  "tauri://",  "a+b.c-1://", "file://", "wss://", "null",
      "a",        "b1",       ".",         "-",          "_",       "0",      "1",
      "25",       "255",      "256",       ":",          "::",      "[",      "]",
      ":80",      ":443",     ":8080",     "com",        "0x",      "f",      "ffff",
      "0:0",      "~",        "A",         "%",          "%41",     "|",      "xn--",
      "xn--a",    "xn--p1ai", "localhost", " ",          "/",       "@",      "\\"};
  constexpr std::size_t schemes = 7;
  const std::size_t scheme = engine() % 10;
  std::string text = scheme < schemes ? pieces[scheme] : pieces[scheme % 2];
  if (engine() % 12 == 0) text.clear();
  if (engine() % 4 == 0) text += '[';
  for (std::size_t i = 1 + engine() % 9; i > 0; --i) text += pieces[engine() % std::size(pieces)];
  if (engine() % 4 == 0) text += ']';
  return text;
}

// Labels must not be empty in the DNS, though the URL Standard lets them be.
bool has_empty_label(std::string_view text) {
  return text.find("..") != std::string_view::npos || text.find("/.") != std::string_view::npos;
}

// Pages with these schemes have no origin of their own, or none that a browser sends.
bool is_never_sent(std::string_view serialized) {
  return serialized.starts_with("wss://") || serialized.starts_with("null://");
}

}  // namespace

TEST_CASE("the origin language holds what browsers send and nothing else") {
  for (const Row& row : rows) {
    INFO(row.what << ": " << row.text);
    CHECK(pattern::is_sendable(row.text) == row.sendable);
  }
}

TEST_CASE("what Origin::parse serializes is in the origin language save empty labels") {
  std::mt19937 engine{42};
  int members = 0;
  for (int i = 0; i < 100'000; ++i) {
    const std::string text = random_text(engine);
    const ParsedOrigin parsed = Origin::parse(text);
    if (!parsed.origin) continue;
    const std::string serialized = parsed.origin->serialize();
    if (is_never_sent(serialized)) continue;
    INFO(text << " is " << serialized);
    const bool expected = !is_web(*parsed.origin) || !has_empty_label(serialized);
    CHECK(pattern::is_sendable(serialized) == expected);
    members += expected ? 1 : 0;
  }
  CHECK(members > 5'000);
}

TEST_CASE("a text in the origin language is what Origin::parse serializes") {
  std::mt19937 engine{43};
  int members = 0;
  for (int i = 0; i < 100'000; ++i) {
    const std::string text = random_text(engine);
    if (!pattern::is_sendable(text) || text == "file://") continue;
    const ParsedOrigin parsed = Origin::parse(text);
    INFO(text);
    // What stands behind xn-- need not be Punycode to be in the language.
    if (!parsed.origin && text.find("xn--") != std::string::npos) continue;
    ++members;
    REQUIRE(parsed.origin);
    CHECK(parsed.origin->serialize() == text);
  }
  CHECK(members > 2'000);
}

}  // namespace corslint
