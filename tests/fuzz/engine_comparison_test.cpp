#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <unistd.h>
#include <utility>

#include "rules/pattern/reading.h"
#include "tests/fuzz/pattern_generator.h"
#include "tests/places.h"

namespace corslint {
namespace {

using nlohmann::json;
using tests::Chance;

enum class CaseFormat : std::uint8_t { one_document, hexadecimal_lines };

struct Engine {
  Syntax syntax;
  const char* program;
  const char* judge;
  CaseFormat format = CaseFormat::one_document;
};

// With an x before it, so that the empty text is something as well.
std::string hexadecimal(const std::string& text) {
  constexpr char digits[] = "0123456789abcdef";
  std::string result = "x";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    result += digits[byte >> 4U];
    result += digits[byte & 15U];
  }
  return result;
}

std::string as_line(const json& asked) {
  std::string line = asked.at("mode").get<std::string>();
  line += asked.at("ignore_case").get<bool>() ? " 1 " : " 0 ";
  line += hexadecimal(asked.at("pattern"));
  for (const std::string text : asked.at("texts")) line += " " + hexadecimal(text);
  return line + "\n";
}

std::size_t pattern_count(std::size_t otherwise) {
  const char* const asked = std::getenv("CORSLINT_FUZZ_PATTERNS");
  return asked != nullptr ? std::stoul(asked) : otherwise;
}

// Backtracking on a random pattern may take for ever; with several repetitions texts stay short.
std::vector<std::string> bearable(const std::string& pattern, std::vector<std::string> texts) {
  const auto repetitions = std::count_if(pattern.begin(), pattern.end(), [](char c) {
    return c == '*' || c == '+' || c == '{' || c == '?';
  });
  const std::size_t short_enough = repetitions > 3 ? 9 : 18;
  if (repetitions > 1)
    for (std::string& text : texts) text.resize(std::min(text.size(), short_enough));
  return texts;
}

class Comparison {
 public:
  Comparison(const Engine& engine, std::uint32_t seed) : engine_{engine}, chance_{seed} {}

  void generate(std::size_t count) {
    constexpr std::size_t texts_each = 14;
    constexpr std::pair<const char*, MatchMode> modes[] = {
        {"full", MatchMode::full}, {"prefix", MatchMode::prefix}, {"search", MatchMode::search}};
    while (queries_.size() < count) {
      const auto& [word, mode] = chance_.pick(modes);
      PatternQuery query{
          .pattern = random_pattern(chance_, engine_.syntax),
          .syntax = engine_.syntax,
          .mode = mode,
          .letter_case = chance_.one_in(3) ? LetterCase::insensitive : LetterCase::sensitive};
      const pattern::PatternReading reading = pattern::read_pattern(query);
      const auto* automaton = reading.automaton ? &*reading.automaton : nullptr;
      cases_.push_back(
          {{"pattern", query.pattern},
           {"mode", word},
           {"ignore_case", query.letter_case == LetterCase::insensitive},
           {"texts", bearable(query.pattern, random_texts(chance_, automaton, texts_each))}});
      queries_.push_back(std::move(query));
    }
  }

  /// Every group that begins with `(?` and up to two characters that mean something there.
  void enumerate_groups() {
    constexpr std::string_view characters = ":=!<>P'#|(-&+RimsxnUaLd^~1_)";
    std::vector<std::string> openings;
    for (const char first : characters) {
      openings.emplace_back(1, first);
      for (const char second : characters) openings.push_back({first, second});
    }
    for (const std::string& opening : openings) {
      PatternQuery query{.pattern = "(?" + opening + "b)c", .syntax = engine_.syntax};
      cases_.push_back({{"pattern", query.pattern},
                        {"mode", "full"},
                        {"ignore_case", false},
                        {"texts", {"bc", "c", "b"}}});
      queries_.push_back(std::move(query));
    }
  }

  void write_cases(const std::filesystem::path& file) const {
    std::ofstream out{file};
    if (engine_.format == CaseFormat::one_document) {
      out << json(cases_).dump();
      return;
    }
    for (const json& asked : cases_) out << as_line(asked);
  }

  // The engine's answers, one line a pattern; none where the program is not installed.
  std::vector<std::string> ask() const {
    const auto folder = std::filesystem::temp_directory_path();
    const std::string name = "corslint-" + std::to_string(::getpid()) + engine_.program;
    const auto input = folder / (name + ".json");
    const auto output = folder / (name + ".txt");
    write_cases(input);
    const std::string command = std::string{engine_.program} +
                                " " CORSLINT_SOURCE_DIR "/tests/fuzz/" + engine_.judge + " " +
                                input.string() + " 1 > " + output.string() + " 2> /dev/null";
    std::vector<std::string> lines;
    if (std::system(command.c_str()) == 0) {
      std::ifstream answers{output};
      for (std::string line; std::getline(answers, line);) lines.push_back(line);
    }
    std::filesystem::remove(input);
    std::filesystem::remove(output);
    return lines;
  }

  void compare() {
    const std::vector<std::string> answers = ask();
    REQUIRE(answers.size() == queries_.size());
    for (std::size_t i = 0; i < queries_.size(); ++i)
      compare_one(queries_[i], cases_[i], answers[i]);
    if (std::getenv("CORSLINT_FUZZ_PATTERNS") != nullptr)
      WARN(engine_.program << ": " << pairs_ << " pairs, " << matches_ << " matches, " << refused_
                           << " patterns refused, " << left_out_ << " left out");
    CHECK(pairs_ > 0);
  }

  bool matches_often() const { return matches_ * 10 > pairs_; }

 private:
  void compare_one(const PatternQuery& query, const json& asked, const std::string& answer) {
    const pattern::PatternReading reading = pattern::read_pattern(query);
    INFO("pattern " << query.pattern << " mode " << asked.at("mode") << " "
                    << asked.at("ignore_case") << " " << engine_.program << ": " << answer
                    << " ours: " << reading.parsed.message);
    const pattern::Tree& tree = reading.parsed.tree;
    const bool undecidable = reading.parsed.status == pattern::ParseStatus::unverifiable ||
                             tree.relaxed || tree.referring;
    if (undecidable) ++left_out_;
    if (answer == "refused") ++refused_;
    const bool refused = reading.parsed.status == pattern::ParseStatus::rejected;
    if (reading.parsed.status == pattern::ParseStatus::unverifiable) return;
    CHECK((answer == "refused") == refused);
    if (refused || answer == "refused" || undecidable || !reading.automaton) return;
    const std::vector<std::string> texts = asked.at("texts");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (answer.at(i) == '?') continue;
      ++pairs_;
      const bool expected = answer.at(i) == '1';
      if (expected) ++matches_;
      if (accepts(*reading.automaton, texts[i]) == expected) continue;
      INFO("text " << texts[i]);
      CHECK(accepts(*reading.automaton, texts[i]) == expected);
    }
  }

  Engine engine_;
  Chance chance_;
  std::vector<PatternQuery> queries_;
  std::vector<json> cases_;
  std::size_t pairs_ = 0;
  std::size_t matches_ = 0;
  std::size_t refused_ = 0;
  std::size_t left_out_ = 0;
};

bool is_installed(const std::string& program) {
  return std::system(("command -v " + program + " > /dev/null").c_str()) == 0;
}

void run(const Engine& engine, std::uint32_t seed) {
  if (!is_installed(engine.program)) {
    WARN(engine.program << " is not installed");
    return;
  }
  Comparison of_random{engine, seed};
  of_random.generate(pattern_count(300));
  of_random.compare();
  CHECK(of_random.matches_often());
  Comparison of_groups{engine, seed};
  of_groups.enumerate_groups();
  of_groups.compare();
}

}  // namespace

TEST_CASE(
    "the automaton and Python's re agree about random patterns and texts, and about all groups") {
  run({Syntax::python, "python3", "judge.py"}, 7);
}

TEST_CASE(
    "the automaton and Node's RegExp agree about random patterns and texts, and about all groups") {
  run({Syntax::javascript, "node", "judge.mjs"}, 8);
}

TEST_CASE(
    "the automaton and Ruby's Regexp agree about random patterns and texts, and about all groups") {
  run({Syntax::ruby, "ruby", "judge.rb"}, 10);
}

TEST_CASE(
    "the automaton and Java's Pattern agree about random patterns and texts, and about all "
    "groups") {
  run({Syntax::java, "java", "Judge.java", CaseFormat::hexadecimal_lines}, 11);
}

}  // namespace corslint
