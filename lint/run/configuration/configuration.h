#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lint/read/source_file.h"
#include "lint/run/configuration/date.h"
#include "rules/policy/environment.h"
#include "rules/rule.h"

namespace corslint {

/// A text of a configuration file and where it stands, quotes included.
struct LocatedText {
  std::string text = {};
  Span span = {};
};

/// A `[[policy]]`: what is known of policies that do not say it themselves. `span` is its header.
struct PolicyEntry {
  Span span = {};
  LocatedText path = {};     ///< a glob; the files that it is about
  std::string name = {};     ///< empty: every policy of such a file
  std::string dialect = {};  ///< empty: not said
  Environment environment = Environment::unknown;
};

/// An `[[ignore]]`: findings that are not reported. `span` is its header.
struct IgnoreEntry {
  Span span = {};
  LocatedText path = {};  ///< a glob; the files that it is about
  std::optional<LocatedText> pointer = {};
  std::vector<LocatedText> rules = {};
  std::string reason = {};
  std::optional<Date> expires = {};  ///< from this day on it silences nothing
  Span expires_span = {};
};

/// A key that a configuration file sets, as `[section] key`, and where.
struct SetKey {
  std::string section = {};  ///< empty: the top
  std::string key = {};
  Span key_span = {};
  Span value_span = {};
};

/// What one configuration file says; with nothing in it, what holds without one. Everything in it
/// has been checked: names are known, origins canonical, dates real.
struct Configuration {
  std::string folder = {};  ///< absolute; what paths and globs in it are relative to; empty without
                            ///< a file
  std::vector<std::string> select = {};
  /// By a rule's own name; no value means `off`.
  std::map<std::string, std::optional<Severity>, std::less<>> severities = {};
  std::optional<Severity> fail_level = Severity::warning;  ///< no value: never
  std::vector<std::string> dev_origins = {};
  std::map<std::string, std::string, std::less<>> env_names = {};
  std::optional<std::vector<std::string>> exclude = {};
  std::vector<std::string> extend_exclude = {};
  std::optional<LocatedText> baseline = {};
  std::vector<PolicyEntry> policies = {};
  std::vector<IgnoreEntry> ignores = {};
  std::vector<SetKey> set_keys = {};
};

/// What is wrong at a place of a configuration or baseline: one sentence each, without a full stop;
/// `label` and `help` may be empty.
struct FileProblem {
  Span span = {};
  std::string message = {};
  std::string label = {};
  std::string help = {};
};

}  // namespace corslint
