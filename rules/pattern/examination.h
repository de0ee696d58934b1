#pragma once

#include <memory>
#include <optional>
#include <string>

#include "rules/pattern/automaton.h"
#include "rules/pattern/host_automaton.h"
#include "rules/pattern/host_sets.h"
#include "rules/pattern/kinds.h"
#include "rules/pattern/product.h"
#include "rules/pattern/sites.h"

namespace corslint::pattern {

/// Everything that is kept of one automaton read against web origins with domains: the product, its
/// hosts from right to left, the sets walked, the sites found.
struct NamedHosts {
  Product product;
  HostAutomaton hosts;
  std::unique_ptr<HostSets> all;
  std::unique_ptr<HostSets> narrow;  // null where nothing is wide: then both are the same
  Sites sites;

  HostSets& narrow_sets() const { return narrow ? *narrow : *all; }
};

/// How wide an automaton is. `too_deep` names the bound that was reached, or is empty.
struct Examination {
  std::string too_deep;
  Kinds kinds;
  std::optional<Product> web;  // with web origins whose host has no brackets
  std::unique_ptr<NamedHosts> named;
  std::unique_ptr<NamedHosts> widely_named;  // read only where `named` is not broad already

  bool admits_nothing() const;
  bool special_character_hosts() const;
  bool too_broad() const;
  /// Whether something but local hosts gets in.
  bool admits_more_than_local() const;
};

/// Decides how broad `automaton` is. Where `tree` is given, whether a class of characters is wide
/// is told by how it was written.
Examination examine(const Automaton& automaton, const Tree* tree, Depth depth);

}  // namespace corslint::pattern
