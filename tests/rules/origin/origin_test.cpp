#include "rules/origin/origin.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using corslint::Origin;
using corslint::OriginNote;
using corslint::OriginProblem;
using corslint::ParsedOrigin;

namespace {

std::vector<OriginProblem> problems_of(const ParsedOrigin& parsed) {
  std::vector<OriginProblem> problems;
  for (const OriginNote& note : parsed.notes) problems.push_back(note.problem);
  return problems;
}

std::string names_of(const std::vector<OriginProblem>& problems) {
  std::string names;
  for (const OriginProblem problem : problems) names += std::string{phrase_of(problem)} + "; ";
  return names;
}

struct CanonicalCase {
  std::string phrase;
  std::string text;
};

struct CorrectedCase {
  std::string phrase;
  std::string text;
  std::string canonical;
  std::vector<OriginProblem> problems;
};

using enum OriginProblem;

const std::vector<CanonicalCase> canonical_cases{
    {"the shortest host", "https://a"},
    {"an ordinary host", "https://app.example.com"},
    {"the lowest port", "https://a:0"},
    {"the highest port", "https://a:65535"},
    {"the other scheme's default port", "http://a.com:443"},
    {"the default port of https on ws", "ws://a.com:443"},
    {"a WebSocket origin", "wss://a.com"},
    {"a host with a final dot", "https://a.com."},
    {"empty labels", "https://a..b"},
    {"a host that is a dot", "https://."},
    {"a label with hyphens at both ends", "https://-a-.com"},
    {"two hyphens in third place", "https://ab--c.com"},
    {"an underscore", "https://my_app.example.com"},
    {"a star, which is a host character", "https://*.example.com"},
    {"a label longer than DNS allows", "https://" + std::string(70, 'a') + ".com"},
    {"punycode", "https://xn--bcher-kva.de"},
    {"punycode of a sharp s", "https://xn--fa-hia.de"},
    {"punycode of a symbol", "https://xn--n3h.net"},
    {"punycode of an emoji", "https://xn--ls8h.la"},
    {"an IPv4 address", "http://127.0.0.1:3000"},
    {"the lowest address", "http://0.0.0.0"},
    {"the highest address", "http://255.255.255.255"},
    {"a last label that only looks like a number", "https://1e3"},
    {"a last label of hexadecimal letters", "https://a.0xg"},
    {"an IPv6 address", "http://[::1]:3000"},
    {"an IPv6 address that is all zeros", "http://[::]"},
    {"an IPv6 address with one zero piece written out", "http://[1:0:2:3:4:5:6:7]"},
    {"the opaque origin", "null"},
    {"a browser extension", "chrome-extension://gighmmpiobklfepjocnamgkkbiglidom"},
    {"an Electron host of punctuation", "app://."},
    {"a web view", "capacitor://localhost"},
    {"a web view with a port", "tauri://localhost:80"},
    {"an upper-case host of a scheme without host rules", "vscode-webview://AbC"},
    {"a custom scheme with an address", "ionic://[::1]"},
};

const std::vector<CorrectedCase> corrected_cases{
    {"everything at once",
     "HTTPS://App.Example.com:443/",
     "https://app.example.com",
     {uppercase_scheme, uppercase_host, default_port, trailing_slash}},
    {"a trailing slash", "https://a.com/", "https://a.com", {trailing_slash}},
    {"two slashes are a path", "https://a.com//", "https://a.com", {path}},
    {"a backslash is a path", "https://a.com\\", "https://a.com", {path}},
    {"a path", "https://a.com/x", "https://a.com", {path}},
    {"an empty query", "https://a.com?", "https://a.com", {query}},
    {"an empty fragment", "https://a.com#", "https://a.com", {fragment}},
    {"path, query and fragment", "https://a.com/?q#f", "https://a.com", {path, query, fragment}},
    {"a query inside a fragment", "https://a.com#f?q", "https://a.com", {fragment}},
    {"a blank in a path", "https://a.com/x y", "https://a.com", {path}},
    {"user information", "https://me:secret@a.com", "https://a.com", {user_info}},
    {"empty user information", "https://@a.com", "https://a.com", {user_info}},
    {"two at signs", "https://a@b@c.com", "https://c.com", {user_info}},
    {"an at sign in the path", "https://a.com/@b", "https://a.com", {path}},
    {"the default port of http", "http://a.com:80", "http://a.com", {default_port}},
    {"the default port with zeros",
     "https://a.com:00443",
     "https://a.com",
     {default_port, non_canonical_port}},
    {"a port with a zero", "https://a.com:08080", "https://a.com:8080", {non_canonical_port}},
    {"an empty port", "https://a.com:", "https://a.com", {empty_port}},
    {"an empty port and a slash", "https://a.com:/", "https://a.com", {empty_port, trailing_slash}},
    {"blanks around", " https://a.com\n", "https://a.com", {whitespace, whitespace}},
    {"a tab inside", "https://a\t.com", "https://a.com", {whitespace}},
    {"a no-break space behind", "https://a.com\u00A0", "https://a.com", {whitespace}},
    {"a byte order mark before", "\uFEFFhttps://a.com", "https://a.com", {invisible_character}},
    {"a zero-width space inside", "https://a\u200B.com", "https://a.com", {invisible_character}},
    {"a soft hyphen inside", "https://a\u00ADb.com", "https://ab.com", {invisible_character}},
    {"a comma behind", "https://a.com,", "https://a.com", {stray_separator}},
    {"a comma and a blank before",
     ", https://a.com",
     "https://a.com",
     {stray_separator, whitespace}},
    {"an upper-case scheme", "Http://a.com", "http://a.com", {uppercase_scheme}},
    {"an upper-case custom scheme", "Tauri://localhost", "tauri://localhost", {uppercase_scheme}},
    {"upper-case punycode",
     "https://XN--BCHER-KVA.de",
     "https://xn--bcher-kva.de",
     {uppercase_host}},
    {"an umlaut", "https://b\u00FCcher.de", "https://xn--bcher-kva.de", {unicode_host}},
    {"an upper-case umlaut",
     "https://B\u00DCCHER.de",
     "https://xn--bcher-kva.de",
     {uppercase_host, unicode_host}},
    {"a decomposed umlaut", "https://bu\u0308cher.de", "https://xn--bcher-kva.de", {unicode_host}},
    {"a sharp s stays itself", "https://fa\u00DF.de", "https://xn--fa-hia.de", {unicode_host}},
    {"full-width letters", "https://\uFF41.com", "https://a.com", {unicode_host}},
    {"an ideographic full stop", "https://a\u3002com", "https://a.com", {unicode_host}},
    {"a symbol", "https://\u2603.net", "https://xn--n3h.net", {unicode_host}},
    {"an emoji with its variation selector",
     "https://\u2764\uFE0F.com",
     "https://xn--qei.com",
     {unicode_host}},
    {"an emoji beside an upper-case umlaut",
     "https://\u00DC\U0001F4A9.la",
     "https://xn--tda8496w.la",
     {unicode_host}},
    {"punctuation beside an umlaut",
     "https://a!\u00FC.com",
     "https://xn--a!-yka.com",
     {unicode_host}},
    {"hyphens around an umlaut", "https://-\u00FC-.com", "https://xn-----xka.com", {unicode_host}},
    {"a percent-encoded letter",
     "https://ex%61mple.com",
     "https://example.com",
     {percent_encoded_host}},
    {"a percent-encoded umlaut",
     "https://b%c3%bccher.de",
     "https://xn--bcher-kva.de",
     {percent_encoded_host}},
    {"one number", "http://2130706433", "http://127.0.0.1", {non_canonical_ipv4}},
    {"the largest number", "http://4294967295", "http://255.255.255.255", {non_canonical_ipv4}},
    {"octal", "http://0177.0.0.1", "http://127.0.0.1", {non_canonical_ipv4}},
    {"hexadecimal, two parts", "http://0x7f.1", "http://127.0.0.1", {non_canonical_ipv4}},
    {"hexadecimal in upper case", "http://0X7F.1", "http://127.0.0.1", {non_canonical_ipv4}},
    {"an empty hexadecimal number", "http://0x", "http://0.0.0.0", {non_canonical_ipv4}},
    {"an address with a final dot", "http://127.0.0.1.", "http://127.0.0.1", {non_canonical_ipv4}},
    {"IPv6 in upper case", "http://[FE80::1]", "http://[fe80::1]", {uppercase_host}},
    {"IPv6 written out", "http://[0:0:0:0:0:0:0:1]", "http://[::1]", {non_canonical_ipv6}},
    {"IPv6 with the shorter run compressed", "http://[1:0:0:2::3]", "http://[1:0:0:2::3]", {}},
    {"IPv6 with the later of equal runs compressed",
     "http://[1:0:0:2:3::4]",
     "http://[1::2:3:0:0:4]",
     {non_canonical_ipv6}},
    {"IPv6 with one piece compressed",
     "http://[1:2:3:4::5:6:7]",
     "http://[1:2:3:4:0:5:6:7]",
     {non_canonical_ipv6}},
    {"an embedded IPv4 address",
     "http://[::ffff:127.0.0.1]",
     "http://[::ffff:7f00:1]",
     {non_canonical_ipv6}},
    {"one slash", "https:/a.com", "https://a.com", {malformed_separator}},
    {"no slash", "https:a.com", "https://a.com", {malformed_separator}},
    {"three slashes", "https:///a.com", "https://a.com", {malformed_separator}},
    {"backslashes", "https:\\\\a.com", "https://a.com", {malformed_separator}},
    {"no colon", "https//a.com", "https://a.com", {malformed_separator}},
    {"a semicolon for the colon", "http;//a.com", "http://a.com", {malformed_separator}},
    {"a custom scheme with one slash",
     "tauri:/localhost",
     "tauri://localhost",
     {malformed_separator}},
    {"null in upper case", "NULL", "null", {null_wrong_case}},
    {"null in title case, with a blank", "Null ", "null", {null_wrong_case, whitespace}},
    {"a file", "file:///home/me/index.html", "null", {opaque_scheme}},
    {"a bare file scheme", "file://", "null", {opaque_scheme}},
    {"a data URL", "data:text/html,x", "null", {opaque_scheme}},
    {"a blob", "blob:https://a.com/1", "null", {opaque_scheme}},
    {"an umlaut in an opaque host", "app://\u00FC", "app://%C3%BC", {unicode_host}},
};

}  // namespace

TEST_CASE("a serialized origin is canonical and parses to itself") {
  for (const auto& [phrase, text] : canonical_cases) {
    INFO(phrase << ": " << text);
    const ParsedOrigin parsed = Origin::parse(text);
    CHECK(names_of(problems_of(parsed)).empty());
    REQUIRE(parsed.is_canonical());
    CHECK(parsed.origin->serialize() == text);
  }
}

TEST_CASE("a text that a browser mends names its problems and the origin that is meant") {
  for (const auto& [phrase, text, canonical, problems] : corrected_cases) {
    INFO(phrase << ": " << text);
    const ParsedOrigin parsed = Origin::parse(text);
    std::vector<OriginProblem> found = problems_of(parsed);
    CHECK(names_of(found) == names_of(problems));
    REQUIRE(parsed.origin);
    CHECK(parsed.origin->serialize() == canonical);
  }
}

TEST_CASE("the serialization of a parsed origin parses to the same origin without notes") {
  for (const auto& [phrase, text, canonical, problems] : corrected_cases) {
    INFO(phrase << ": " << text);
    const ParsedOrigin first = Origin::parse(text);
    REQUIRE(first.origin);
    const ParsedOrigin second = Origin::parse(first.origin->serialize());
    CHECK(second.notes.empty());
    CHECK(second.origin == first.origin);
  }
}

TEST_CASE("every note of every cut and doubled text lies inside it") {
  for (const auto& corrected : corrected_cases) {
    const std::string doubled = corrected.text + corrected.text;
    for (std::size_t length = 0; length <= doubled.size(); ++length) {
      const std::string text = doubled.substr(0, length);
      INFO(text);
      const ParsedOrigin parsed = Origin::parse(text);
      CHECK((parsed.origin || !parsed.notes.empty()));
      for (const OriginNote& note : parsed.notes) {
        CHECK(note.offset <= text.size());
        CHECK(note.length <= text.size() - note.offset);
      }
      // A host may end with a semicolon in the URL Standard; here it is read as a separator.
      const std::string canonical = parsed.origin ? parsed.origin->serialize() : "null";
      if (!canonical.ends_with(';')) CHECK(Origin::parse(canonical).is_canonical());
      if (parsed.is_canonical()) CHECK(parsed.origin->serialize() == text);
    }
  }
}
