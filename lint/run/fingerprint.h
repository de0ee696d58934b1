#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/read/document.h"
#include "lint/run/diagnostic.h"

namespace corslint {

/// The 128-bit FNV-1a hash of some bytes, as 32 lower-case hexadecimal digits: the same on every
/// machine and in every version. Nobody is kept out by it: who can forge what is hashed can also
/// write the files that hold the hashes. http://www.isthe.com/chongo/tech/comp/fnv/
std::string fnv1a_128(std::string_view bytes);

/// What a finding is about, as far as it stays the same while other things in the file change: the
/// rule, the keys that lead to its place (indexes of lists left out), and what stands there,
/// decoded: the entry, the value, or for a list, a table or a key nothing beyond the witness.
/// Lines, columns, quoting, the order of entries, the file's name and the wording of messages do
/// not count. `diagnostic.pointer` has to be set.
std::string content_fingerprint(const Diagnostic& diagnostic, const Document& document,
                                std::string_view text, const Policy& policy);

/// One fingerprint for each diagnostic of a report, in order, no two the same within a run: the
/// file's path, the content, and a number where contents are equal.
std::vector<std::string> unique_fingerprints(const FileReport& report);

}  // namespace corslint
