#include <string>

#include "rules/pattern/analysis.h"
#include "rules/pattern/reading.h"

namespace corslint {
namespace {

using pattern::CharacterClass;

void append_character(std::string& text, unsigned char c) {
  if (c == '"' || c == '\\') text += '\\';
  if (c < 0x20 || c == 0x7F) {
    text += "\\\\x";
    text += "0123456789abcdef"[c >> 4U];
    text += "0123456789abcdef"[c & 15U];
    return;
  }
  text += static_cast<char>(c);
}

// Runs of three and more as ranges; a class of most characters by what it lacks.
std::string label_of(CharacterClass characters) {
  const CharacterClass printable = pattern::between(0x20, 0x7E);
  if (characters.includes(printable)) return "any";
  const bool inverted = (characters & printable).size() > 60;
  const CharacterClass shown = inverted ? printable & ~characters : characters;
  std::string text = inverted ? "not " : "";
  for (unsigned c = 0; c < 128; ++c) {
    if (!shown.contains(static_cast<unsigned char>(c))) continue;
    unsigned last = c;
    while (last + 1 < 128 && shown.contains(static_cast<unsigned char>(last + 1))) ++last;
    append_character(text, static_cast<unsigned char>(c));
    if (last > c + 1) text += '-';
    if (last > c) append_character(text, static_cast<unsigned char>(last));
    c = last;
  }
  return text;
}

}  // namespace

std::string automaton_as_dot(const PatternQuery& query) {
  const pattern::PatternReading reading = pattern::read_pattern(query);
  if (!reading.automaton) return {};
  const pattern::Automaton& automaton = *reading.automaton;
  std::string text = "digraph pattern {\n  rankdir=LR;\n  node [shape=circle];\n";
  text += "  begin [shape=point];\n  begin -> 0;\n";
  for (pattern::State state = 0; state < automaton.size(); ++state) {
    const std::string from = "  " + std::to_string(state);
    if (automaton.accepting[state] != 0) text += from + " [shape=doublecircle];\n";
    for (const pattern::Edge& edge : automaton.edges_of(state))
      text += from + " -> " + std::to_string(edge.target) + " [label=\"" +
              label_of(edge.characters) + "\"];\n";
  }
  return text + "}\n";
}

}  // namespace corslint
