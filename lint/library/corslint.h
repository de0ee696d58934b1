#pragma once

// The library: text in, diagnostics out. The one header of an installed corslint;
// `find_package(corslint)` gives the target `corslint::corslint`. It needs nothing but the standard
// library.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace corslint::library {

/// How bad a finding is: `error` means the policy cannot work or lets the wrong ones in, `warning`
/// that it probably does not do what its author meant, `info` that something is worth knowing.
enum class Severity { info, warning, error };

/// A place in the text: line and column from 1, the column in Unicode code points, and the byte
/// offset from 0.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t offset = 0;
};

/// From `start` to before `end`.
struct Range {
  Position start;
  Position end;
};

/// Replaces what stands in the range by `text`.
struct Edit {
  Range range;
  std::string text;
};

/// A way to remove the finding; a person has to confirm one that is not `safe`. Its edits do not
/// overlap and all speak of the original text.
struct Fix {
  std::string title;
  bool safe = false;
  std::vector<Edit> edits;
};

/// A place that contributes to a finding.
struct Label {
  std::string message;
  Range range;
};

/// One finding, as `corslint check --format json` reports it. `witness` is an origin that the
/// enforcer admits or wrongly refuses, empty where there is none; `pointer` is a JSON Pointer
/// (RFC 6901) into the document; `environment` is empty where it is not known.
struct Diagnostic {
  std::string rule;
  Severity severity = Severity::error;
  std::string message;
  Range range;
  std::string pointer;
  std::string policy;
  std::string dialect;
  std::string environment;
  std::string witness;
  std::vector<Label> labels;
  std::vector<Fix> fixes;
  std::string url;
};

/// What a text is linted as. `path` tells the format, and often the environment; no file is read.
/// `dialect` (`name` or `name@version`) and `environment` override what is detected; `dev_origins`
/// must be admitted by every development policy; `ignore` names rules or groups.
struct Options {
  std::string path = "cors.toml";
  std::string dialect = {};
  std::string environment = {};
  std::vector<std::string> dev_origins = {};
  std::vector<std::string> ignore = {};
};

/// The findings, sorted by position and rule. Where an option makes no sense, `problem` says which
/// and nothing was linted.
struct Result {
  std::vector<Diagnostic> diagnostics;
  std::string problem;
};

/// Lints one text. Whatever its bytes are, there is a result; texts above 64 MiB are a problem. May
/// be called from several threads at once.
Result lint(std::string_view text, const Options& options = {});

/// The version of the library, such as `0.1.0`.
std::string_view version();

}  // namespace corslint::library
