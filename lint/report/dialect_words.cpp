#include "lint/report/dialect_words.h"

namespace corslint {
namespace {

std::string_view words(OriginComparison comparison) {
  switch (comparison) {
    case OriginComparison::exact:
      return "byte for byte";
    case OriginComparison::entry_lowered:
      return "the entry is lowered, then byte for byte";
    case OriginComparison::both_lowered:
      break;
  }
  return "case does not count";
}

std::string_view words(GlobSupport glob) {
  switch (glob) {
    case GlobSupport::none:
      return "nothing";
    case GlobSupport::one_label:
      return "one label";
    case GlobSupport::any_run:
      return "any run of characters, once";
    case GlobSupport::any_subdomain:
      break;
  }
  return "any subdomain";
}

std::string_view words(Syntax syntax) {
  switch (syntax) {
    case Syntax::re2:
      return "RE2";
    case Syntax::go:
      return "Go";
    case Syntax::python:
      return "Python";
    case Syntax::javascript:
      return "JavaScript";
    case Syntax::pcre:
      return "PCRE";
    case Syntax::ruby:
      return "Ruby";
    case Syntax::java:
      break;
  }
  return "Java";
}

std::string_view words(MatchMode mode) {
  switch (mode) {
    case MatchMode::full:
      return "the whole origin";
    case MatchMode::prefix:
      return "its beginning";
    case MatchMode::search:
      return "any part";
    case MatchMode::prefix_with_dollar:
      return "its beginning, with a `$` appended";
    case MatchMode::suffix:
      break;
  }
  return "its end";
}

std::string_view words(WildcardWithCredentials outcome) {
  switch (outcome) {
    case WildcardWithCredentials::sends_wildcard:
      return "sends `*`, which browsers refuse";
    case WildcardWithCredentials::reflects:
      return "admits every origin with credentials";
    case WildcardWithCredentials::reflects_in_part:
      return "admits every origin with credentials where a cookie is sent";
    case WildcardWithCredentials::refuses_to_start:
      return "refuses the policy";
    case WildcardWithCredentials::credentials_dropped:
      break;
  }
  return "sends `*` without credentials";
}

std::string_view words(EmptyOrigins empty) {
  switch (empty) {
    case EmptyOrigins::nobody:
      return "admits nobody";
    case EmptyOrigins::everybody:
      return "admits everybody";
    case EmptyOrigins::refused:
      break;
  }
  return "is refused";
}

std::string_view words(NameWildcard wildcard) {
  switch (wildcard) {
    case NameWildcard::literal:
      return "sent as it stands";
    case NameWildcard::mirrored:
      return "what is asked for";
    case NameWildcard::mirrored_with_credentials:
      return "what is asked for with credentials, else as it stands";
    case NameWildcard::everything:
      return "a fixed list";
    case NameWildcard::dropped_with_credentials:
      return "as it stands, nothing with credentials";
    case NameWildcard::not_supported:
      break;
  }
  return "a name like any other";
}

std::string_view words(VaryBehaviour vary) {
  switch (vary) {
    case VaryBehaviour::always:
      return "sent";
    case VaryBehaviour::never:
      return "never sent";
    case VaryBehaviour::not_needed:
      return "not needed: the answer is the same for every origin";
    case VaryBehaviour::when_asked:
      break;
  }
  return "sent where switched on";
}

std::string glob_words(const Enforcer& enforcer) {
  std::string text(words(enforcer.glob));
  if (enforcer.globs_are_optional) text += ", where switched on";
  return text;
}

std::string pattern_words(const Enforcer& enforcer) {
  if (!enforcer.pattern_syntax)
    return enforcer.pattern_meaning != nullptr ? "patterns of its own" : "none";
  std::string text = std::string(words(*enforcer.pattern_syntax)) + ", matches " +
                     std::string(words(enforcer.pattern_mode));
  if (enforcer.pattern_case == LetterCase::insensitive) text += ", case does not count";
  return text;
}

std::string comparison_words(const Enforcer& enforcer) {
  return std::string(enforcer.comparison_text.empty() ? words(enforcer.comparison)
                                                      : enforcer.comparison_text);
}

}  // namespace

std::vector<std::pair<std::string_view, std::string>> behaviour_of(const Enforcer& enforcer) {
  return {{"entries are compared", comparison_words(enforcer)},
          {"`*` inside an entry", glob_words(enforcer)},
          {"origin patterns", pattern_words(enforcer)},
          {"`*` with credentials", std::string(words(enforcer.wildcard_with_credentials))},
          {"an empty list of origins", std::string(words(enforcer.empty_origins))},
          {"`*` in methods", std::string(words(enforcer.method_wildcard))},
          {"`*` in headers", std::string(words(enforcer.header_wildcard))},
          {"`Vary: Origin`", std::string(words(enforcer.vary))}};
}

}  // namespace corslint
