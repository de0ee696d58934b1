// A reader of one IPv6 address that knows after each character what may follow in a canonical
// spelling: `::` replaces the first of the longest runs of two or more zero groups, so every run to
// its left must be shorter and every run to its right no longer than what it replaces, and the
// groups beside it are not zero. Its states are explored from the start.

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "rules/origin/ascii.h"
#include "rules/pattern/origin_language_definition.h"

namespace corslint::pattern {
namespace {

enum class At : std::uint8_t { scheme, start, first_colon, group, separator, compressed, done };

struct Reading {
  At at = At::scheme;
  std::uint8_t opening = 0;  // characters of ://[ read, and before them whether a letter was
  bool right = false;        // of the ::
  std::uint8_t groups = 0;   // complete ones
  std::uint8_t digits = 0;   // of the open group; 0 for the group that is zero
  std::uint8_t run = 0;      // of zero groups, up to here
  std::uint8_t left_run = 0;
  std::uint8_t right_run = 0;

  auto tied() const {
    return std::tie(at, opening, right, groups, digits, run, left_run, right_run);
  }
  friend bool operator<(const Reading& a, const Reading& b) { return a.tied() < b.tied(); }
};

Reading close_group(Reading reading) {
  ++reading.groups;
  if (reading.digits > 0) {
    reading.run = 0;
    return reading;
  }
  ++reading.run;
  std::uint8_t& longest = reading.right ? reading.right_run : reading.left_run;
  longest = std::max(longest, reading.run);
  return reading;
}

bool complete(const Reading& reading) {
  if (!reading.right) return reading.groups == 8 && reading.left_run < 2;
  const int replaced = 8 - reading.groups;
  return replaced >= 2 && replaced > reading.left_run && replaced >= reading.right_run;
}

std::optional<Reading> begin_group(Reading reading, char c) {
  if (hex_digit_value(c) < 0 || is_ascii_upper(c)) return std::nullopt;
  if (reading.groups >= (reading.right ? 6 : 8)) return std::nullopt;
  if (reading.at == At::compressed && c == '0') return std::nullopt;
  reading.digits = c == '0' ? 0 : 1;
  reading.at = At::group;
  return reading;
}

std::optional<Reading> compress(Reading reading) {
  reading.at = At::compressed;
  reading.right = true;
  reading.run = 0;
  return reading;
}

std::optional<Reading> read_in_group(Reading reading, char c) {
  if (c == ':') {
    reading = close_group(reading);
    reading.at = At::separator;
    return reading;
  }
  if (c == ']') {
    if (!complete(close_group(reading))) return std::nullopt;
    return Reading{.at = At::done};
  }
  if (hex_digit_value(c) < 0 || is_ascii_upper(c) || reading.digits == 0 || reading.digits == 4)
    return std::nullopt;
  ++reading.digits;
  return reading;
}

std::optional<Reading> read_opening(Reading reading, char c) {
  constexpr std::string_view behind_scheme = "://[";
  const bool in_scheme = reading.opening <= 1;
  if (in_scheme && c != ':') {
    const bool allowed =
        (c >= 'a' && c <= 'z') ||
        (reading.opening == 1 && (is_ascii_digit(c) || c == '+' || c == '.' || c == '-'));
    reading.opening = 1;
    return allowed ? std::optional{reading} : std::nullopt;
  }
  if (reading.opening == 0 || behind_scheme[reading.opening - 1U] != c) return std::nullopt;
  ++reading.opening;
  return reading.opening > behind_scheme.size() ? Reading{.at = At::start} : reading;
}

std::optional<Reading> read(Reading reading, char c) {
  switch (reading.at) {
    case At::scheme:
      return read_opening(reading, c);
    case At::start:
      if (c != ':') return begin_group(reading, c);
      return Reading{.at = At::first_colon};
    case At::first_colon:
      return c == ':' ? compress(reading) : std::nullopt;
    case At::group:
      return read_in_group(reading, c);
    case At::separator:
      if (c == ':' && !reading.right && reading.run == 0 && reading.groups <= 6)
        return compress(reading);
      return begin_group(reading, c);
    case At::compressed:
      if (c == ']')
        return complete(reading) ? std::optional{Reading{.at = At::done}} : std::nullopt;
      return begin_group(reading, c);
    case At::done:
      break;
  }
  return reading;
}

}  // namespace

Automaton canonical_ipv6_prefix() {
  Automaton result;
  result.first_edge.clear();
  result.accepting.clear();
  std::map<Reading, State> states = {{Reading{}, 0}};
  std::vector<Reading> readings = {Reading{}};
  for (State state = 0; state < readings.size(); ++state) {
    const Reading reading = readings[state];
    result.first_edge.push_back(static_cast<std::uint32_t>(result.edges.size()));
    result.accepting.push_back(reading.at == At::done ? 1 : 0);
    std::map<State, CharacterClass> steps;
    for (char c = ' '; c < '\x7F'; ++c) {
      const std::optional<Reading> next = read(reading, c);
      if (!next) continue;
      const auto [found, added] = states.try_emplace(*next, static_cast<State>(readings.size()));
      if (added) readings.push_back(*next);
      steps[found->second].add(static_cast<unsigned char>(c));
    }
    for (const auto& [target, characters] : steps) result.edges.push_back({characters, target});
  }
  result.first_edge.push_back(static_cast<std::uint32_t>(result.edges.size()));
  return without_dead_states(result);
}

}  // namespace corslint::pattern
