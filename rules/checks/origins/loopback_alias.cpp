#include "rules/checks/origins/loopback_alias.h"

namespace corslint {

std::optional<Origin> loopback_alias(const Origin& origin) {
  static const Host address = Ipv4Address{0x7F000001U};
  Origin other = origin;
  if (origin.host == Host(Domain{"localhost"})) {
    other.host = address;
  } else if (origin.host == address) {
    other.host = Domain{"localhost"};
  } else {
    return std::nullopt;
  }
  return other;
}

}  // namespace corslint
