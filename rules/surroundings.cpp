#include "rules/surroundings.h"

#include <algorithm>

#include "rules/rule.h"

namespace corslint {

const Surroundings no_surroundings;

const VariableReader* reader_of(const Surroundings& surroundings, std::string_view variable) {
  const auto& readers = surroundings.readers;
  const auto found =
      std::find_if(readers.begin(), readers.end(),
                   [&](const VariableReader& reader) { return reader.variable == variable; });
  return found == readers.end() ? nullptr : &*found;
}

}  // namespace corslint
