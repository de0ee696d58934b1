#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "rules/origin/origin.h"

using corslint::Origin;
using corslint::OriginNote;
using corslint::OriginProblem;
using corslint::ParsedOrigin;

namespace {

struct FatalCase {
  std::string phrase;
  std::string text;
  OriginProblem problem;
};

struct NoteCase {
  std::string phrase;
  std::string text;
  OriginProblem problem;
  std::string underlined;
};

using enum OriginProblem;

const std::vector<FatalCase> fatal_cases{
    {"no text", "", empty},
    {"blanks only", " \t\u00A0", empty},
    {"separators only", ",;", empty},
    {"a bare host", "app.example.com", missing_scheme},
    {"a bare host with a port", "localhost:3000", missing_scheme},
    {"a bare host with a path", "example.com/https://a.com", missing_scheme},
    {"a scheme-relative URL", "//cdn.example.com", missing_scheme},
    {"an empty scheme", "://a.com", missing_scheme},
    {"one slash without a colon", "https/a.com", missing_scheme},
    {"a word that begins like a scheme", "httpbin//a.com", missing_scheme},
    {"a bare glob", "*.example.com", missing_scheme},
    {"a bare star", "*", missing_scheme},
    {"a bare IPv6 address", "[::1]:3000", missing_scheme},
    {"an anchored pattern", "^https://a\\.com$", invalid_scheme},
    {"a scheme that begins with a digit", "3http://a.com", invalid_scheme},
    {"a quoted origin", "\"https://a.com\"", invalid_scheme},
    {"a blank in the scheme", "https ://a.com", whitespace},
    {"a blank in the host", "https://a b", whitespace},
    {"a no-break space in the host", "https://a\u00A0b", whitespace},
    {"a blank in the port", "https://a.com:8 0", whitespace},
    {"no host", "https://", empty_host},
    {"a port without a host", "https://:80", empty_host},
    {"user information without a host", "https://me@", empty_host},
    {"a custom scheme without a host", "app://", empty_host},
    {"a port of letters", "https://a.com:port", invalid_port},
    {"a starred port", "http://localhost:*", invalid_port},
    {"a port one too high", "https://a.com:65536", invalid_port},
    {"a negative port", "https://a.com:-1", invalid_port},
    {"two ports", "https://a.com:80:80", invalid_port},
    {"a bar", "https://a|b", forbidden_host_code_point},
    {"a caret", "https://a^b", forbidden_host_code_point},
    {"an angle bracket", "https://<host>", forbidden_host_code_point},
    {"a closing bracket", "https://a]", forbidden_host_code_point},
    {"a lone percent sign", "https://a%", forbidden_host_code_point},
    {"a percent sign without digits", "https://a%zz", forbidden_host_code_point},
    {"a percent-encoded slash", "https://a%2Fb", forbidden_host_code_point},
    {"an angle bracket in an opaque host", "app://a<b", forbidden_host_code_point},
    {"punycode of nothing", "https://xn--", invalid_domain},
    {"punycode that does not decode", "https://xn--a.com", invalid_domain},
    {"a combining mark in front", "https://\u0301a.com", invalid_domain},
    {"bytes that are not UTF-8", "https://\xFF.com", invalid_domain},
    {"a last label that is a number", "https://a.1", invalid_ipv4},
    {"a number with a wrong octal digit", "https://a.09", invalid_ipv4},
    {"a part above 255", "http://256.0.0.1", invalid_ipv4},
    {"five parts", "http://1.2.3.4.5", invalid_ipv4},
    {"one number too large", "http://4294967296", invalid_ipv4},
    {"an empty part", "http://1..2", invalid_ipv4},
    {"empty brackets", "http://[]", invalid_ipv6},
    {"an open bracket", "http://[::1", invalid_ipv6},
    {"text behind the bracket", "http://[::1]a", invalid_ipv6},
    {"a zone identifier", "http://[fe80::1%25eth0]", invalid_ipv6},
    {"seven pieces", "http://[1:2:3:4:5:6:7]", invalid_ipv6},
    {"nine pieces", "http://[1:2:3:4:5:6:7:8:9]", invalid_ipv6},
    {"eight pieces and a compression", "http://[1:2:3:4::5:6:7:8]", invalid_ipv6},
    {"two compressions", "http://[1::2::3]", invalid_ipv6},
    {"three colons", "http://[1:::2]", invalid_ipv6},
    {"a single colon in front", "http://[:1::2]", invalid_ipv6},
    {"a single colon at the end", "http://[1::2:]", invalid_ipv6},
    {"five digits", "http://[12345::]", invalid_ipv6},
    {"an embedded IPv4 address in the middle", "http://[::1.2.3.4:5]", invalid_ipv6},
    {"an embedded IPv4 address with a zero in front", "http://[::01.2.3.4]", invalid_ipv6},
    {"an embedded IPv4 address of three parts", "http://[::1.2.3]", invalid_ipv6},
    {"two origins", "https://a.com,https://b.com", several_origins},
    {"two origins on two lines", "https://a.com\nhttps://b.com", several_origins},
    {"an origin and a bare host", "https://a.com, b.com", several_origins},
};

const std::vector<NoteCase> note_cases{
    {"the scheme", "HTTP://a.com", uppercase_scheme, "HTTP"},
    {"the host", "https://App.com:1", uppercase_host, "App.com"},
    {"the separator", "https:/a.com", malformed_separator, ":/"},
    {"the absent colon", "https//a.com", malformed_separator, "//"},
    {"the user information and its at sign", "https://me@a.com", user_info, "me@"},
    {"the default port and its colon", "https://a.com:443/", default_port, ":443"},
    {"the digits of a port", "https://a.com:099999/", invalid_port, "099999"},
    {"the slash", "https://a.com/", trailing_slash, "/"},
    {"the path up to the query", "https://a.com/x/y?z", path, "/x/y"},
    {"the query up to the fragment", "https://a.com/x?y#z", query, "?y"},
    {"the forbidden character", "https://a<b", forbidden_host_code_point, "<"},
    {"the blank", "https://a b", whitespace, " "},
    {"both blanks behind", "https://a.com  ", whitespace, "  "},
    {"the whole zero-width space", "https://a\u200B.com", invisible_character, "\u200B"},
    {"the path behind a dropped tab", "https:/\t/a.com/x", path, "/x"},
    {"the host around a dropped tab", "https://A\t.com", uppercase_host, "A\t.com"},
    {"the trailing slash before a blank", "https://a.com/ ", trailing_slash, "/"},
    {"nothing where the scheme is missing", "a.com", missing_scheme, ""},
    {"nothing where the host is missing", "https:///", empty_host, ""},
};

}  // namespace

TEST_CASE("a text that is no origin ends its notes with the reason") {
  for (const auto& [phrase, text, problem] : fatal_cases) {
    INFO(phrase << ": " << text);
    const ParsedOrigin parsed = Origin::parse(text);
    CHECK_FALSE(parsed.origin);
    REQUIRE_FALSE(parsed.notes.empty());
    CHECK(phrase_of(parsed.notes.back().problem) == phrase_of(problem));
  }
}

TEST_CASE("a note covers the bytes that it concerns") {
  for (const auto& [phrase, text, problem, underlined] : note_cases) {
    INFO(phrase << ": " << text);
    const ParsedOrigin parsed = Origin::parse(text);
    const OriginNote* note = parsed.note_of(problem);
    REQUIRE(note != nullptr);
    CHECK(text.substr(note->offset, note->length) == underlined);
  }
}
