#include "tests/enforcers/node_pool.h"

#include <limits>

namespace corslint::tests {
namespace {

/// The usual entries stay the more frequent ones, so that few policies fail for one bad character.
void add(std::vector<std::string>& entries, const std::vector<std::string>& awkward) {
  const auto usual = entries;
  entries.insert(entries.end(), usual.begin(), usual.end());
  entries.insert(entries.end(), awkward.begin(), awkward.end());
}

}  // namespace

Pool node_pool() {
  Pool pool = usual_pool();
  pool.any_origin = true;
  pool.credentials = true;
  pool.single_strings = true;
  add(pool.origins, {"https://例え.jp", "https://a.com\n", "\thttps://a.com",
                     "https://a.com https://b.com", "https://a\tb.com", ","});
  add(pool.methods, {"", "GET,POST", " PUT ", "例", "G\x7F"});
  add(pool.headers, {"", "x-a, x-b", " X-Blank ", "X-Ümlaut", "\t", "X-例", "X-A\r\nX-B: 1", "\n"});
  add(pool.exposed_headers, {"", "x-a, x-b", " X-Blank ", "X-例", "X-A\x01"});
  pool.max_ages.insert(
      pool.max_ages.end(),
      {-1, -600, 9007199254740992, 9007199254740993, -9007199254740995, 123456789012345678,
       std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()});
  return pool;
}

Pool regexp_pool() {
  Pool pool = node_pool();
  pool.preflight_statuses = {200, 200, 200, 204, 204, 204, 299, 299,  404,
                             500, 599, 600, 999, 100, 99,  0,   -204, 1000};
  add(pool.patterns, {"*.example.com", "(https://", "https://[a-z", "a{2,1}", "undefined",
                      "https://a{,2}pp", R"(\.example\.com\Z)", R"(^https:\/\/[\w-]+\.com$)"});
  return pool;
}

}  // namespace corslint::tests
