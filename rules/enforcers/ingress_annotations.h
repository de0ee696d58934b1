#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/policy/policy.h"

namespace corslint {

/// What ingress-nginx makes of the annotation `cors-allow-origin`.
struct IngressOrigins {
  enum class Kind {
    everyone,  ///< no annotation, one that its validator refuses, or `*` among the items
    items,     ///< `items`, without those that no item may look like
    anything,  ///< an empty item stands behind all `items`: every text matches
  };
  Kind kind = Kind::everyone;
  std::vector<std::string> items = {};
};

/// The policy's list of origins as ingress-nginx reads it: its entries, joined by commas, are the
/// annotation.
IngressOrigins ingress_origins(const Policy& policy);

/// Whether the validator of the whole annotation takes the text; where it does not, `*` stands in.
bool is_valid_ingress_value(std::string_view text);

/// Whether ingress-nginx takes one item of the annotation: `scheme://host`, `*.` before the host,
/// a port behind it; or `null`. The others are skipped. `*` is none.
bool is_ingress_origin(std::string_view item);

/// The annotations with names, as they are sent: the value, or what stands in for one that is
/// refused or not there.
std::string ingress_methods(const Policy& policy);
std::string ingress_headers(const Policy& policy);
/// Empty: not sent.
std::string ingress_exposed_headers(const Policy& policy);

}  // namespace corslint
