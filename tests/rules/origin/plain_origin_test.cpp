#include "rules/origin/plain_origin.h"

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using corslint::Domain;
using corslint::Origin;
using corslint::OriginProblem;
using corslint::ParsedOrigin;
using corslint::plain_origin;

namespace {

/// Every text put together from parts that are plain and parts that are not.
std::vector<std::string> texts() {
  constexpr std::array schemes{"https", "http", "ws", "HTTPS", "htt", "tauri", ""};
  constexpr std::array separators{"://", ":/", ":", "//", ":///"};
  constexpr std::array hosts{
      "a.com", "localhost", "A.com",    "xn--a.com", "a.xn--p1ai", "1.2.3.4", "a.1",
      "a.0x1", "a-.b",      "a..b",     "a.com.",    "-a",         "a_b.com", "\xC3\xA9.com",
      "[::1]", "",          "a%41.com", "a.b1",      "1.a",        "u@a.com", "a.com,b.com"};
  constexpr std::array ports{"",       ":80", ":443", ":0", ":08",    ":65535",
                             ":65536", ":1",  ":a",   ":",  ":123456"};
  constexpr std::array ends{"", "/", "?", "#", "/p", " ", "|"};
  std::vector<std::string> result;
  for (const std::string scheme : schemes)
    for (const std::string separator : separators)
      for (const std::string host : hosts)
        for (const std::string port : ports)
          for (const std::string end : ends)
            result.push_back(scheme + separator + host + port + end);
  return result;
}

/// What `Origin::parse` says without the short way: a blank in front of the text is one note more.
ParsedOrigin parsed_the_long_way(const std::string& text) {
  auto parsed = Origin::parse(' ' + text);
  REQUIRE_FALSE(parsed.notes.empty());
  if (parsed.notes.front().problem == OriginProblem::whitespace)
    parsed.notes.erase(parsed.notes.begin());
  return parsed;
}

/// Whether an origin is of the kind that the short way is for.
bool is_for_the_short_way(const Origin& origin) {
  const auto* const domain = std::get_if<Domain>(&origin.host);
  if (!is_web(origin) || domain == nullptr || origin.port == 0) return false;
  const auto last = domain->name.substr(domain->name.rfind('.') + 1);
  const bool begins_with_letter = !last.empty() && last.front() >= 'a' && last.front() <= 'z';
  return begins_with_letter && domain->name.find("xn--") == std::string::npos &&
         domain->name.find('_') == std::string::npos;
}

}  // namespace

TEST_CASE("the short way to an origin gives what the long way gives, where it gives anything") {
  std::size_t plain_texts = 0;
  for (const auto& text : texts()) {
    CAPTURE(text);
    const auto plain = plain_origin(text);
    const auto parsed = parsed_the_long_way(text);
    if (!plain) {
      CHECK_FALSE((parsed.is_canonical() && is_for_the_short_way(*parsed.origin)));
      continue;
    }
    ++plain_texts;
    CHECK(parsed.is_canonical());
    CHECK(parsed.origin == plain);
    CHECK(plain->serialize() == text);
  }
  CHECK(plain_texts > 20);
}
