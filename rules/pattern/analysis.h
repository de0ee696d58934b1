#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern/syntax.h"

namespace corslint {

/// One pattern as an enforcer holds it: its text, the language of its engine, what part of the
/// origin it must cover, and whether letter case counts.
struct PatternQuery {
  std::string pattern;
  Syntax syntax = Syntax::re2;
  MatchMode mode = MatchMode::full;
  LetterCase letter_case = LetterCase::sensitive;
};

/// What can be said of a pattern. `fine`: finitely many registrable domains get in, none of them
/// only by an accident of the pattern. `too_broad`: foreign sites, `null`, any address or any
/// extension gets in. `local_only`: nothing but loopback, private and unregistrable hosts.
/// `unreachable`: nothing that a browser sends. `rejected`: the engine refuses the pattern.
/// `unverifiable`: it holds a construct that no automaton expresses, and its breadth depends on it.
/// `undecided`: a bound of the analysis was reached.
enum class Verdict : std::uint8_t {
  fine,
  too_broad,
  local_only,
  unreachable,
  rejected,
  unverifiable,
  undecided
};

/// A kind of origins that a pattern admits.
enum class OriginClass : std::uint8_t {
  any_origin,
  any_domain,
  public_suffix_wildcard,
  prefix_injection,
  suffix_injection,
  dot_substitution,
  partial_label_wildcard,
  tld_wildcard,
  special_character_host,
  any_ip,
  public_ip,
  private_network,
  null_origin,
  custom_scheme,
  arbitrary_scheme,
  any_extension,
  loopback,
  single_label_host,
  unlisted_tld,
  http_allowed,
  any_port,
  many_ports,
  any_subdomain,
  many_domains,
};

/// The class's name as reports write it, such as `suffix-injection`.
std::string_view name_of(OriginClass origin_class);

/// A class that the pattern admits, with the shortest or most telling origin of it.
struct AdmittedClass {
  OriginClass origin_class = OriginClass::any_origin;
  std::string witness;
};

/// What is wrong with a pattern, or worth knowing; one kind for each rule of the group *patterns*.
enum class PatternFindingKind : std::uint8_t {
  invalid,
  unverifiable,
  undecided,
  any_origin,
  unanchored,
  foreign_sites,
  under_public_suffix,
  unescaped_dot,
  unescaped_dot_unregistrable,  // admits only hosts that nobody can register
  unanchored_alternation,
  null_origin,
  special_character_host,
  insecure,
  any_port,
  loopback,
  no_origin,
  dead_alternative,
  catastrophic_backtracking,
};

/// Bytes of the pattern from `begin` to below `end`.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// One finding: where in the pattern, an origin that shows it (empty where none can), the whole
/// pattern repaired (empty where no repair was proved), and what `message` adds in words.
struct PatternFinding {
  PatternFindingKind kind = PatternFindingKind::invalid;
  ByteRange range;
  std::string witness;
  std::string repaired;
  std::string message;
};

/// The registrable domains under which a pattern admits hosts. Where `finite`, `count` says how
/// many there are (at least, where `counted` is false) and `domains` lists the first 2,000 of them,
/// sorted; else `suffixes` are the public suffixes below which any name gets in, at most 64.
struct AdmittedSites {
  bool finite = true;
  bool counted = true;
  std::size_t count = 0;
  std::vector<std::string> domains;
  std::vector<std::string> suffixes;
  bool more_suffixes = false;
};

/// Everything that was decided about one pattern. `reason` puts a verdict that is no decision into
/// words; `schemes` are `https`, `http` and others, `*` for any; `ports` is `default`, `any`,
/// `many`, a list such as `default, 3000`, or empty; `states` counts the pattern's automaton.
struct PatternAnalysis {
  Verdict verdict = Verdict::fine;
  std::string reason;
  std::vector<PatternFinding> findings;
  std::vector<AdmittedClass> classes;
  AdmittedSites sites;
  std::vector<std::string> schemes;
  std::string ports;
  std::size_t states = 0;
};

/// Decides which origins `query` admits, what is wrong with it, and how to repair it. Total: any
/// bytes in bounded time. Each witness was run through RE2 where RE2 reads the pattern, else
/// through the automaton.
PatternAnalysis analyze(const PatternQuery& query);

/// The pattern's automaton in the DOT language of Graphviz; empty where the pattern has none.
std::string automaton_as_dot(const PatternQuery& query);

}  // namespace corslint
