#pragma once

#include <cstdint>

namespace corslint {

/// Whether browsers refuse to connect to this port with http or https, to be navigated to or
/// fetched from. https://fetch.spec.whatwg.org/#bad-port
bool is_bad_port(std::uint16_t port);

}  // namespace corslint
