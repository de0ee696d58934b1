#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/lsp/client.h"
#include "lint/lsp/documents.h"
#include "lint/lsp/workspace.h"

namespace corslint::lsp {

/// An open policy file with what was found in its text.
struct LintedDocument {
  const OpenDocument& document;
  const LintConditions& conditions;
  const FileReport& report;
};

/// What the server knows during one conversation: the editor, its open documents, and what was
/// found in them. Documents are linted when they are asked for, once for each text.
class Session {
 public:
  /// Throws `EnvironmentError` where the chosen configuration cannot be read.
  Session(LintOptions options, ConfigurationChoice choice);

  Client client = {};

  /// Opens a document, or replaces one that is open.
  void open(OpenDocument document);

  /// Takes over a change, with the version that it leads to. One that makes the document larger
  /// than any policy closes it. False where the document is not open.
  bool change(std::string_view uri, const std::vector<TextChange>& changes, std::int64_t version);

  /// Whether it was open.
  bool close(std::string_view uri);

  /// The document, linted; nothing where it is not open or no policy file.
  std::optional<LintedDocument> linted(std::string_view uri);

  /// Everything is linted anew, because something outside of the open documents has changed;
  /// configurations are read again.
  void read_again();

  /// The documents whose findings may differ from what was asked for last; empties the list. Those
  /// that were closed are in it.
  std::set<std::string, std::less<>> take_stale();

  /// Whether documents were among them that have not changed themselves.
  bool take_outside_change() { return std::exchange(has_changed_outside_, false); }

 private:
  struct Findings {
    LintConditions conditions;
    FileReport report;
  };

  void note_change(const OpenDocument& document);
  void forget_findings();

  LintOptions options_;
  ConfigurationChoice choice_;
  std::unique_ptr<Configurations> configurations_;
  OpenDocuments documents_;
  std::map<std::string, Findings, std::less<>> findings_;
  std::set<std::string, std::less<>> stale_;
  bool has_changed_outside_ = false;
};

}  // namespace corslint::lsp
