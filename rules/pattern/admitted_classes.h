#pragma once

#include <optional>
#include <vector>

#include "rules/pattern/analysis.h"
#include "rules/pattern/automaton.h"
#include "rules/pattern/examination.h"
#include "rules/pattern/witness.h"

namespace corslint::pattern {

/// The name of the way in which an intruder gets in.
OriginClass class_of(Intrusion intrusion, bool many_suffixes);

/// Whether every https origin with a named host gets in, or every http one where no https one does.
/// False as well where 20,000 sets of states do not suffice to tell.
bool admits_every_origin(const Automaton& automaton, const Examination& examination);

/// The classes of origins that an examined pattern admits. `breadth` is how foreign sites get in,
/// where they do.
std::vector<AdmittedClass> admitted_classes(Examination& examination,
                                            const std::optional<AdmittedClass>& breadth);

/// The scheme names that get in: `https`, `http`, others, `*` for any.
std::vector<std::string> admitted_schemes(const Kinds& kinds);

/// The ports that get in, in words: `default`, `any`, `many`, a list, or nothing.
std::string admitted_ports(const Kinds& kinds);

}  // namespace corslint::pattern
