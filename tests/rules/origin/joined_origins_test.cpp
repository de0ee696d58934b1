#include "rules/origin/joined_origins.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using corslint::split_joined_origins;

namespace {

struct JoinedCase {
  std::string phrase;
  std::string text;
  std::vector<std::string> entries;
};

const std::vector<JoinedCase> joined_cases{
    {"no text", "", {}},
    {"one origin", "https://a.com", {}},
    {"one origin with a comma behind", "https://a.com,", {}},
    {"one origin with blanks around", " https://a.com ", {}},
    {"two origins", "https://a.com,https://b.com", {"https://a.com", "https://b.com"}},
    {"a comma and a blank", "https://a.com, https://b.com", {"https://a.com", "https://b.com"}},
    {"a semicolon", "https://a.com;https://b.com", {"https://a.com", "https://b.com"}},
    {"a bar", "https://a.com|https://b.com", {"https://a.com", "https://b.com"}},
    {"a blank", "https://a.com https://b.com", {"https://a.com", "https://b.com"}},
    {"a line break", "https://a.com\n  https://b.com\n", {"https://a.com", "https://b.com"}},
    {"separators around", ",https://a.com,,https://b.com,", {"https://a.com", "https://b.com"}},
    {"three, one without a scheme",
     "https://a.com,b.com,http://c.com",
     {"https://a.com", "b.com", "http://c.com"}},
    {"a scheme only in front", "https://a.com,b.com", {"https://a.com", "b.com"}},
    {"no scheme at all", "localhost:3000,localhost:4000", {"localhost:3000", "localhost:4000"}},
    {"a star and null", "*, null", {"*", "null"}},
    {"a placeholder before an origin", "<host>, https://b.com", {"<host>", "https://b.com"}},
    {"quotes of their own", "'https://a.com', \"b.com\"", {"https://a.com", "b.com"}},
    {"a JSON list", "[\"https://a.com\",\"https://b.com/\"]", {"https://a.com", "https://b.com/"}},
    {"the rest of a JSON list",
     "https://a.com\",\"https://b.com",
     {"https://a.com", "https://b.com"}},
    {"addresses in brackets", "http://[::1],http://[::2]", {"http://[::1]", "http://[::2]"}},
    {"nothing but quotes", "\"\",\"\"", {}},
    {"a comma inside a host", "https://a,b", {}},
    {"a blank before the port", "https://a.com :3000", {}},
    {"a blank inside a name", "https://a. com", {}},
    {"a group of a pattern", "https://(a|b).com", {}},
    {"a choice of schemes in a pattern", "(http|https)://a.com", {}},
    {"prose", "your frontend origin, please", {}},
};

}  // namespace

TEST_CASE("a text is cut into its entries only where it holds several") {
  for (const auto& [phrase, text, entries] : joined_cases) {
    INFO(phrase << ": " << text);
    std::vector<std::string> found;
    for (const auto& range : split_joined_origins(text)) {
      found.push_back(text.substr(range.offset, range.length));
    }
    CHECK(found == entries);
  }
}
