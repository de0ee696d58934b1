#pragma once

#include <optional>
#include <string>

#include "rules/policy/span.h"

namespace corslint {

/// What was odd while a policy was read. The reader notes it and goes on; an ordinary rule of the
/// group `input` reports it.
enum class IrregularityKind {
  syntax_error,   ///< the file is not in its format; `detail` says what was expected. `expected`:
                  ///< the language of such files by their name, where that is none that is read
  duplicate_key,  ///< `subject` stands twice; `related` is the first place. `suggestion`: the other
                  ///< name, where it is not the same key but another one for the same setting;
                  ///< `detail`: which of the two its format's reader takes, where that is known
  unknown_key,  ///< `subject` is not read; `suggestion` is the nearest key that is, if one is near
  unknown_value,  ///< `subject` names no dialect or environment; `detail` says which of the two was
                  ///< expected
  wrong_type,  ///< the key `subject` holds `detail`; `expected` is read. `suggestion`: the value as
               ///< it should be written
  list_encoding,   ///< a text that holds a list is written in a way its reader does not take apart;
                   ///< `detail` says which way
  deprecated_key,  ///< `subject` is an old name; `suggestion` is the new one; `detail` says what
                   ///< became of it
  ignored_policy,  ///< the block stands where nothing reads it; `suggestion` is where it is read
};

/// One irregularity: where, and the data that its message is made from. Fields that a kind does not
/// name are empty.
struct Irregularity {
  IrregularityKind kind = IrregularityKind::syntax_error;
  Span span = {};
  std::string subject = {};
  std::string expected = {};
  std::string detail = {};
  std::string suggestion = {};
  std::optional<Span> related = {};
};

}  // namespace corslint
