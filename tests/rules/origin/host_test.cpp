#include "rules/origin/host.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "rules/origin/origin.h"

using corslint::Origin;

namespace {

enum class Reach { loopback, private_network, anywhere };

struct ReachCase {
  std::string phrase;
  std::string text;
  Reach reach;
};

using enum Reach;

const std::vector<ReachCase> reach_cases{
    {"localhost", "http://localhost:3000", loopback},
    {"localhost with a final dot", "http://localhost.", loopback},
    {"a name below localhost", "http://app.localhost", loopback},
    {"a name below localhost with a final dot", "http://app.localhost.", loopback},
    {"a name that ends in localhost without a dot", "http://mylocalhost.com", anywhere},
    {"localhost as the first label", "http://localhost.example.com", anywhere},
    {"the address before the loopback block", "http://126.255.255.255", anywhere},
    {"the first loopback address", "http://127.0.0.0", loopback},
    {"the last loopback address", "http://127.255.255.255", loopback},
    {"the address behind the loopback block", "http://128.0.0.0", anywhere},
    {"IPv6 loopback", "http://[::1]", loopback},
    {"the IPv6 address behind loopback", "http://[::2]", anywhere},
    {"IPv4 loopback inside IPv6", "http://[::ffff:127.0.0.1]", loopback},
    {"a web view on localhost", "capacitor://localhost", loopback},
    {"the unspecified IPv4 address", "http://0.0.0.0:8000", private_network},
    {"the unspecified IPv6 address", "http://[::]:8000", private_network},
    {"the address before 10.0.0.0/8", "http://9.255.255.255", anywhere},
    {"the first of 10.0.0.0/8", "http://10.0.0.0", private_network},
    {"the last of 10.0.0.0/8", "http://10.255.255.255", private_network},
    {"the address behind 10.0.0.0/8", "http://11.0.0.0", anywhere},
    {"the address before 172.16.0.0/12", "http://172.15.255.255", anywhere},
    {"the first of 172.16.0.0/12", "http://172.16.0.0", private_network},
    {"the last of 172.16.0.0/12", "http://172.31.255.255", private_network},
    {"the address behind 172.16.0.0/12", "http://172.32.0.0", anywhere},
    {"the address before 192.168.0.0/16", "http://192.167.255.255", anywhere},
    {"the first of 192.168.0.0/16", "http://192.168.0.0", private_network},
    {"the last of 192.168.0.0/16", "http://192.168.255.255", private_network},
    {"the address behind 192.168.0.0/16", "http://192.169.0.0", anywhere},
    {"a link-local address", "http://169.254.0.1", private_network},
    {"the address behind the link-local block", "http://169.255.0.0", anywhere},
    {"a private IPv4 address inside IPv6", "http://[::ffff:10.0.0.1]", private_network},
    {"the address before fc00::/7", "http://[fbff::]", anywhere},
    {"the first of fc00::/7", "http://[fc00::]", private_network},
    {"the last block of fc00::/7", "http://[fdff::]", private_network},
    {"the address behind fc00::/7", "http://[fe00::]", anywhere},
    {"the address before fe80::/10", "http://[fe7f::]", anywhere},
    {"the first of fe80::/10", "http://[fe80::]", private_network},
    {"the last block of fe80::/10", "http://[febf::]", private_network},
    {"the address behind fe80::/10", "http://[fec0::]", anywhere},
    {"a container's name", "http://frontend:3000", private_network},
    {"a container's name with a final dot", "http://frontend.:3000", private_network},
    {"a name under .local", "http://printer.local", private_network},
    {"a name under .internal", "http://api.internal", private_network},
    {"a name under .lan", "http://nas.lan", private_network},
    {"a name under home.arpa", "http://nas.home.arpa.", private_network},
    {"a name under arpa", "http://nas.arpa", anywhere},
    {"a name that ends in local without a dot", "http://a.mylocal", anywhere},
    {"a public name", "https://example.com", anywhere},
    {"the opaque origin", "null", anywhere},
};

}  // namespace

TEST_CASE("loopback, private and public hosts are told apart") {
  for (const auto& [phrase, text, reach] : reach_cases) {
    INFO(phrase << ": " << text);
    const auto parsed = Origin::parse(text);
    REQUIRE(parsed.origin);
    CHECK(is_loopback(*parsed.origin) == (reach == loopback));
    CHECK(is_private_address(*parsed.origin) == (reach == private_network));
  }
}

TEST_CASE("only http and https are the web") {
  CHECK(is_web(*Origin::parse("http://a.com").origin));
  CHECK(is_web(*Origin::parse("https://a.com").origin));
  CHECK_FALSE(is_web(*Origin::parse("wss://a.com").origin));
  CHECK_FALSE(is_web(*Origin::parse("tauri://localhost").origin));
  CHECK_FALSE(is_web(*Origin::parse("null").origin));
}

TEST_CASE("a final dot is noticed on names only") {
  CHECK(has_trailing_dot(*Origin::parse("https://a.com.").origin));
  CHECK_FALSE(has_trailing_dot(*Origin::parse("https://a.com").origin));
  CHECK_FALSE(has_trailing_dot(*Origin::parse("https://1.2.3.4.").origin));
  CHECK_FALSE(has_trailing_dot(*Origin::parse("null").origin));
}
