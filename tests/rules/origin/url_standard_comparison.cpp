// Reads pairs of zero-terminated strings, each a text and the origin that an implementation of the
// URL Standard gives it
// (`null` where it refuses the text), and fails where Origin::parse thinks otherwise.
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "rules/origin/origin.h"

namespace {

using corslint::Origin;
using corslint::OriginProblem;
using corslint::ParsedOrigin;

/// A policy's separators are legal in a host, so about them the two differ by design.
bool has_separators(const ParsedOrigin& parsed) {
  return parsed.note_of(OriginProblem::several_origins) != nullptr ||
         parsed.note_of(OriginProblem::stray_separator) != nullptr;
}

/// Problems after which an origin is named here, by design, where the URL Standard refuses the
/// text.
bool is_mended_beyond_the_standard(const ParsedOrigin& parsed) {
  return parsed.note_of(OriginProblem::whitespace) != nullptr ||
         parsed.note_of(OriginProblem::invisible_character) != nullptr;
}

std::string disagreement(const std::string& text, const std::string& expected) {
  const ParsedOrigin parsed = Origin::parse(text);
  const bool is_accepted = expected != "null";
  if (has_separators(parsed)) return {};
  if (parsed.is_canonical() != (expected == text)) return "canonical";
  if (is_accepted && !parsed.origin) return "refused";
  if (is_accepted && parsed.origin->serialize() != expected) return "other origin";
  if (!is_accepted && parsed.origin && !is_mended_beyond_the_standard(parsed)) return "accepted";
  return {};
}

void print(const std::string& kind, const std::string& text, const std::string& expected) {
  const ParsedOrigin parsed = Origin::parse(text);
  std::cout << kind << ": " << text << "\n  there " << expected << "\n  here "
            << (parsed.origin ? parsed.origin->serialize() : "null") << '\n';
  for (const auto& note : parsed.notes) std::cout << "  " << phrase_of(note.problem) << '\n';
}

}  // namespace

int main() {
  constexpr std::size_t required = 100000;
  constexpr std::size_t printed = 20;
  std::size_t compared = 0;
  std::size_t canonical = 0;
  std::map<std::string, std::size_t> disagreements;
  std::string text;
  std::string expected;
  while (std::getline(std::cin, text, '\0') && std::getline(std::cin, expected, '\0')) {
    ++compared;
    if (text == expected) ++canonical;
    const std::string kind = disagreement(text, expected);
    if (!kind.empty() && ++disagreements[kind] <= printed) print(kind, text, expected);
  }
  std::cout << compared << " texts compared, " << canonical << " canonical";
  for (const auto& [kind, count] : disagreements) std::cout << ", " << kind << ": " << count;
  std::cout << '\n';
  return disagreements.empty() && compared >= required ? EXIT_SUCCESS : EXIT_FAILURE;
}
