#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/pattern/host_sets.h"

namespace corslint::pattern {

/// In which way the domains below a public suffix are more than anybody wrote down: any number of
/// labels; some place of a label free; more than 400 labels through a wide class; one label below
/// suffixes of which none was named.
enum class BreadthKind : std::uint8_t { endless, free_position, many, free_suffix };

/// A public suffix below which foreign domains are admitted.
struct BroadSuffix {
  BreadthKind kind = BreadthKind::endless;
  std::string suffix;
  SetNumber before = empty_set;        // the suffix and its dot read, by all steps
  SetNumber named_before = empty_set;  // by narrow steps; empty where nobody named the suffix
  std::vector<std::string> foreign;    // admitted labels that nobody named, where they were listed
};

/// The registrable domains of a host automaton.
struct Sites {
  bool listed = false;               // some host lies under a listed top-level domain
  std::vector<std::string> domains;  // sorted; at most 2,000
  std::size_t count = 0;             // of domains, as far as they were counted
  bool counted = true;               // false where there are more than `count`
  std::vector<std::string> named;    // what was written down, at most 100
  std::vector<BroadSuffix> broad;    // the most familiar suffix first; at most 64
  bool more_broad = false;
  std::string unlisted;       // a top-level domain that is not in the list, or empty
  std::string endless_below;  // a domain all of whose subdomains get in, or empty
  bool complete = true;       // false where the bounds were reached
};

/// Walks the public suffix list from the right along the hosts. `all` and `narrow` are the sets of
/// the same automaton. Stops behind `broad_limit` broad suffixes, at most 64.
Sites find_sites(HostSets& all, HostSets& narrow, std::size_t broad_limit);

}  // namespace corslint::pattern
