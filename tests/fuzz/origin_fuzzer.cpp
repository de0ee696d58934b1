// Origins, beside the language of those that browsers send: what parses serializes to an origin
// that parses to itself and is in the language; what is in the language parses as it stands.
// (Node's URL is the judge of both in origin_comparison_test.cpp.)
#include <cstddef>
#include <cstdint>
#include <string>

#include "rules/origin/origin.h"
#include "rules/origin/scheme_splitter.h"
#include "rules/pattern/origin_language.h"
#include "tests/fuzz/invariants.h"

namespace {

/// The language leaves out what the DNS cannot hold, schemes that no page is loaded from and one
/// called `null`, and what punycode says of a label is not regular.
bool is_beyond_the_language(std::string_view text) {
  return text.find("..") != text.npos || text.find("/.") != text.npos ||
         text.find("xn--") != text.npos || text.starts_with("null://") ||
         text.starts_with("ws://") || text.starts_with("wss://") || text.starts_with("ftp://") ||
         corslint::has_opaque_origin(text.substr(0, text.find(':')));
}

/// A host may hold commas and semicolons to the URL Standard. In an entry they are taken for what
/// parts or is left of a list: no name of the DNS holds them.
bool reads_as_list(std::string_view text) {
  return text.find_first_of(",;") != text.npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corslint;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const ParsedOrigin parsed = Origin::parse(text);
  for (const OriginNote& note : parsed.notes)
    fuzz::require(note.offset <= size && note.length <= size - note.offset,
                  "a note has its place in the text");
  if (parsed.origin && reads_as_list(parsed.origin->serialize())) return 0;
  if (parsed.origin) {
    const std::string sent = parsed.origin->serialize();
    const ParsedOrigin again = Origin::parse(sent);
    fuzz::require(again.is_canonical(), "a serialization is canonical");
    fuzz::require(*again.origin == *parsed.origin, "a serialization parses to its origin");
    fuzz::require(parsed.is_canonical() == (sent == text),
                  "canonical is what stands as it is sent");
    if (!is_beyond_the_language(sent))
      fuzz::require(pattern::is_sendable(sent), "a serialization is in the language");
  } else {
    fuzz::require(!parsed.notes.empty(), "what does not parse has its reason");
  }
  if (pattern::is_sendable(text) && !is_beyond_the_language(text) && !reads_as_list(text))
    fuzz::require(parsed.is_canonical(), "what is in the language parses as it stands");
  return 0;
}
