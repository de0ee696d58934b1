#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rules/pattern/automaton.h"
#include "rules/pattern/host_automaton.h"
#include "rules/pattern/host_sets.h"
#include "rules/pattern/product.h"
#include "rules/pattern/sites.h"

namespace corslint::pattern {

/// Everything that is kept of one automaton read against web origins with named hosts: the product,
/// its hosts from right to left, the sets walked, the sites found.
struct NamedHosts {
  Product product;
  HostAutomaton hosts;
  std::unique_ptr<HostSets> all;
  std::unique_ptr<HostSets> narrow;  // null where nothing is wide: then both are the same
  Sites sites;

  HostSets& narrow_sets() const { return narrow ? *narrow : *all; }
};

/// The origins that an automaton admits, by kind; each text is the shortest of its kind, empty
/// where there is none.
struct Kinds {
  std::string domain;
  std::string public_address;
  std::string private_network;
  std::string loopback;
  std::string single_label;
  std::string insecure;  // http, and not loopback
  std::string secure;    // https
  std::string plain;     // http
  std::string null_origin;
  std::string custom_scheme;
  std::string extension;
  bool any_address = false;                 // ten and more public addresses
  bool any_extension = false;               // ten and more extensions
  bool any_scheme = false;                  // ten and more other schemes
  std::vector<std::string> custom_schemes;  // at most ten
  std::uint32_t ports = 0;  // that one web host is admitted with, the default one not counted
  std::string with_port;
  std::vector<std::string> port_list;  // where there are at most ten, sorted
  bool without_port = false;
};

/// How wide an automaton is. `too_deep` names the bound that was reached, or is empty.
struct Examination {
  std::string too_deep;
  Kinds kinds;
  std::unique_ptr<NamedHosts> named;
  std::unique_ptr<NamedHosts> widely_named;  // read only where `named` is not broad already

  bool admits_nothing() const;
  bool special_character_hosts() const;
  bool too_broad() const;
  /// Whether something but local hosts gets in.
  bool admits_more_than_local() const;
};

/// Whether the questions that only colour the answer are asked as well: ports, schemes, subdomains.
enum class Depth : std::uint8_t { breadth_only, everything };

/// Decides how broad `automaton` is. Where `tree` is given, whether a class of characters is wide
/// is told by how it was written.
Examination examine(const Automaton& automaton, const Tree* tree, Depth depth);

}  // namespace corslint::pattern
