#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern/analysis.h"

namespace corslint {

/// What a `*` in an entry stands for: one label of letters, digits and hyphens; any run of
/// characters, dots and ports included (S3, rs/cors, Spring); any host below the name behind it, at
/// any depth (`*.example.com` of ASP.NET and others).
enum class GlobMeaning : std::uint8_t { one_label, any_run, any_subdomain };

/// A set of origins that a browser can send, as a finite automaton; a cheap value to copy. What no
/// browser sends is never a member, whatever made the set.
///
/// Questions that need sets of automaton states are bounded; where a bound is reached they answer
/// nothing.
class OriginSet {
 public:
  /// The empty set.
  OriginSet();

  /// What a pattern admits; nothing where it is rejected, unverifiable or exceeds the bounds. A
  /// pattern with atomic groups or back-references is unverifiable here.
  static std::optional<OriginSet> from_pattern(const PatternQuery& query);

  /// What an entry with stars admits. Everything but the stars stands for itself.
  static OriginSet from_glob(std::string_view glob, GlobMeaning meaning, LetterCase letter_case);

  /// The origins of a list that is compared byte for byte, or without regard to case.
  static OriginSet from_list(const std::vector<std::string>& origins, LetterCase letter_case);

  /// Every origin that a browser can send.
  static OriginSet every_origin();

  /// Whether `origin` is a member.
  bool contains(std::string_view origin) const;

  /// Whether the set has no member; nothing where the bounds are reached.
  std::optional<bool> empty() const;

  OriginSet united_with(const OriginSet& other) const;
  /// Nothing above 1,000,000 states.
  std::optional<OriginSet> intersected_with(const OriginSet& other) const;
  /// The members that `other` lacks; nothing where 50,000 sets of states do not suffice.
  std::optional<OriginSet> without(const OriginSet& other) const;

  /// Whether every member is one of `other`; nothing where 50,000 sets of states do not suffice.
  std::optional<bool> included_in(const OriginSet& other) const;
  /// Whether both have the same members.
  std::optional<bool> equivalent_to(const OriginSet& other) const;

  /// The shortest member.
  std::optional<std::string> shortest() const;
  /// The shortest member that `other` lacks.
  std::optional<std::string> shortest_outside(const OriginSet& other) const;
  /// The member that shows best how far the set reaches: under a foreign registrable domain where
  /// one is admitted, else the shortest.
  std::optional<std::string> most_telling() const;

  /// The registrable domains under which members lie, by the public suffix list.
  AdmittedSites sites() const;
  /// `https`, `http`, others, `*` for any.
  std::vector<std::string> schemes() const;
  /// `default`, `any`, `many`, a list such as `default, 3000`, or empty.
  std::string ports() const;
  /// All members where there are at most `limit`, sorted; nothing where there are more.
  std::optional<std::vector<std::string>> enumerate(std::size_t limit) const;

  /// Every kind of origins in the set, each with a member.
  std::vector<AdmittedClass> classes() const;
  /// Whether the set is too broad, local only, unreachable (empty) or fine.
  Verdict verdict() const;

  /// How many states the automaton has.
  std::size_t states() const;

 private:
  struct Data;
  explicit OriginSet(std::shared_ptr<const Data> data);

  std::shared_ptr<const Data> data_;
};

}  // namespace corslint
