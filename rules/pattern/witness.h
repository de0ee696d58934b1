#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rules/pattern/examination.h"

namespace corslint::pattern {

/// How a foreign domain comes to be admitted: its whole host is free; its name stands behind what
/// was written down; before it; around it; the suffix alone is free.
enum class Intrusion : std::uint8_t {
  whole_host,
  free_label,
  suffix_injection,
  prefix_injection,
  partial_label,
  free_suffix
};

/// An origin under a registrable domain that nobody named, and how it gets in.
struct Intruder {
  std::string origin;
  std::string host;
  Intrusion intrusion = Intrusion::partial_label;
};

/// The most telling origin of the broad suffixes in `named`: an attacker's name as registrable
/// label, as much of what was written down around it as must be, and as short as that allows.
/// Nothing where no suffix is broad.
std::optional<Intruder> find_intruder(NamedHosts& named);

/// The shortest origin whose host is `suffix` or lies below it, or only below it.
enum class HostBound : std::uint8_t { at_or_below, below };
std::optional<std::string> origin_under(NamedHosts& named, std::string_view suffix,
                                        HostBound bound);

}  // namespace corslint::pattern
