#pragma once

#include <string>
#include <string_view>

namespace corslint {

/// The host in plain ASCII that a host reads like when it is displayed: `apple.com` for
/// `xn--pple-43d.com`, whose first letter is a Cyrillic one. Empty where it reads like none, and
/// for hosts without `xn--`. `host` is in ASCII form. Letters count as alike where the Unicode
/// confusables data map them to one another (https://www.unicode.org/reports/tr39/).
std::string ascii_look_alike(std::string_view host);

}  // namespace corslint
