#pragma once

#include <string_view>

namespace corslint {

/// Whether strangers get names directly under this domain although the public suffix list does not
/// have it: hosts for sites, shops, teams and documents. Lower case.
bool is_shared_host(std::string_view domain);

/// Whether the host shows pages that anybody may write: playgrounds for code and translators.
/// Lower case.
bool is_sandbox_host(std::string_view host);

/// Whether the host is a tunnel's: a name that is lent for a while and then given to others. Lower
/// case.
bool is_tunnel_host(std::string_view host);

}  // namespace corslint
