#pragma once

#include <optional>
#include <string_view>

#include "rules/origin/origin.h"

namespace corslint {

/// The origin of a text that is one as a browser sends it, where a look at each byte tells so: a
/// web scheme, a domain in lower case whose last label begins with a letter, and at most a port in
/// its shortest form that is not the scheme's default. Nothing for any other text, which may still
/// be an origin. What it gives is what `Origin::parse` gives, without a note.
/// https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
std::optional<Origin> plain_origin(std::string_view text);

}  // namespace corslint
