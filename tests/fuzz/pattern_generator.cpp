#include "tests/fuzz/pattern_generator.h"

#include <array>
#include <string_view>

namespace corslint::tests {
namespace {

using pattern::Automaton;
using pattern::CharacterClass;
using pattern::Edge;

constexpr std::array<const char*, 30> shared_atoms = {
    "a",   "b",   "k",   "s",     "-",        "0",    "1",      "\\.",    ".",   "_",
    "com", "app", "K",   "[a-z]", "[^.]",     "[ab]", "[^a-c]", "[0-9]",  "\\d", "\\w",
    "\\s", "\\W", "\\D", "\\S",   "https://", "[a-]", "[-a]",   "[\\w-]", ":",   "/"};
constexpr std::array<const char*, 13> rare_atoms = {
    "\\x61", "\\t", "]", "}", "{", "{,2}", "\\-", "[]a]", "[^]a]", "\\/", "\\n", "[b-a]", "\\0"};
constexpr std::array<const char*, 10> assertions = {"^", "$",   "\\b", "\\B", "^",
                                                    "$", "\\A", "\\z", "\\Z", "$"};
constexpr std::array<const char*, 14> quantifiers = {
    "*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{1,}", "{1,3}?", "{0}", "{2,1}", "**", "++"};
constexpr std::array<const char*, 12> re2_atoms = {
    "[[:alpha:]]", "[[:^digit:]]", "\\pL", "\\p{Lu}",   "\\PN", "\\x{6b}",
    "\\Qa.b\\E",   "\\141",        "\\a",  "\\x{212A}", "\\C",  "[[:word:]]"};
constexpr std::array<const char*, 8> python_atoms = {
    "\\u212a", "\\u0061", "\\141", "(?#note)", "\\U00000061", "[\\u017f]", "\\ab", "\\1"};
constexpr std::array<const char*, 8> javascript_atoms = {"\\u0061", "\\cA",  "[^]", "[]",
                                                         "\\q",     "\\141", "\\1", "\\k<n>"};

constexpr std::array<const char*, 16> pcre_atoms = {
    "[[:alpha:]]", "[[:^digit:]]", "\\pL",     "\\p{Lu}", "\\P{Nd}", "\\x{6b}",
    "\\Qa.b\\E",   "\\141",        "\\h",      "\\H",     "\\x{1}",  "(?#note)",
    "\\R",         "[[:word:]]",   "\\o{141}", "\\v"};
constexpr std::array<const char*, 14> ruby_atoms = {
    "[[:alpha:]]", "[[:^digit:]]", "\\h",       "\\H",         "\\u0061",
    "\\p{Alpha}",  "\\p{^Upper}",  "[a&&[ab]]", "[a-z&&[^k]]", "[[a-c][x-z]]",
    "\\x{212A}",   "\\141",        "(?#note)",  "\\u{61}"};
constexpr std::array<const char*, 14> java_atoms = {
    "\\p{Alpha}", "\\p{Lower}",        "\\P{L}", "\\x{6b}",   "\\Qa.b\\E",    "\\0141",
    "\\u0061",    "[a&&[ab]]",         "\\h",    "[^a[b-k]]", "[[a-c][x-z]]", "\\p{IsAlphabetic}",
    "\\cA",       "\\p{javaLowerCase}"};

constexpr std::array<const char*, 22> real_patterns = {
    R"(^https://(www\.)?yourapp\.com$)",
    R"(https://.*\.yourapp\.com)",
    R"(https?://[a-z]+\.(com|net))",
    R"(^https://a\.com|b\.com$)",
    R"(http://(localhost|127\.0\.0\.1)(:\d+)?)",
    R"(http://192\.168\.\d+\.\d+(:\d+)?)",
    R"(https://(\w+\.?)*yourapp\.com)",
    R"(https://app\d{1,3}\.yourapp\.com)",
    R"(https://(?:[a-z0-9](?:[a-z0-9-]{0,5}[a-z0-9])?\.)+[a-z]{2,})",
    R"(chrome-extension://[a-p]{4})",
    R"(https://yourapp\.com([^a-z0-9.-].*)?)",
    R"(https://([a-z]|)yourapp\.com)",
    R"((?i)https://WWW\.yourapp\.com)",
    R"(https?://\[.*\])",
    R"(\.yourapp\.com$)",
    R"(//yourapp\.com\b)",
    R"(^https://.+-team\.vercel\.app$)",
    R"(https://yourapp.com)",
    R"(^(https?://(?:.+\.)?example\.com(?::\d{1,5})?)$)",
    R"(^http:\/\/localhost:(\d+)$)",
    R"(https://(pr-\d+|deploy-preview-\d+)--openscan\.netlify\.app)",
    R"(.*)",
};

bool is_re2(Syntax syntax) {
  return syntax == Syntax::re2 || syntax == Syntax::go;
}

std::string atom(Chance& chance, Syntax syntax) {
  if (chance.one_in(6)) {
    if (is_re2(syntax)) return chance.pick(re2_atoms);
    if (syntax == Syntax::python) return chance.pick(python_atoms);
    if (syntax == Syntax::javascript) return chance.pick(javascript_atoms);
    if (syntax == Syntax::pcre) return chance.pick(pcre_atoms);
    if (syntax == Syntax::ruby) return chance.pick(ruby_atoms);
    if (syntax == Syntax::java) return chance.pick(java_atoms);
  }
  if (chance.one_in(12)) return chance.pick(rare_atoms);
  if (chance.one_in(9)) return chance.pick(assertions);
  return chance.pick(shared_atoms);
}

std::string group_opening(Chance& chance, Syntax syntax) {
  if (chance.one_in(2)) return "(";
  if (!is_re2(syntax) && chance.one_in(3)) {
    constexpr std::array<const char*, 4> looks = {"(?=", "(?!", "(?<=", "(?<!"};
    return chance.pick(looks);
  }
  if (chance.one_in(8)) return is_re2(syntax) || syntax == Syntax::python ? "(?P<n>" : "(?<n>";
  if (chance.one_in(10)) return "(?i:";
  return "(?:";
}

std::string grown(Chance& chance, Syntax syntax, std::size_t depth) {
  std::string text;
  const std::size_t items = 1 + chance.below(4);
  for (std::size_t i = 0; i < items; ++i) {
    if (depth > 0 && chance.one_in(3)) {
      text += group_opening(chance, syntax) + grown(chance, syntax, depth - 1) + ")";
    } else {
      text += atom(chance, syntax);
    }
    if (chance.one_in(3)) text += chance.pick(quantifiers);
    if (chance.one_in(7)) text += "|";
  }
  return text;
}

std::string mutated(Chance& chance, std::string text) {
  constexpr std::string_view noise = ".*+?|()[]{}^$\\-/:a0zK,dwbAZ";
  const std::size_t mistakes = chance.below(4);
  for (std::size_t i = 0; i < mistakes && !text.empty(); ++i) {
    const std::size_t at = chance.below(text.size());
    switch (chance.below(3)) {
      case 0:
        text.erase(at, 1);
        break;
      case 1:
        text.insert(at, 1, chance.pick(noise));
        break;
      default:
        text[at] = chance.pick(noise);
        break;
    }
  }
  return text;
}

char character_of(Chance& chance, CharacterClass characters) {
  const CharacterClass printable = characters & pattern::between(0x20, 0x7E);
  if (printable.empty()) return 'a';
  std::size_t index = chance.below(static_cast<std::size_t>(printable.size()));
  char chosen = 'a';
  for_each_character(printable, [&](unsigned char c) {
    if (index-- == 0) chosen = static_cast<char>(c);
  });
  return chosen;
}

// A walk that stops at an accepting state, sooner or later.
std::string walk(Chance& chance, const Automaton& automaton) {
  std::string text;
  pattern::State state = 0;
  while (text.size() < 60) {
    if (automaton.accepting[state] != 0 && chance.one_in(3)) break;
    const auto edges = automaton.edges_of(state);
    if (edges.empty()) break;
    const Edge& edge = edges[chance.below(edges.size())];
    text += character_of(chance, edge.characters);
    state = edge.target;
  }
  return text;
}

}  // namespace

std::string random_pattern(Chance& chance, Syntax syntax) {
  if (chance.one_in(2)) return mutated(chance, chance.pick(real_patterns));
  std::string text = grown(chance, syntax, 3);
  if (chance.one_in(8)) text.insert(0, "(?i)");
  return text;
}

std::string random_origin(Chance& chance) {
  constexpr std::array<const char*, 5> schemes = {"https://", "http://", "tauri://", "wss://",
                                                  "chrome-extension://"};
  constexpr std::array<const char*, 12> hosts = {
      "yourapp.com", "www.yourapp.com", "localhost", "127.0.0.1", "[::1]",    "192.168.1.20",
      "a.b",         "evil.com",        "foo.co.uk", "x.y.z.",    "[1::2:3]", "k_s-1.com"};
  constexpr std::array<const char*, 8> ports = {"", "", "", ":80", ":443", ":3000", ":0", ":65536"};
  if (chance.one_in(20)) return "null";
  return std::string{chance.pick(schemes)} + chance.pick(hosts) + chance.pick(ports);
}

std::vector<std::string> random_texts(Chance& chance, const Automaton* automaton,
                                      std::size_t count) {
  constexpr std::string_view alphabet = "abkszKS01-._:/ ~!";
  std::vector<std::string> texts;
  while (texts.size() < count) {
    std::string text;
    switch (chance.below(4)) {
      case 0:
      case 1:
        text = automaton != nullptr ? walk(chance, *automaton) : random_origin(chance);
        break;
      case 2:
        text = random_origin(chance);
        break;
      default:
        for (std::size_t i = 1 + chance.below(8); i > 0; --i) text += chance.pick(alphabet);
        break;
    }
    if (!text.empty() && chance.one_in(3)) {
      const std::size_t at = chance.below(text.size());
      if (chance.one_in(2))
        text.erase(at, 1);
      else
        text.insert(at, 1, chance.pick(alphabet));
    }
    if (!text.empty()) texts.push_back(text);
  }
  return texts;
}

}  // namespace corslint::tests
