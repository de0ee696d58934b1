#pragma once

#include <memory>
#include <string>

#include "rules/pattern/reading.h"

namespace re2 {
class RE2;
}

namespace corslint::pattern {

/// Runs an example through a matcher that shares no code with the automaton before it is shown: RE2
/// on the pattern itself where RE2 or Go enforces it, on the tree printed for RE2 elsewhere. Where
/// RE2 cannot read either, the automaton's own simulation decides.
class Confirmation {
 public:
  Confirmation(const PatternQuery& query, const PatternReading& reading);
  ~Confirmation();
  Confirmation(const Confirmation&) = delete;
  Confirmation& operator=(const Confirmation&) = delete;

  /// Whether the pattern admits `origin`.
  bool admits(const std::string& origin);

 private:
  void compile();

  const PatternQuery& query_;
  const PatternReading& reading_;
  bool compiled_ = false;
  std::unique_ptr<re2::RE2> expression_;  // null where RE2 cannot read the pattern
};

/// Whether the pattern is beyond the 8 MB that RE2 gives a program unless it is told otherwise, so
/// that an enforcer with RE2 refuses it as too large.
bool exceeds_engine(const PatternQuery& query, const PatternReading& reading);

}  // namespace corslint::pattern
