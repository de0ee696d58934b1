// Writes the automata of the origin language as the constant arrays of origin_language_tables.h, so
// that a run of the program need not build them.

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern/origin_language_definition.h"
#include "rules/pattern/origin_language_tables.h"

namespace {

using corslint::pattern::CharacterClass;
using corslint::pattern::Deterministic;
using corslint::pattern::OriginLanguage;
using corslint::pattern::OriginPart;
using corslint::pattern::State;

template <typename Value>
void write_array(std::ostream& out, std::string_view type, const std::string& name,
                 const std::vector<Value>& values) {
  out << "constexpr std::array<" << type << ", " << values.size() << "> " << name << "{{";
  for (std::size_t i = 0; i < values.size(); ++i)
    out << (i % 20 == 0 ? "\n    " : " ") << std::uint64_t{values[i]} << ',';
  out << "\n}};\n";
}

void write_steps(std::ostream& out, const std::string& name, const Deterministic& automaton) {
  out << "constexpr std::array<Deterministic::Step, " << automaton.steps.size() << "> " << name
      << "{{";
  for (const Deterministic::Step& step : automaton.steps)
    out << "\n    {{" << step.characters.low << "U, " << step.characters.high << "U}, "
        << step.target << "},";
  out << "\n}};\n";
}

std::vector<CharacterClass> classes_of(const Deterministic& automaton) {
  std::vector<CharacterClass> classes = {corslint::pattern::every_character};
  for (const Deterministic::Step& step : automaton.steps) split_classes(classes, step.characters);
  return classes;
}

// The arrays of one part, and behind them what the table of parts says of it.
std::string write_part(std::ostream& out, const Deterministic& automaton, const std::string& name) {
  if (automaton.size() == 0 || automaton.size() >= OriginLanguage::nowhere)
    throw std::runtime_error("a part with " + std::to_string(automaton.size()) + " states");
  const std::vector<CharacterClass> classes = classes_of(automaton);
  std::vector<std::uint8_t> class_of(128);
  for (std::size_t i = 0; i < classes.size(); ++i)
    for_each_character(classes[i],
                       [&](unsigned char c) { class_of[c] = static_cast<std::uint8_t>(i); });
  std::vector<std::uint16_t> targets(automaton.size() * classes.size(), OriginLanguage::nowhere);
  for (State state = 0; state < automaton.size(); ++state)
    for (const Deterministic::Step& step : automaton.steps_of(state))
      for_each_character(step.characters, [&](unsigned char c) {
        targets[state * classes.size() + class_of[c]] = static_cast<std::uint16_t>(step.target);
      });
  write_array(out, "std::uint8_t", name + "_class_of", class_of);
  write_array(out, "std::uint16_t", name + "_targets", targets);
  write_array(out, "std::uint32_t", name + "_first_step", automaton.first_step);
  write_steps(out, name + "_steps", automaton);
  write_array(out, "Marks", name + "_marks", automaton.marks);
  return "{" + name + "_class_of, " + std::to_string(classes.size()) + ", " + name + "_targets, " +
         name + "_first_step, " + name + "_steps, " + name + "_marks}";
}

void write_source(std::ostream& out) {
  constexpr std::array<std::string_view, corslint::pattern::origin_part_count> names = {
      "domains", "named", "widely_named", "bracketed", "other"};
  out << "// Written by origin_language_generator.\n"
         "#include \"rules/pattern/origin_language_tables.h\"\n\n"
         "#include <array>\n#include <cstdint>\n\n"
         "namespace corslint::pattern {\nnamespace {\n\n";
  std::string parts;
  for (std::size_t i = 0; i < names.size(); ++i)
    parts += "\n    " +
             write_part(out, corslint::pattern::define(static_cast<OriginPart>(i)),
                        std::string{names[i]}) +
             ",";
  out << "\n}  // namespace\n\n"
         "constinit const std::array<OriginLanguage, origin_part_count> "
         "origin_language_tables{{"
      << parts << "\n}};\n\n}  // namespace corslint::pattern\n";
}

}  // namespace

int main(int argument_count, char** arguments) {
  try {
    if (argument_count != 2) throw std::runtime_error("usage: origin_language_generator OUTPUT");
    std::ofstream out{arguments[1]};
    write_source(out);
    out.close();
    if (!out) throw std::runtime_error(std::string{"cannot write "} + arguments[1]);
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::cerr << "origin_language_generator: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
