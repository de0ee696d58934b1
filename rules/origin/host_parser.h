#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rules/origin/host.h"
#include "rules/origin/origin_problem.h"

namespace corslint {

/// A host and how its text differs from its serialization. Offsets count from the start of the
/// host's text. Without a host the last note tells why.
struct ParsedHost {
  std::optional<Host> host;
  std::vector<OriginNote> notes;
};

/// Reads the host of an http, https, ws or wss URL
/// (https://url.spec.whatwg.org/#concept-host-parser), which is not empty.
ParsedHost parse_special_host(std::string_view text);

/// Reads the host of any other URL (https://url.spec.whatwg.org/#concept-opaque-host-parser), which
/// is not empty.
ParsedHost parse_opaque_host(std::string_view text);

}  // namespace corslint
