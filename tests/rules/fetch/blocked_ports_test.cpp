#include "rules/fetch/blocked_ports.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>

namespace corslint {

TEST_CASE("the ports that browsers do not open are those of the Fetch standard") {
  // Counted with Node 20, whose fetch() refuses 82 ports with "bad port".
  int blocked = 0;
  for (std::uint32_t port = 0; port <= std::numeric_limits<std::uint16_t>::max(); ++port)
    if (is_bad_port(static_cast<std::uint16_t>(port))) ++blocked;
  CHECK(blocked == 82);
  for (const int port : {1, 22, 25, 6000, 6665, 6669, 10080})
    CHECK(is_bad_port(static_cast<std::uint16_t>(port)));
  for (const int port : {80, 443, 3000, 5173, 6664, 6670, 8080, 10079})
    CHECK_FALSE(is_bad_port(static_cast<std::uint16_t>(port)));
}

}  // namespace corslint
